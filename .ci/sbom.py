"""Completes and checks the list of what the core rests on: ``python .ci/sbom.py LIST VERSION``."""

import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

path, version = Path(sys.argv[1]), sys.argv[2]
bom = json.loads(path.read_text("utf-8"))

# The version is read from the package when it is built, so the project's own file does not name it.
main = bom["metadata"]["component"]
main["version"] = version
text = json.dumps(bom, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
assert problem is None, problem

parts = {one["name"]: one["version"] for one in bom["components"]}
needed = {"attrs", "chinesecalendar", "python-dateutil"}
# python-dateutil brings six or tzdata, whichever its version needs.
assert needed <= parts.keys() <= needed | {"six", "tzdata"}, parts
path.write_text(text, "utf-8")
rests_on = ", ".join(f"{name} {each}" for name, each in sorted(parts.items()))
print(f"{main['name']} {version} rests on {rests_on}")
