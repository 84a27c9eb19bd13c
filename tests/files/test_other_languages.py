"""The day table and the JSON lines, as other languages use them (其他语言)."""

from __future__ import annotations

import csv
import datetime as dt
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from tests.ledger.postgres import running
from wushan_plan import CHINA, PLAN, CalendarDays, Commitment, Notice, OutOfCoverageError, WorkingDays
from wushan_plan.cli import main
from wushan_plan.errors import CaseFileError
from wushan_plan.files.day_rows import DayRow, day_rows, write_day_table

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SQL = EXAMPLES / "sql"
FIRST, LAST = CHINA.coverage
EVERY_DAY = [FIRST + dt.timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
CASES = "CREATE TABLE cases (id INTEGER PRIMARY KEY, started DATE NOT NULL, ended DATE)"
Dues = list[tuple[dt.date, dt.date | None]]


def due_dates(commitment: Commitment) -> Dues:
    """The deadline of a case that starts on each covered day, ``None`` past the calendar."""

    def due(start: dt.date) -> dt.date | None:
        try:
            return commitment.deadline(start).date
        except OutOfCoverageError:
            return None

    return [(start, due(start)) for start in EVERY_DAY]


DUE = {
    "due-working-days.sql": due_dates(PLAN.targets["water-connection"]),
    "due-calendar-days.sql": due_dates(PLAN.targets["procurement-contract"]),
}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("days") / "days.csv"
    write_day_table(path, CHINA)
    return path


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with running() as url:
        yield url


def create_table() -> str:
    return (SQL / "days.sql").read_text("utf-8")


class TestDueDatesBySql:
    """SQL over the day table finds the deadline that Python finds, for a start on every covered day."""

    @pytest.mark.parametrize("query", DUE)
    def test_in_duckdb(self, query: str, table: Path) -> None:
        with duckdb.connect() as database:
            database.execute(create_table())
            database.execute(f"COPY days FROM '{table}' (HEADER)")
            database.execute(CASES)
            database.execute("INSERT INTO cases SELECT number, day, day FROM days")
            found = database.execute((SQL / query).read_text("utf-8")).fetchall()
        assert [(row[1], row[3]) for row in found] == DUE[query]

    @pytest.mark.parametrize("query", DUE)
    def test_in_sqlite(self, query: str, table: Path) -> None:
        with table.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        with sqlite3.connect(":memory:") as database:
            database.executescript(create_table())
            marks = ", ".join("?" * len(header))
            database.executemany(f"INSERT INTO days VALUES ({marks})", rows)
            database.execute(CASES)
            database.execute("INSERT INTO cases SELECT number, day, day FROM days")
            found = database.execute((SQL / query).read_text("utf-8")).fetchall()
        database.close()
        days = [(row[1], row[3]) for row in found]
        assert days == [(str(start), None if due is None else str(due)) for start, due in DUE[query]]

    @pytest.mark.parametrize("query", DUE)
    def test_in_postgresql(self, query: str, table: Path, postgres: str) -> None:
        import psycopg

        with psycopg.connect(postgres) as connection:
            connection.execute(create_table().encode())
            with (
                connection.cursor() as cursor,
                cursor.copy("COPY days FROM STDIN (FORMAT csv, HEADER)") as copy,
            ):
                copy.write(table.read_bytes())
            connection.execute(CASES.encode())
            connection.execute("INSERT INTO cases SELECT number, day, day FROM days")
            found = connection.execute((SQL / query).read_bytes()).fetchall()
            connection.rollback()
        assert [(row[1], row[3]) for row in found] == DUE[query]

    def test_the_queries_are_those_for_the_limits_of_the_plan(self) -> None:
        start = dt.date(2021, 9, 24)
        assert PLAN.targets["water-connection"].deadline(start).limit == WorkingDays(9)
        assert PLAN.targets["procurement-contract"].deadline(start).limit == CalendarDays(20)


class TestDayTable:
    def test_it_has_every_covered_day_in_order(self) -> None:
        assert [row.day for row in day_rows(CHINA)] == EVERY_DAY

    def test_two_ranks_subtracted_are_the_working_days_between(self) -> None:
        ranks = {row.day: row.rank for row in day_rows(CHINA)}
        start, end = dt.date(2021, 9, 24), dt.date(2021, 10, 14)
        assert ranks[end] - ranks[start] == CHINA.workdays_between(start, end) == 11

    def test_a_workday_follows_itself_and_a_rest_day_is_followed_by_the_next(self) -> None:
        assert [(row.day, row.next_workday) for row in day_rows(CHINA)] == [
            (day, CHINA.roll_forward(day)) for day in EVERY_DAY
        ]

    def test_a_rest_day_at_the_very_end_is_followed_by_nothing(self) -> None:
        closed = CHINA.with_office_days("示例单位", closed=[LAST])
        assert list(day_rows(closed))[-1].next_workday is None

    def test_the_days_of_an_office_are_in_it(self) -> None:
        closed = CHINA.with_office_days("示例单位", closed=[dt.date(2021, 9, 27)])
        row = next(row for row in day_rows(closed) if row.day == dt.date(2021, 9, 27))
        assert (row.kind, row.name, row.workday) == ("closure", "示例单位", 0)

    def test_days_no_notice_settles_are_marked(self) -> None:
        notice = Notice(2027, "示例〔2026〕1号", holidays={"元旦": [dt.date(2027, 1, 1)]})
        rows = list(day_rows(CHINA.with_notice(notice)))
        assert {row.provisional for row in rows if row.day <= LAST} == {0}
        assert next(row for row in rows if row.day == dt.date(2027, 1, 4)).provisional == 1

    def test_parquet_holds_what_csv_holds(self, table: Path, tmp_path: Path) -> None:
        assert write_day_table(tmp_path / "days.parquet", CHINA) == len(EVERY_DAY)
        rows = [DayRow(**row) for row in pq.read_table(tmp_path / "days.parquet").to_pylist()]
        assert rows == list(day_rows(CHINA))
        assert len(table.read_text("utf-8").splitlines()) == 1 + len(rows)

    def test_another_ending_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(CaseFileError, match=r"End it with \.csv or \.parquet"):
            write_day_table(tmp_path / "days.txt", CHINA)


class TestCalendarTableCommand:
    def test_writes_every_covered_day_without_a_year(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], table: Path
    ) -> None:
        assert main(["calendar", "--table", str(tmp_path / "days.csv")]) == 0
        assert (tmp_path / "days.csv").read_bytes() == table.read_bytes()
        assert "2004-01-01至2026-12-31共8401天" in capsys.readouterr().out

    def test_writes_the_days_of_a_year_that_is_named(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], table: Path
    ) -> None:
        assert main(["calendar", "2021", "--lang", "en", "--table", str(tmp_path / "days.csv")]) == 0
        assert "365 days, 2021-01-01 to 2021-12-31" in capsys.readouterr().out
        head, *rows = (tmp_path / "days.csv").read_text("utf-8").splitlines()
        whole = table.read_text("utf-8").splitlines()
        assert head == whole[0]
        assert rows == [row for row in whole if row.startswith("2021-")]

    def test_takes_the_days_as_known_on_a_day(self, tmp_path: Path) -> None:
        path = tmp_path / "days.csv"
        assert main(["calendar", "--as-known-on", "2021-07-30", "--table", str(path)]) == 0
        assert path.read_text("utf-8").splitlines()[-1].startswith("2021-12-31,")


