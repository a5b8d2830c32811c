"""A course of nbgrader with docs/nbgrader_config.py: course.py COURSE_FOLDER CONFIG ASSIGNMENT

COURSE_FOLDER has source/ASSIGNMENT/*.ipynb and submitted/STUDENT/ASSIGNMENT/*.ipynb. Generates the assignment, autogrades all
submissions, and prints as JSON what formgrader shows: the assignment, its cells, each student's scores.
"""

import json
import os
import sys

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

course, config_file, assignment = sys.argv[1:]
config = PyFileConfigLoader(os.path.basename(config_file), path=os.path.dirname(config_file)).load_config()
config.CourseDirectory.root = course
api = NbGraderAPI(config=config)
outcomes = {"generate_assignment": api.generate_assignment(assignment)}
students = sorted(os.listdir(f"{course}/submitted"))
for student in students:
    outcomes[student] = api.autograde(assignment, student)
info = api.get_assignment(assignment)
with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
    notebooks = {
        notebook.name: dict(
            points={cell.name: cell.max_score for cell in notebook.grade_cells},
            locked=sorted(cell.name for cell in notebook.source_cells if cell.locked),
            open=sorted(cell.name for cell in notebook.source_cells if not cell.locked),
        )
        for notebook in gradebook.find_assignment(assignment).notebooks
    }
    scores = {}
    for student in students:
        submission = gradebook.find_submission(assignment, student)
        scores[student] = dict(score=submission.score, waits=submission.needs_manual_grade)
print(
    "\n"
    + json.dumps(
        dict(
            failed={name: one.get("log", "")[-3000:] for name, one in outcomes.items() if not one["success"]},
            max_score=info["max_score"],
            max_written_score=info["max_written_score"],
            num_submissions=info["num_submissions"],
            notebooks=notebooks,
            scores=scores,
        )
    )
)
