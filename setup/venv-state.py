"""Prints why the course's Python environment is not what requirements.lock asks for; nothing when it is."""

import importlib.metadata as metadata
import os
import re
import sys

from pip._vendor.packaging.requirements import Requirement

logical_lines = open(sys.argv[1], encoding="utf-8").read().replace("\\\n", " ").splitlines()
for line in logical_lines:
    text = re.sub(r"\s--hash=\S+", "", line).strip()
    if not text or text.startswith("#"):
        continue
    requirement = Requirement(text)
    if requirement.marker and not requirement.marker.evaluate():
        continue
    try:
        distribution = metadata.distribution(requirement.name)
    except metadata.PackageNotFoundError:
        print(f"{requirement.name} is missing")
        continue
    if distribution.version not in requirement.specifier:
        print(f"{requirement.name} is {distribution.version}, not {requirement.specifier}")
        continue
    for file in distribution.files or []:
        if file.suffix != ".pyc" and not os.path.exists(distribution.locate_file(file)):
            print(f"{requirement.name} has lost {file}")
            break
