"""One case: when is it due, and was the promise kept?"""

from __future__ import annotations

from datetime import date

from wushan_plan import PLAN, Deadline, Status, Verdict


def due(started: date) -> Deadline:
    """The day a water connection is due."""
    return PLAN.targets["water-connection"].deadline(started)


def judged(started: date, ended: date | None, as_of: date) -> Verdict:
    """Whether it was in time; ``ended`` is ``None`` while it is open."""
    return PLAN.targets["water-connection"].evaluate(start=started, end=ended, as_of=as_of)


def main() -> None:
    deadline = due(date(2021, 9, 24))
    verdict = judged(date(2021, 9, 24), date(2021, 10, 14), date(2021, 12, 31))
    late = verdict.overdue.days if verdict.overdue is not None else 0
    print(deadline.date, verdict.status is Status.NOT_MET, late)


if __name__ == "__main__":
    main()
