"""validate_notebook.py NOTEBOOK  prints as JSON what `nbgrader validate` finds: the sources of the cells that failed or changed."""

import json
import sys

from nbgrader.validator import Validator
from traitlets.config import Config

config = Config()
config.Execute.timeout = 120
found = Validator(config=config).validate(sys.argv[1])
cells = {kind: [cell["source"] for cell in found.get(kind, [])] for kind in ("changed", "type_changed", "failed")}
print("\n" + json.dumps(cells | {"errors": [cell["raw_error"] for cell in found.get("failed", [])]}))
