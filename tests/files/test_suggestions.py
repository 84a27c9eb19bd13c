"""Which column carries which fact: certain only where the name says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wushan_plan import PLAN
from wushan_plan.files.judging import cell_facts
from wushan_plan.files.suggestions import labels_of, suggest_columns

WATER = PLAN.targets["water-connection"]


class TestCertain:
    @pytest.mark.parametrize(
        "column", ["受理日期", "受理时间", " 受 理 日 期 ", "办理情况/受理日期", "start", "受理日"]
    )
    def test_the_label_of_the_fact_or_the_same_event_under_another_ending(self, column: str) -> None:
        assert suggest_columns(WATER, ["编号", column]).certain == {"start": column}

    def test_the_label_itself_outweighs_other_endings(self) -> None:
        found = suggest_columns(WATER, ["受理时间", "受理日期", "通水日期"])
        assert found.certain == {"start": "受理日期", "end": "通水日期"}

    def test_units_in_brackets_do_not_matter(self) -> None:
        target = PLAN.targets["procurement-prepayment"]
        found = suggest_columns(target, ["预付款（元）", "合同价(元)", "供应商为中小企业"])
        assert found.certain == {
            "prepayment": "预付款（元）",
            "contract_price": "合同价(元)",
            "is_sme": "供应商为中小企业",
        }

    def test_a_clock_with_two_starting_events_asks_for_each(self) -> None:
        found = suggest_columns(PLAN.targets["procurement-payment"], ["收到发票日期", "付款条件成就日期"])
        assert set(found.certain) == {"invoice", "condition_met"}


class TestNear:
    @pytest.mark.parametrize("column", ["申请日期", "报装时间", "受理登记日期"])
    def test_a_neighbouring_event_is_suggested_and_never_taken(self, column: str) -> None:
        # 申请 is before 受理: taking the one for the other would move the clock.
        found = suggest_columns(WATER, ["编号", column])
        assert "start" not in found.certain
        assert found.near["start"] == (column,)

    def test_two_columns_that_say_the_same_are_both_suggested(self) -> None:
        found = suggest_columns(WATER, ["受理时间", "受理日"])
        assert "start" not in found.certain
        assert found.near["start"] == ("受理时间", "受理日")

    def test_a_misspelt_name_is_suggested(self) -> None:
        assert suggest_columns(WATER, ["通水日其", "受理日期"]).near["end"] == ("通水日其",)

    @pytest.mark.parametrize("column", ["受理人", "受理编号", "乡镇街道", "备注"])
    def test_what_is_no_date_is_not_suggested_for_one(self, column: str) -> None:
        assert suggest_columns(WATER, [column]).near == {}

    def test_a_reason_is_taken_by_its_very_name_only(self) -> None:
        contract = PLAN.targets["procurement-contract"]
        assert suggest_columns(contract, ["偏离理由"]).certain == {"excuse": "偏离理由"}
        assert "excuse" not in suggest_columns(contract, ["偏离原因", "理由"]).near


class TestEveryTarget:
    """A file headed with a target's own labels needs no column named; no column serves two facts."""

    @pytest.mark.parametrize("name", sorted(PLAN.targets))
    def test_own_labels_are_certain(self, name: str) -> None:
        target = PLAN.targets[name]
        facts = [fact for fact in cell_facts(target).values() if fact.name not in ("excuse", "start")]
        found = suggest_columns(target, [fact.zh for fact in facts])
        assert {fact.name for fact in facts} <= set(found.certain)

    @given(st.sampled_from(sorted(PLAN.targets)), st.data())
    def test_law(self, name: str, data: st.DataObject) -> None:
        target = PLAN.targets[name]
        words = [*labels_of(target), "申请日期", "办结时间", "备注", "日期", "x"]
        columns = data.draw(st.lists(st.sampled_from(words), unique=True))
        found = suggest_columns(target, columns)
        taken = list(found.certain.values())
        assert len(taken) == len(set(taken))
        assert set(taken) <= set(columns)
        assert not set(found.certain) & set(found.near)
        assert {column for near in found.near.values() for column in near} <= set(columns)
