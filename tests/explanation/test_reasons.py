"""Every reason is said by some verdict, in words of both languages (理由)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import attrs
import pytest

from tests.evaluation.facts_for import facts_for, judge
from tests.evaluation.small_plan import CONDITIONAL_SCOPE, commitment_of
from wushan_plan import CHINA, PLAN, Commitment, Modality, Status, WorkdayCalendar, WorkingDays
from wushan_plan.explanation.reasons import reason_text
from wushan_plan.model.criteria import (
    Discretion,
    Entitlement,
    Event,
    Exemption,
    Milestone,
    Prohibition,
    Quantity,
    TimeLimit,
)
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Reason, ReasonCode, Verdict

START, NINTH, AFTER = date(2021, 9, 24), date(2021, 10, 12), date(2022, 1, 20)
FILED, DONE = Event("受理", "acceptance"), Event("办结", "completion")


def settled_to(last: date) -> WorkdayCalendar:
    """The national calendar as it was known when notices reached to ``last``."""
    return WorkdayCalendar(attrs.evolve(CHINA.days, settled_to=last))


def of_the_document() -> Iterator[Verdict]:
    """Each commitment in each of its statuses."""
    for one in PLAN.commitments:
        for status in one.possible_statuses:
            yield judge(one, facts_for(one, status))


def of_special_cases() -> Iterator[Verdict]:
    """What the ordinary course of things does not bring about."""
    water = PLAN.targets["water-connection"]
    yield water.evaluate(start=START, as_of=AFTER)
    yield water.evaluate(start=START, as_of=date(2021, 9, 1))
    yield water.evaluate(start=START, end=NINTH, as_of=date(2021, 9, 30))
    yield water.evaluate(start=START, end=AFTER, excuse="事出有因")
    yield PLAN.targets["procurement-acceptance"].evaluate(start=START, end=AFTER, excuse="事出有因")
    yield PLAN.targets["power-10kv"].evaluate(cases=[])
    yield PLAN.targets["cross-province-services"].evaluate(items=74, reached_on=AFTER, as_of=AFTER)
    yield PLAN.targets["complaint-handling-rate"].evaluate(complaints_handled=0, complaints_received=0)
    mean = PLAN.targets["power-10kv"]
    yield mean.evaluate(cases=[(START, NINTH)], unread_cases=2)
    yield PLAN.targets["legal-review-coverage"].evaluate(universe=0, covered=0)
    yield PLAN.commitment("m08.1").evaluate(done=True)
    yield commitment_of(Milestone("试点", "a pilot"), Modality.EXPLORE).evaluate(done=False, as_of=AFTER)
    yield commitment_of(Prohibition("某行为", "some act")).evaluate(incidents=2)
    yield commitment_of(Prohibition("某行为", "some act"), scope=CONDITIONAL_SCOPE).evaluate(eligible=False)
    for demanded in (0, 1):
        yield commitment_of(Exemption("某材料", "some document")).evaluate(demanded=demanded)
    free = commitment_of(Entitlement("某服务", "some service", Quantity("fee", "收费", "fee", "元")))
    for granted, fee in ((True, 0), (False, 0), (True, 5)):
        yield free.evaluate(granted=granted, fee=fee)
    for exercised in (True, False):
        yield commitment_of(Discretion("某权力", "a power")).evaluate(exercised=exercised)
    limit = TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT)
    yield commitment_of(limit, calendar=settled_to(START)).evaluate(start=START, end=NINTH)


@cache
def said() -> dict[ReasonCode, Reason]:
    """One example of each reason that the verdicts give."""
    examples: dict[ReasonCode, Reason] = {}
    for verdict in (*of_the_document(), *of_special_cases()):
        for reason in verdict.reasons:
            examples.setdefault(reason.code, reason)
    return examples


@pytest.mark.parametrize("code", list(ReasonCode), ids=lambda code: code.value)
def test_every_reason_is_given_by_some_verdict(code: ReasonCode) -> None:
    assert code in said()


@pytest.mark.parametrize("code", list(ReasonCode), ids=lambda code: code.value)
def test_every_reason_is_a_sentence_in_both_languages(code: ReasonCode) -> None:
    zh, en = reason_text(said()[code], "zh"), reason_text(said()[code], "en")
    assert any("一" <= character <= "鿿" for character in zh)
    assert zh.endswith("。")
    assert any(character.isascii() and character.isalpha() for character in en)
    assert en.endswith(".")


def short(name: str, **facts: object) -> str:
    return PLAN.commitment(name).evaluate(as_of=AFTER, **facts).explain()  # type: ignore[arg-type]


class TestSpokenNumbers:
    """A reason says the numbers it rests on, with their units."""

    def test_a_mean_is_said_with_total_and_number_of_cases(self) -> None:
        cases = [(START, date(2021, 9, 26)), (START, date(2021, 9, 27)), (START, date(2021, 9, 27))]
        text = PLAN.targets["power-10kv"].evaluate(cases=cases, as_of=AFTER).explain()
        assert "3件共用5个工作日，平均约1.67个工作日，不超过30个工作日" in text

    def test_a_rate_is_said_with_both_its_figures(self) -> None:
        text = short("complaint-handling-rate", complaints_handled=3, complaints_received=4)
        assert "4件中完成3件，为75%，应达100%" in text

    def test_a_floor_is_said_with_what_is_still_needed(self) -> None:
        text = PLAN.targets["cross-province-services"].evaluate(items=70, as_of=START).explain("en")
        assert "at least 74 needed (by Fri 31 December 2021)" in text
        assert "4 more needed" in text

    def test_open_items_are_named(self) -> None:
        text = short("legal-review-coverage", universe=["甲决定", "乙决定"], covered=["甲决定"])
        assert "应覆盖2，已覆盖1。未覆盖：乙决定" in text

    def test_missing_facts_are_named_by_label_and_keyword(self) -> None:
        assert "缺少事实：受理日期（start）" in short("water-connection")

    def test_the_later_starting_event_is_named(self) -> None:
        text = short(
            "procurement-payment",
            invoice=date(2021, 11, 1),
            condition_met=date(2021, 11, 10),
            end=date(2021, 11, 17),
        )
        assert "较晚" in text
        assert "2021年11月10日（周三）" in text


def provisional() -> Commitment:
    limit = TimeLimit(WorkingDays(9), FILED, DONE, Reading.BY_COUNT)
    return commitment_of(limit, calendar=settled_to(date(2021, 9, 30)))


class TestProvisional:
    """What counts on days no notice settles is marked as provisional wherever it is shown."""

    @pytest.mark.parametrize(("lang", "word"), [("zh", "暂定"), ("en", "provisional")])
    def test_in_the_words_of_deadline_and_verdict(self, lang: str, word: str) -> None:
        commitment = provisional()
        verdict = commitment.evaluate(start=START, end=NINTH)
        assert verdict.provisional
        assert word in verdict.explain(lang).splitlines()[0]  # type: ignore[arg-type]
        assert word in commitment.deadline(START).explain(lang).splitlines()[0]  # type: ignore[arg-type]

    def test_in_the_picture_and_the_printed_date(self) -> None:
        deadline = provisional().deadline(START)
        assert "暂定" in deadline.display().html
        assert str(deadline) == "2021-10-12（暂定）"

    def test_not_where_every_counted_day_is_settled(self) -> None:
        verdict = provisional().evaluate(start=date(2021, 9, 1), end=date(2021, 9, 3), as_of=date(2021, 9, 3))
        assert (verdict.status, verdict.provisional) == (Status.MET, False)
