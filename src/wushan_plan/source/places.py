"""The places of a plan, and how findings name them (条款位置)."""

from __future__ import annotations

from wushan_plan.model.plan import Measure, Plan, Safeguard

Remark = tuple[str, str, str]
"""Where, what in Chinese, what in English."""


def places(plan: Plan) -> tuple[Measure | Safeguard, ...]:
    """Measures, then safeguards, in printed order."""
    return (*plan.measures, *plan.safeguards)
