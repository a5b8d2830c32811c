"""Grades submissions with nbgrader, one for each line of JSON on stdin: nbgrader_worker.py COURSE_FOLDER CONFIG ASSIGNMENT

COURSE_FOLDER has source/ASSIGNMENT/*.ipynb and submitted/STUDENT/ASSIGNMENT/*.ipynb. A line {"student": "ana"} is answered by
{"seconds": ..., "score": ...}; the score is null where nbgrader gave up.
"""

import json
import os
import sys
import time

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

course, config_file, assignment = sys.argv[1:]
answers = os.fdopen(os.dup(1), "w", buffering=1)
# nbgrader and what it starts may print; the answers are alone on their stream.
os.dup2(2, 1)
config = PyFileConfigLoader(os.path.basename(config_file), path=os.path.dirname(config_file)).load_config()
config.CourseDirectory.root = course
api = NbGraderAPI(config=config)
made = api.generate_assignment(assignment)
if not made["success"]:
    raise SystemExit(made["log"])
for line in sys.stdin:
    student = json.loads(line)["student"]
    start = time.monotonic()
    outcome = api.autograde(assignment, student)
    seconds = time.monotonic() - start
    score = None
    if outcome["success"]:
        with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
            score = gradebook.find_submission(assignment, student).score
    print(json.dumps(dict(seconds=seconds, score=score)), file=answers)
