"""Where document and engine are introduced to each other (组装): the only module that knows both."""

from __future__ import annotations

from wushan_plan.plan2021.contents import DOCUMENT
from wushan_plan.plans import introduced

PLAN = introduced(DOCUMENT)
"""巫山府办发〔2021〕66号 (本方案), judged on :data:`CHINA`; binds and compares its official text."""
