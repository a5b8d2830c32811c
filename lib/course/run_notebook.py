"""Runs all cells of a notebook in its own folder and writes it back with its outputs; errors of cells are outputs too.

python run_notebook.py NOTEBOOK SECONDS    a cell that takes longer is interrupted
"""

import os
import sys

import nbformat
from nbclient import NotebookClient

path, seconds = sys.argv[1:]
notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
NotebookClient(
    notebook,
    timeout=int(seconds),
    startup_timeout=120,
    interrupt_on_timeout=True,
    allow_errors=True,
    resources={"metadata": {"path": os.path.dirname(path)}},
).execute()
nbformat.write(notebook, path)
