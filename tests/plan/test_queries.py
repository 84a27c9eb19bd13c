"""Questions people ask of the plan."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from wushan_plan import PLAN, Modality, WorkingDays, scorecard
from wushan_plan.errors import FactError, UnknownNameError
from wushan_plan.files.tables import write_table
from wushan_plan.model.criteria import Ceiling, TimeLimit


class TestSelect:
    def test_without_conditions_it_is_everything(self) -> None:
        assert PLAN.select() == PLAN.commitments

    def test_by_lead_unit_it_is_what_binds_that_unit(self) -> None:
        finance = PLAN.select(lead_unit="县财政局")
        assert finance == PLAN.lead_unit("finance").commitments
        assert {one.section.id for one in finance if one.section} == {"1.3", "1.4", "2.4"}

    def test_by_modality(self) -> None:
        assert {one.number for one in PLAN.select(modality=Modality.MUST_NOT)} >= {"m07.1", "m13.7"}

    def test_by_criterion_parts_of_a_criterion_count(self) -> None:
        assert "joint-survey-visits" in {one.id for one in PLAN.select(criterion=Ceiling)}
        assert len(PLAN.select(criterion=TimeLimit, is_target=True)) == 8

    def test_by_platform(self) -> None:
        found = PLAN.select(platform="渝快办")
        assert found
        assert all(any("渝快办" in name for name in one.platforms) for one in found)

    def test_by_date(self) -> None:
        assert [one.id for one in PLAN.select(due_by=dt.date(2021, 10, 31))] == ["sichuan-chongqing-services"]
        assert len(PLAN.select(due_by=dt.date(2021, 12, 31))) >= 4

    def test_by_actor_and_beneficiary(self) -> None:
        assert {one.id for one in PLAN.select(actor="采购单位", is_target=True)} >= {"procurement-contract"}
        assert "gas-connection" in {one.id for one in PLAN.select(beneficiary="用气")}

    def test_the_beneficiary_may_be_named_in_english(self) -> None:
        assert PLAN.select(beneficiary="Gas users") == PLAN.select(beneficiary="用气用户")

    def test_conditions_are_all_required(self) -> None:
        assert [one.id for one in PLAN.select(lead_unit="finance", criterion=TimeLimit)] == [
            "procurement-contract",
            "procurement-acceptance",
            "procurement-payment",
        ]

    def test_an_unknown_unit_is_refused(self) -> None:
        with pytest.raises(UnknownNameError):
            PLAN.select(lead_unit="县财证局")


class TestSearch:
    def test_finds_the_prepayment(self) -> None:
        assert "procurement-prepayment" in {one.id for one in PLAN.search("预付款")}

    def test_every_word_must_occur(self) -> None:
        assert [one.id for one in PLAN.search("low-voltage power")] == ["power-low-voltage"]

    def test_finds_a_note_by_its_english(self) -> None:
        assert [one.id for one in PLAN.search("postage")] == ["m28.8"]

    def test_finds_whom_it_is_for_by_its_english(self) -> None:
        assert "power-low-voltage" in {one.id for one in PLAN.search("low voltage")}

    def test_nothing_finds_nothing(self) -> None:
        assert PLAN.search("  ") == ()
        assert PLAN.search("不存在的词语") == ()


class TestTable:
    def test_has_a_row_for_every_commitment(self, tmp_path: Path) -> None:
        write_table(PLAN, tmp_path / "table.csv")
        with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["承诺编号"] for row in rows] == [one.id for one in PLAN.commitments]
        water = next(row for row in rows if row["承诺编号"] == "water-connection")
        assert (water["限值"], water["措施"], water["句"], water["判定所需事实"]) == (
            "9个工作日",
            "6",
            "1",
            "受理日期 [start]、通水日期 [end]（可缺）",
        )

    def test_notes_and_beneficiaries_stand_in_both_languages(self) -> None:
        water = next(row for row in PLAN.rows() if row["id"] == "water-connection")
        commitment = PLAN.commitment("water-connection")
        assert (water["beneficiary"], water["beneficiary_en"]) == ("用水一般项目用户", "ordinary water users")
        assert (water["notes"], water["notes_en"]) == (*commitment.notes, *commitment.notes_en)


class TestMisuse:
    """A question that could never be answered with yes is refused, not answered with nothing."""

    @pytest.mark.parametrize(
        "conditions", [{"modality": "must"}, {"criterion": "TimeLimit"}, {"due_by": "2021-12-31"}]
    )
    def test_conditions_of_the_wrong_type_are_refused(self, conditions: dict[str, str]) -> None:
        with pytest.raises(FactError):
            PLAN.select(**conditions)  # type: ignore[arg-type]  # what is refused

    def test_a_scorecard_takes_verdicts_on_its_own_commitment_alone(self) -> None:
        verdict = PLAN.targets["water-connection"].evaluate(
            start=dt.date(2021, 9, 1), as_of=dt.date(2021, 9, 2)
        )
        with pytest.raises(FactError, match="takes verdicts on it alone"):
            scorecard(PLAN.targets["gas-connection"], [verdict])

    def test_a_limit_is_a_number_of_days_of_one_kind(self) -> None:
        with pytest.raises(FactError, match="number of working days or of calendar days"):
            PLAN.targets["water-connection"].with_limit(7)  # type: ignore[arg-type]  # what is refused


class TestTrial:
    def test_a_trial_limit_is_said_beside_the_plans_own(self) -> None:
        trial = PLAN.targets["water-connection"].with_limit(WorkingDays(7))
        assert (
            "试算：按7个工作日判定；方案承诺的是9个工作日。" in trial.deadline(dt.date(2021, 9, 24)).explain()
        )

    def test_the_plans_own_limit_is_no_trial(self) -> None:
        water = PLAN.targets["water-connection"]
        assert water.with_limit(WorkingDays(7)).with_limit(WorkingDays(9)) == water


def test_a_commitment_shows_itself_in_one_line() -> None:
    assert repr(PLAN.commitment("m06.1")) == "<Commitment m06.1 water-connection>"
    assert len(repr(PLAN)) < 100
