"""Errors: one family, each with the value, the rule it breaks, where it was found, and the remedy."""

from __future__ import annotations

from datetime import date

from wushan_plan import (
    CHINA,
    PLAN,
    FactError,
    OutOfCoverageError,
    UnknownNameError,
    Verdict,
    WushanPlanError,
    judged_by,
)


def answer(target: str, start: date, end: date | None, as_of: date) -> Verdict | str:
    """A verdict, or a sentence a user can act upon."""
    try:
        return PLAN.commitment(target).evaluate(start=start, end=end, as_of=as_of)
    except UnknownNameError as error:  # a KeyError, too
        return f"no such target: {error.remedy}"
    except FactError as error:  # a ValueError, too
        return f"{error.where}: {error.rule} {error.remedy}"
    except OutOfCoverageError:  # past the last notice: ask for a provisional answer, and say so
        later = judged_by(PLAN, CHINA.provisional(date(2030, 12, 31)))
        return later.commitment(target).evaluate(start=start, end=end, as_of=as_of)
    except WushanPlanError as error:  # whatever else this library raises on purpose
        return error.zh or str(error)


def main() -> None:
    day = date(2021, 9, 24)
    print(answer("water-conection", day, None, day))
    print(answer("water-connection", day, date(2021, 9, 1), day))
    provisional = answer("water-connection", date(2026, 12, 25), date(2027, 1, 12), date(2027, 1, 31))
    print(isinstance(provisional, Verdict) and provisional.provisional)


if __name__ == "__main__":
    main()
