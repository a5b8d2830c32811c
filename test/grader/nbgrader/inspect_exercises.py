"""What nbgrader reads of notebooks: inspect_exercises.py NOTEBOOK...  prints a list of cells for each as JSON.

Each notebook is read by nbgrader's own reader, which validates it, and passes its CheckCellMetadata.
"""

import json
import sys

from nbgrader import utils
from nbgrader.nbgraderformat import read
from nbgrader.preprocessors import CheckCellMetadata

found = {}
for path in sys.argv[1:]:
    notebook = read(path, as_version=4)
    CheckCellMetadata().preprocess(notebook, {})
    found[path] = [
        dict(
            id=cell.metadata.nbgrader.grade_id,
            kind=cell.cell_type,
            points=cell.metadata.nbgrader.get("points"),
            grade=utils.is_grade(cell),
            solution=utils.is_solution(cell),
            locked=utils.is_locked(cell),
            unchanged=utils.compute_checksum(cell) == cell.metadata.nbgrader.checksum,
        )
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    ]
print(json.dumps(found))