@pytest.mark.parametrize("page", ["docs/how-to/java-and-sql.md", "docs/zh/how-to/java-and-sql.md"])
def test_the_page_shows_the_sql_that_is_tested(page: str) -> None:
    shown = re.findall(r"^```sql\n(.*?)^```$", (EXAMPLES.parents[1] / page).read_text("utf-8"), re.M | re.S)
    names = ("days.sql", *DUE)
    assert shown == [(SQL / name).read_text("utf-8") for name in names]


class TestJava:
    def test_the_java_program_reads_what_python_wrote(self, tmp_path: Path) -> None:
        java = shutil.which("java")
        if java is None or _version(java) < 17:
            pytest.skip("no java of version 17 or newer on PATH: install a JDK to run this")
        verdicts = tmp_path / "verdicts.jsonl"
        source = EXAMPLES / "water-2021-synthetic.csv"
        arguments = [str(source), "--target", "water-connection", "--id", "办件编号", "--as-of", "2021-12-31"]
        assert main(["evaluate", *arguments, "--out", str(verdicts)]) == 0
        command = [java, str(EXAMPLES / "java" / "ReadVerdicts.java"), str(verdicts)]
        done = subprocess.run(command, capture_output=True, check=False)
        lines = done.stdout.decode("utf-8").splitlines()
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        assert lines[:5] == [
            "met 96",
            "not-met 14",
            "pending 7",
            "unknown 3",
            "水2021-001 due 2021-10-12 overdue 2 working-days",
        ]
        assert len(lines) == 4 + 14 + 3


def _version(java: str) -> int:
    done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    found = re.search(r'version "(\d+)', done.stderr)
    return 0 if found is None else int(found[1])
