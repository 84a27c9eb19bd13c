"""Functions over tables: their language, their names in errors, and the order of their answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from tests.frames.traps import AS_OF, ENGINES, ENGINES_WARN, arrow_table, trap_rows
from wushan_plan import PLAN, WorkingDays, frames
from wushan_plan.errors import DefinitionError, FactError, UnknownNameError
from wushan_plan.frames import FrameError, Month, rows_of

pytestmark = ENGINES_WARN

D = dt.date
WATER = PLAN.targets["water-connection"]
TABLE = arrow_table(trap_rows(60))
DAYS: dict[str, Any] = {"as_of": AS_OF, "start": "start", "end": "end"}
MONTH = Month("start")
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "evaluate": frames.evaluate,
    "scorecard": frames.scorecard,
    "worst": frames.worst,
    "compare": lambda table, target, **options: frames.compare(table, target, WorkingDays(12), **options),
    "changes": lambda table, target, **options: frames.changes(table, target, WorkingDays(12), **options),
    "sweep": lambda table, target, **options: frames.sweep(table, target, [9, 12], **options),
    "limit_for": lambda table, target, **options: frames.limit_for(table, target, 95, **options),
}
every_function = pytest.mark.parametrize("name", FUNCTIONS)
every_engine = pytest.mark.parametrize("engine", ENGINES)


class TestLanguage:
    """Every function takes the language it is to speak, Chinese or English, and no other."""

    @pytest.mark.parametrize("name", ["scorecard", "sweep", "limit_for"])
    @pytest.mark.parametrize(("lang", "called"), [("zh", "月份"), ("en", "month")])
    def test_a_column_of_months_without_a_name_has_one(self, name: str, lang: str, called: str) -> None:
        made = FUNCTIONS[name](TABLE, WATER, by=MONTH, lang=lang, **DAYS)
        assert made.column_names[0] == called

    def test_a_column_of_months_keeps_the_name_it_was_given(self) -> None:
        made = frames.scorecard(TABLE, WATER, by=Month("start", "受理月"), lang="en", **DAYS)
        assert made.column_names[0] == "受理月"

    @pytest.mark.parametrize("name", ["evaluate", "compare"])
    def test_problems_are_told_in_it(self, name: str) -> None:
        made = FUNCTIONS[name](TABLE, WATER, lang="en", **DAYS)
        assert "the case ends before it starts" in made["problem"].to_pylist()

    def test_a_mapping_calls_months_in_it(self) -> None:
        mapping = {"water-connection": {"start": "start", "end": "end", "by": [{"month": "start"}]}}
        cards = frames.scorecard(TABLE, PLAN, mapping, as_of=AS_OF, lang="en")
        assert cards["water-connection"].column_names[0] == "month"

    def test_lead_units_are_named_in_it(self) -> None:
        card = frames.scorecard(TABLE, WATER, **DAYS)
        rows = frames.lead_unit_rows(PLAN, {WATER.id: card}, "en")
        assert [row["lead_unit"] for row in rows] == [unit.name_en for unit in WATER.lead_units]

    def test_files_are_summed_up_in_it(self, tmp_path: Path) -> None:
        (tmp_path / "cases.csv").write_text("s,e\n2021-09-24,2021-10-12\n", "utf-8")
        (row,) = frames.scorecard_files(
            tmp_path, WATER, by=Month("s"), lang="en", as_of=AS_OF, start="s", end="e"
        )
        assert row["month"] == "2021-09"

    @every_function
    @pytest.mark.parametrize("lang", ["EN", "English", "", None])
    def test_another_is_refused(self, name: str, lang: Any) -> None:
        with pytest.raises(FactError) as caught:
            FUNCTIONS[name](TABLE, WATER, lang=lang, **DAYS)
        assert (caught.value.value, caught.value.remedy) == (lang, "Give 'zh' or 'en'.")
        assert caught.value.where == f"frames.{name}(water-connection, lang=…)"

    @pytest.mark.parametrize(
        ("call", "where"),
        [
            (lambda lang: frames.scorecard(TABLE, PLAN, {}, lang=lang), "frames.scorecard(lang=…)"),
            (lambda lang: frames.lead_unit_rows(PLAN, {}, lang), "frames.lead_unit_rows(lang)"),
            (frames.Problem.UNREADABLE.text, "Problem.text(lang)"),
        ],
        ids=["plan", "lead units", "problem"],
    )
    def test_another_is_refused_for_a_plan_too(self, call: Callable[[Any], object], where: str) -> None:
        with pytest.raises(FactError) as caught:
            call("EN")
        assert caught.value.where == where


class TestErrors:
    """An error names the function that was called and what to write instead."""

    @every_function
    def test_about_a_name_the_target_does_not_ask_for(self, name: str) -> None:
        with pytest.raises(UnknownNameError) as caught:
            FUNCTIONS[name](TABLE, WATER, begin="start")
        assert caught.value.where == f"frames.{name}(water-connection, begin=…)"
        assert (caught.value.remedy, caught.value.near) == ("Did you mean 'start'?", ("start",))

    @every_function
    def test_about_a_column_that_is_not_there(self, name: str) -> None:
        with pytest.raises(FrameError) as caught:
            FUNCTIONS[name](TABLE, WATER, start="开始", end="end")
        assert caught.value.where == f"frames.{name}(water-connection)"

    @pytest.mark.parametrize("name", ["evaluate_files", "scorecard_files"])
    def test_about_files(self, name: str, tmp_path: Path) -> None:
        (tmp_path / "cases.csv").write_text("s\n2021-09-24\n", "utf-8")
        where = {"out": tmp_path / "out.csv"} if name == "evaluate_files" else {}
        with pytest.raises(UnknownNameError) as caught:
            getattr(frames, name)(tmp_path / "cases.csv", WATER, begin="s", **where)
        assert caught.value.where == f"frames.{name}(water-connection, begin=…)"

    @every_function
    @pytest.mark.parametrize(
        ("target", "remedy"),
        [
            ("water-connection", 'Give PLAN.targets["water-connection"].'),
            (9, 'Give PLAN.targets["…"].'),
        ],
    )
    def test_about_what_is_no_commitment(self, name: str, target: Any, remedy: str) -> None:
        with pytest.raises(FactError) as caught:
            FUNCTIONS[name](TABLE, target, **DAYS)
        assert (caught.value.value, caught.value.remedy) == (target, remedy)
        assert caught.value.where == f"frames.{name}(target)"
        assert caught.value.zh == f"请给出方案中的承诺，如{remedy.removeprefix('Give ').removesuffix('.')}"

    @pytest.mark.parametrize("percentiles", [50, 50.0, None, (0,), (101,), (50.0,), (True,), "50"])
    def test_about_percentiles_that_are_not_several_whole_numbers(self, percentiles: Any) -> None:
        with pytest.raises(DefinitionError) as caught:
            frames.scorecard(TABLE, WATER, percentiles=percentiles, **DAYS)
        assert caught.value.where == "frames.scorecard(percentiles=…)"
        assert caught.value.remedy == "Give them like (50, 90), a single one like (50,)."

    @pytest.mark.parametrize("limits", [9, None, [], [0], ["9"], [True]])
    def test_about_limits_that_are_not_several_whole_numbers(self, limits: Any) -> None:
        with pytest.raises(DefinitionError) as caught:
            frames.sweep(TABLE, WATER, limits, **DAYS)
        assert (caught.value.where, caught.value.remedy) == (
            "frames.sweep(limits=…)",
            "Give them like range(1, 31).",
        )

    @pytest.mark.parametrize("percent", [0, 101, 95.0, "95", True])
    def test_about_a_percentage_that_is_no_whole_number(self, percent: Any) -> None:
        with pytest.raises(DefinitionError) as caught:
            frames.limit_for(TABLE, WATER, percent, **DAYS)
        assert caught.value.where == "frames.limit_for(percent)"

    @pytest.mark.parametrize("by", [5, None, [5], [None]])
    def test_about_what_nothing_is_grouped_by(self, by: Any) -> None:
        with pytest.raises(FrameError) as caught:
            frames.scorecard(TABLE, WATER, by=by, **DAYS)
        assert caught.value.where == "frames.scorecard(by=…)"

    @pytest.mark.parametrize("name", ["sweep", "limit_for"])
    def test_about_a_target_without_a_limit_to_try(self, name: str) -> None:
        with pytest.raises(DefinitionError) as caught:
            FUNCTIONS[name](TABLE, PLAN.targets["power-10kv"], **DAYS)
        assert caught.value.where == f"frames.{name}(power-10kv)"

    @pytest.mark.parametrize("text", ["2021-12-31", "2021年12月31日"])
    def test_about_a_day_of_judgement_given_as_text(self, text: str) -> None:
        with pytest.raises(FrameError) as caught:
            frames.evaluate(TABLE, WATER, start="start", as_of=text)
        assert "there is no such column; if this is the day of judgement, write as_of=date(2021, 12, 31)" in (
            caught.value.rule
        )
        assert caught.value.zh == f"{text}：没有这一列；如果这就是判定基准日，请写as_of=date(2021, 12, 31)"

    def test_about_a_column_of_days_of_judgement_that_is_not_there(self) -> None:
        with pytest.raises(FrameError) as caught:
            frames.evaluate(TABLE, WATER, start="start", as_of="基准日")
        assert caught.value.zh == "基准日：没有这一列"


class TestUnreadableDates:
    """A row whose date is text that cannot be read says which column it stands in, and what it says."""

    TABLE = pa.table(
        {
            "id": [0, 1, 2, 3, 4],
            "s": ["2021-09-24", "二月三十日", "2021-09-24", None, "不详"],
            "e": ["2021-10-12", "2021-10-12", "下周", "待定", "x" * 99],
        }
    )
    ZH = (
        None,
        "s“二月三十日”：日期读不出",
        "e“下周”：日期读不出",
        "e“待定”：日期读不出",
        f"s“不详”：日期读不出；e“{'x' * 60}…”：日期读不出",
    )

    @pytest.mark.parametrize("engine", ["pandas", "pandas on Arrow", "Modin", "polars", "pyarrow", "Dask"])
    def test_at_hand(self, engine: str) -> None:
        shown = rows_of(frames.evaluate(ENGINES[engine](self.TABLE), WATER, start="s", end="e", as_of=AS_OF))
        assert [row["problem"] for row in shown] == list(self.ZH)
        assert [row["status"] for row in shown] == ["met", *["unknown"] * 4]

    def test_in_files(self, tmp_path: Path) -> None:
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        pq.write_table(self.TABLE, tmp_path / "cases.parquet")
        out = frames.evaluate_files(
            tmp_path / "cases.parquet", WATER, out=tmp_path / "out.parquet", start="s", end="e", as_of=AS_OF
        )
        assert pq.read_table(out)["problem"].to_pylist() == list(self.ZH)

    def test_in_english(self) -> None:
        shown = frames.evaluate(self.TABLE, WATER, start="s", end="e", as_of=AS_OF, lang="en")
        assert shown["problem"].to_pylist()[2] == "e: '下周': a date cannot be read"

    def test_what_is_refused_for_another_reason_says_that(self) -> None:
        table = self.TABLE.append_column("held", pa.array([0, -1, 0, 0, 0]))
        shown = frames.evaluate(table, WATER, start="s", end="e", as_of=AS_OF, suspended="held")
        assert shown["problem"].to_pylist()[:3] == [
            None,
            frames.Problem.SUSPENDED_COUNT.text("zh"),
            self.ZH[2],
        ]

    def test_what_coercing_makes_of_it_counts_as_an_open_case(self) -> None:
        raw = pd.DataFrame({"s": ["2021-09-24"], "e": ["下周"]})
        coerced = raw.apply(pd.to_datetime, errors="coerce")
        judged = [
            frames.evaluate(one, WATER, start="s", end="e", as_of=AS_OF)["status"][0]
            for one in (raw, coerced)
        ]
        assert judged == ["unknown", "not-met"]


class TestOrder:
    """Groups come out sorted, and what is missing comes last, in every engine."""

    CASES = pa.table(
        {
            "start": pa.array(
                [D(2021, 9, 24), D(2021, 3, 1), None, D(2021, 9, 1), D(2020, 12, 1)], pa.date32()
            ),
            "end": pa.array([D(2021, 10, 12), None, None, D(2021, 9, 2), D(2020, 12, 2)], pa.date32()),
            "渠道": ["网上", "窗口", "窗口", None, "一站"],
            "级": pa.array([2, None, 1, 10, 2], pa.int64()),
        }
    )

    def keys(self, made: Any, *names: str) -> list[tuple[Any, ...]]:
        return [
            tuple(None if row[name] != row[name] else row[name] for name in names) for row in rows_of(made)
        ]

    @every_engine
    def test_of_a_scorecard_by_months(self, engine: str) -> None:
        frame = ENGINES[engine](self.CASES)
        made = frames.scorecard(frame, WATER, by=Month("start"), **DAYS)
        assert self.keys(made, "月份") == [("2020-12",), ("2021-03",), ("2021-09",), (None,)]

    @every_engine
    def test_of_a_scorecard_by_several_columns(self, engine: str) -> None:
        frame = ENGINES[engine](self.CASES)
        made = frames.scorecard(frame, WATER, by=["级", "渠道"], **DAYS)
        assert self.keys(made, "级", "渠道") == [
            (1, "窗口"),
            (2, "一站"),
            (2, "网上"),
            (10, None),
            (None, "窗口"),
        ]

    @every_engine
    def test_of_a_sweep(self, engine: str) -> None:
        made = frames.sweep(ENGINES[engine](self.CASES), WATER, [12, 9], by="渠道", **DAYS)
        assert self.keys(made, "渠道", "limit") == [
            (channel, limit) for channel in ("一站", "窗口", "网上", None) for limit in (9, 12)
        ]

    @every_engine
    def test_of_the_limits_that_would_do(self, engine: str) -> None:
        made = frames.limit_for(ENGINES[engine](self.CASES), WATER, 95, by="渠道", **DAYS)
        assert self.keys(made, "渠道") == [("一站",), ("窗口",), ("网上",), (None,)]

    @every_engine
    def test_of_changes(self, engine: str) -> None:
        made = frames.changes(ENGINES[engine](self.CASES), WATER, WorkingDays(1), by="渠道", **DAYS)
        assert self.keys(made, "渠道", "status") == [
            ("一站", "met"),
            ("窗口", "not-met"),
            ("窗口", "unknown"),
            ("网上", "met"),
            (None, "met"),
        ]

    def test_of_a_lazy_table_too(self) -> None:
        made = frames.scorecard(pl.DataFrame(pl.from_arrow(self.CASES)).lazy(), WATER, by="级", **DAYS)
        assert made.collect()["级"].to_list() == [1, 2, 10, None]

    def test_of_numbers_with_nan_puts_it_after_every_number(self) -> None:
        table = self.CASES.append_column("x", pa.array([1.5, float("nan"), None, -2.0, 1.5]))
        shown = rows_of(frames.scorecard(table, WATER, by="x", **DAYS))
        assert [str(row["x"]) for row in shown] == ["-2.0", "1.5", "nan", "None"]

    def test_of_changes_by_objects_of_several_kinds_is_left_open(self) -> None:
        frame = pd.DataFrame({"s": [D(2021, 9, 24)] * 2, "x": [1, "一"]}).astype({"s": "datetime64[s]"})
        made = frames.changes(frame, WATER, WorkingDays(1), by="x", start="s", as_of=AS_OF)
        assert set(made["x"]) == {1, "一"}
