"""The calendar as a table, one row a day: working days by SQL or a spreadsheet alone (逐日数据).

Two numbers answer every question about limits. ``rank`` is how many working days there are up to and
including the day, so that two ranks subtracted give the working days between; ``next_workday`` is where
a calendar-day period that ends on the day rolls to.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import attrs

from wushan_plan.counting.workday_calendar import WorkdayCalendar
from wushan_plan.errors import CaseFileError, MissingExtraError
from wushan_plan.files.safe_output import replacing, replacing_path, spreadsheet_text
from wushan_plan.plain_text import one_line

ENDINGS = (".csv", ".parquet")
_EPOCH = dt.date(1970, 1, 1).toordinal()


@attrs.frozen
class DayRow:
    """One day as a row of a database table (逐日数据行).

    Whole numbers stand for truths, so that one statement fits every database.

    Attributes:
        day: the day.
        number: days since 1970-01-01, for databases without arithmetic on dates.
        kind: what it is, the value of its ``DayKind``.
        name: the festival in Chinese, for a holiday or a make-up day; empty otherwise.
        notice: number of the notice that says so; empty for plain days.
        workday: 1 for a working day, otherwise 0.
        rank: working days from the first covered day up to and including this one.
        next_workday: the day itself if it is worked, else the next working day; ``None`` where the
            calendar ends before it.
        provisional: 1 where no published notice settles the day, otherwise 0.
    """

    day: dt.date
    number: int
    kind: str
    name: str
    notice: str
    workday: int
    rank: int
    next_workday: dt.date | None
    provisional: int


def day_rows(calendar: WorkdayCalendar) -> Iterator[DayRow]:
    """Every covered day of ``calendar``, in order."""
    worked = (date for date, is_workday in calendar.days.workdays() if is_workday)
    following = next(worked, None)
    rank = 0
    for date, is_workday in calendar.days.workdays():
        if following is not None and following < date:
            following = next(worked, None)
        rank += is_workday
        day = calendar.day(date)
        yield DayRow(
            day=date,
            number=date.toordinal() - _EPOCH,
            kind=day.kind.value,
            name=day.name,
            notice=day.notice,
            workday=int(is_workday),
            rank=rank,
            next_workday=following,
            provisional=int(day.provisional),
        )


def write_day_table(path: str | Path, calendar: WorkdayCalendar, year: int | None = None) -> int:
    """Writes the table as CSV or parquet, by the ending of ``path``; gives the number of its rows.

    Every covered day is in it, or those of ``year`` alone; ranks count from the first covered day in
    both, so that tables of several years go together.

    CSV is UTF-8 without a byte order mark, with the names of the columns in the first line; what is
    not known is empty. The file appears under its name when it is complete.

    Raises:
        CaseFileError: for another ending.
        MissingExtraError: for parquet without the extra ``parquet``.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending == ".csv":
        return _write_csv(path, _rows(calendar, year))
    if ending == ".parquet":
        return _write_parquet(path, _rows(calendar, year))
    raise CaseFileError(
        value=str(path),
        rule="the format is told by the ending of the name.",
        where="write_day_table",
        remedy=f"End it with {' or '.join(ENDINGS)}.",
        zh=f"看不出要什么格式，文件名请以{'或'.join(ENDINGS)}结尾",
    )


def _rows(calendar: WorkdayCalendar, year: int | None) -> Iterator[DayRow]:
    return (row for row in day_rows(calendar) if year is None or row.day.year == year)


def _write_csv(path: Path, rows: Iterator[DayRow]) -> int:
    number = 0
    with replacing(path, "utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in attrs.fields(DayRow)])
        for row in rows:
            cells = attrs.astuple(row)  # None is written as an empty field
            writer.writerow(
                [spreadsheet_text(one_line(one)) if isinstance(one, str) else one for one in cells]
            )
            number += 1
    return number


def _write_parquet(path: Path, found: Iterator[DayRow]) -> int:
    try:
        import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
        import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("parquet", "pyarrow", "writing parquet") from error
    kinds = {
        "day": pa.date32(), "number": pa.int32(), "workday": pa.int32(), "rank": pa.int32(),
        "next_workday": pa.date32(), "provisional": pa.int32(),
    }  # fmt: skip
    rows = list(found)
    table = pa.table(
        {
            field.name: pa.array(
                [getattr(row, field.name) for row in rows], kinds.get(field.name, pa.string())
            )
            for field in attrs.fields(DayRow)
        }
    )
    with replacing_path(path) as part:
        pq.write_table(table, str(part))
    return len(rows)
