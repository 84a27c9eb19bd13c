"""The examples of importing are scripts that stand side by side, as in a project of their own."""

from __future__ import annotations

import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "importing"
sys.path.append(str(EXAMPLES))
