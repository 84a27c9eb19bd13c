"""What the added columns are called (结果列名)."""

from __future__ import annotations

import attrs

from wushan_plan.errors import DefinitionError


@attrs.frozen
class Names:
    """The names of the columns that judging adds (结果列名).

    Attributes:
        deadline: the last day in time.
        elapsed: days from start to end, or to the day of judgement while open.
        overdue: days beyond the limit.
        status: the value of the :class:`~wushan_plan.model.modality.Status`.
        depends_on_reading: whether another reading would give another status.
        problem: why the status is unknown; null otherwise.
        provisional: whether a day no notice has settled was counted; added only where the calendar
            holds such days.
    """

    deadline: str = "deadline"
    elapsed: str = "elapsed"
    overdue: str = "overdue"
    status: str = "status"
    depends_on_reading: str = "depends_on_reading"
    problem: str = "problem"
    provisional: str = "provisional"

    def __attrs_post_init__(self) -> None:
        names = attrs.astuple(self)
        if len(set(names)) != len(names) or not all(names):
            raise DefinitionError(
                value=names,
                rule="each added column has a name of its own.",
                where="Names",
                remedy="Give different names.",
            )

    @classmethod
    def chinese(cls) -> Names:
        """The names an office would give them."""
        return cls("截止日", "用时", "逾期", "结论", "随口径变化", "问题", "暂定")
