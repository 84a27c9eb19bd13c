"""The librarian of a plan: binds its official text and compares others (方案原文核对者)."""

from __future__ import annotations

from pathlib import Path

import attrs

from wushan_plan.model.plan import Plan
from wushan_plan.model.source import Comparison


@attrs.frozen
class PlanLibrarian:
    """Binds official texts and compares others; knows nothing of its own (方案原文核对者).

    Few who import a plan hold its text, so the modules that read texts are loaded when needed.
    """

    def bind(self, plan: Plan, text: str | Path) -> Plan:
        """See :meth:`wushan_plan.model.plan.Plan.bind`."""
        from wushan_plan.source.binding import bind

        return bind(plan, text)

    def compare(self, plan: Plan, text: str | Path) -> Comparison:
        """See :meth:`wushan_plan.model.plan.Plan.compare`."""
        from wushan_plan.source.comparison import compare

        return compare(plan, text)
