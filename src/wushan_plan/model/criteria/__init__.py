"""How a commitment is checked (判定标准): one legal word, one small class.

A criterion is a shape without an opinion. It says which facts it needs and what they are measured
against; what the facts amount to is decided in ``wushan_plan.evaluation``, in modules of the same names.
"""
# ruff: noqa: I001 - the order is that of the pages and schemas made from here

from wushan_plan.model.criteria.criterion import Event as Event, Quantity as Quantity, Criterion as Criterion
from wushan_plan.model.criteria.clocks import (
    TimeLimit as TimeLimit,
    MeanTimeLimit as MeanTimeLimit,
    Promptness as Promptness,
)
from wushan_plan.model.criteria.deeds import Milestone as Milestone, Recurring as Recurring
from wushan_plan.model.criteria.quantities import (
    Ceiling as Ceiling,
    Floor as Floor,
    ExactCount as ExactCount,
    RatioFloor as RatioFloor,
    FullRate as FullRate,
    Coverage as Coverage,
    Item as Item,
    Checklist as Checklist,
    Direction as Direction,
    Trend as Trend,
)
from wushan_plan.model.criteria.deeds import (
    Prohibition as Prohibition,
    Exemption as Exemption,
    Entitlement as Entitlement,
    Discretion as Discretion,
)
from wushan_plan.model.criteria.combined import AllOf as AllOf, Summary as Summary
