"""A course of nbgrader with one assignment: generates it, autogrades submissions, prints each student's score as JSON.

grade.py COURSE_FOLDER KERNELSPEC_NAME SUBMISSIONS_AS_JSON    ({student: source of the answer cell})
"""

import json
import os
import sys

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

course, kernel, submissions = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])


def cell(source, grade_id, points=None, solution=False):
    meta = dict(schema_version=3, grade_id=grade_id, grade=points is not None, solution=solution, task=False)
    meta["locked"] = points is not None
    if points is not None:
        meta["points"] = points
    return nbformat.v4.new_code_cell(source, metadata={"nbgrader": meta})


def notebook(answer):
    made = nbformat.v4.new_notebook()
    made.metadata["kernelspec"] = {"name": kernel, "display_name": kernel, "language": "typescript"}
    made.cells = [
        cell(answer, "answer", solution=True),
        cell("if (square(3) !== 9) throw new Error('square(3)');", "test-1", 2),
        cell("if (square(-2) !== 4) throw new Error('square(-2)');", "test-2", 3),
        cell("// one point for each right one of four\n[0, 1, 2, 5].filter((n) => square(n) === n * n).length", "test-3", 4),
    ]
    return made


def write(path, made):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    nbformat.write(made, path)


solution = "function square(x: number): number {\n  // BEGIN SOLUTION\n  return x * x;\n  // END SOLUTION\n}"
write(f"{course}/source/ps1/ps1.ipynb", notebook(solution.replace("// BEGIN", "### BEGIN").replace("// END", "### END")))
config = Config()
config.CourseDirectory.root = course
config.ClearSolutions.code_stub = {"typescript": "throw new Error('todo');"}
config.ExecutePreprocessor.timeout = 20
config.Execute.timeout = 20
api = NbGraderAPI(config=config)
outcomes = {"generate_assignment": api.generate_assignment("ps1")}
scores = {}
for student, answer in submissions.items():
    write(f"{course}/submitted/{student}/ps1/ps1.ipynb", notebook(answer))
    outcomes[student] = api.autograde("ps1", student)
with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
    for student in submissions:
        scores[student] = gradebook.find_submission("ps1", student).score
failed = {name: outcome.get("log", "")[-2000:] for name, outcome in outcomes.items() if not outcome["success"]}
print("\n" + json.dumps({"scores": scores, "failed": failed}))
