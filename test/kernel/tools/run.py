"""Runs a notebook with nbclient, as `jupyter execute` and nbconvert do, and prints what became of it as JSON.

run.py KERNELSPEC_NAME OPTIONS_AS_JSON CELLS_AS_JSON    (a cell: its source, or [source, tag])
"""

import json
import sys

import nbformat
from nbclient import NotebookClient

name, options, cells = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
notebook = nbformat.v4.new_notebook()
for cell in cells:
    source, *tags = cell if isinstance(cell, list) else [cell]
    notebook.cells.append(nbformat.v4.new_code_cell(source, metadata={"tags": tags}))
failure = None
try:
    NotebookClient(notebook, kernel_name=name, **{"timeout": 60, **options}).execute()
except Exception as error:
    failure = [type(error).__name__, str(error)]
print(
    json.dumps(
        {
            "failure": failure,
            "counts": [cell.execution_count for cell in notebook.cells],
            "outputs": [cell.outputs for cell in notebook.cells],
            "language": notebook.metadata.get("language_info", {}).get("name"),
        }
    )
)
