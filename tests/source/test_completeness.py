"""Nothing left out, nothing made up (完整性)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs
import pytest

from tests.source.small_plan import CULTURE, SMALL, TEXT, TRANSPORT, one
from wushan_plan import PLAN, Citation, Commitment, Measure, Modality, Plan
from wushan_plan.model.commitment import Figure, NamedTerm, Quantifier, Relation, Scope
from wushan_plan.model.criteria import (
    Ceiling,
    Criterion,
    Direction,
    ExactCount,
    Exemption,
    Floor,
    MeanTimeLimit,
    Milestone,
    Prohibition,
    Quantity,
    Trend,
)
from wushan_plan.model.periods import CalendarDays, WorkingDays
from wushan_plan.source.completeness import CHECKS, PlanFinding, check

BOUND = SMALL.bind(TEXT)
TREES = Quantity("trees", "栽树棵数", "trees planted", "棵")


def with_measure(number: int, change: Callable[[Measure], Measure], plan: Plan = BOUND) -> Plan:
    """The plan with one measure changed."""
    return attrs.evolve(
        plan,
        chapters=tuple(
            attrs.evolve(
                chapter,
                sections=tuple(
                    attrs.evolve(
                        section,
                        measures=tuple(
                            change(each) if each.number == number else each for each in section.measures
                        ),
                    )
                    for section in chapter.sections
                ),
            )
            for chapter in plan.chapters
        ),
    )


def with_commitment(name: str, **changes: object) -> Plan:
    """The plan with one commitment changed."""

    def changed(each: Commitment) -> Commitment:
        return attrs.evolve(each, **changes) if each.number == name else each  # type: ignore[arg-type]

    return with_measure(
        int(name[1:3]),
        lambda measure: attrs.evolve(
            measure, commitments=tuple(changed(each) for each in measure.commitments)
        ),
    )


def with_more(number: int, *more: Commitment) -> Plan:
    """The plan with commitments added at the end of a measure."""
    return with_measure(
        number, lambda measure: attrs.evolve(measure, commitments=(*measure.commitments, *more))
    )


def found(plan: Plan) -> list[tuple[str, str]]:
    """What the checks find, as (check, where)."""
    return [(finding.check, finding.where) for finding in check(plan)]


def test_the_official_plan_is_complete() -> None:
    assert check(PLAN) == ()


def test_the_official_plan_is_complete_against_its_text(bound: Plan) -> None:
    assert check(bound) == ()


def test_the_small_plan_is_complete_against_its_text() -> None:
    assert check(BOUND) == ()


def test_every_check_says_what_it_checks_and_has_a_name_of_its_own() -> None:
    assert all(each.__doc__ for each in CHECKS)
    assert len({each.__name__ for each in CHECKS}) == len(CHECKS)


def test_a_finding_says_what_is_wrong_in_both_languages() -> None:
    (finding,) = check(
        with_measure(4, lambda measure: attrs.evolve(measure, commitments=measure.commitments[:2]))
    )
    assert finding == PlanFinding(
        check="every_sentence_has_a_commitment",
        where="4.2",
        message="没有承诺事项引用本句。",
        message_en="No commitment cites this sentence.",
    )


def test_a_sentence_without_a_digest_cannot_be_cited() -> None:
    plan = with_more(4, one("m04.9", "4.9", Milestone("又一件事", "one more thing")))
    assert found(plan) == [("every_commitment_cites_a_known_sentence", "m04.9")]


def test_a_commitment_under_the_wrong_measure_is_found() -> None:
    plan = with_more(3, one("m03.9", "4.1", Milestone("放错的事", "a thing misplaced")))
    assert found(plan) == [
        ("every_commitment_stands_where_it_cites", "m03.9"),
        ("numbers_ascend_in_printed_order", "m04.0"),
    ]


def test_a_sentence_with_two_digests_is_found() -> None:
    plan = attrs.evolve(SMALL, digests=(*SMALL.digests, SMALL.digests[0]))
    assert found(plan) == [("every_sentence_has_one_digest", "1.0")]


def test_an_id_used_twice_is_found() -> None:
    assert ("ids_and_numbers_are_unique", "m01.2") in found(with_commitment("m02.2", id="m01.2"))


@pytest.mark.parametrize("number", ["m02.0", "m02.1"])
def test_a_number_that_does_not_ascend_is_found(number: str) -> None:
    assert ("numbers_ascend_in_printed_order", number) in found(with_commitment("m02.2", number=number))


@pytest.mark.parametrize("number", ["m03.2", "s2.2", "2.2", "m02"])
def test_a_number_that_names_another_place_is_found(number: str) -> None:
    assert ("numbers_ascend_in_printed_order", number) in found(with_commitment("m02.2", number=number))


def test_a_lead_unit_that_leads_nothing_is_found() -> None:
    idle = attrs.evolve(CULTURE, id="idle")
    plan = attrs.evolve(SMALL, lead_units=(*SMALL.lead_units, idle))
    assert found(plan) == [("every_lead_unit_leads", "idle")]


def test_a_lead_unit_that_is_not_listed_is_found() -> None:
    assert found(attrs.evolve(SMALL, lead_units=(TRANSPORT,))) == [("every_lead_unit_leads", "culture")]


def test_a_section_without_lead_unit_is_found() -> None:
    chapter = SMALL.chapters[0]
    sections = (chapter.sections[0], attrs.evolve(chapter.sections[1], lead_units=()))
    plan = attrs.evolve(SMALL, chapters=(attrs.evolve(chapter, sections=sections), SMALL.chapters[1]))
    assert found(plan) == [("every_lead_unit_leads", "culture"), ("every_lead_unit_leads", "1.2")]


def test_a_gap_in_the_numbers_of_measures_is_found() -> None:
    plan = with_measure(4, lambda measure: attrs.evolve(measure, number=5))
    assert ("every_measure_is_reachable", "5") in found(plan)


def test_a_measure_without_commitments_is_found() -> None:
    plan = with_measure(4, lambda measure: attrs.evolve(measure, commitments=(), names=()), SMALL)
    assert ("every_measure_is_reachable", "4") in found(plan)


def test_a_target_hidden_by_another_of_its_id_is_found() -> None:
    plan = with_commitment("m03.2", id="trees")
    assert ("every_target_is_reachable", "m02.1") in found(plan)


@pytest.mark.parametrize(
    "criterion",
    [
        Ceiling(TREES, 299),
        ExactCount(TREES, 200),
        Prohibition("管护责任", "care assigned"),
        Exemption("管护责任", "care assigned"),
    ],
)
def test_commitments_of_a_measure_that_cannot_both_be_kept_are_found(criterion: Criterion) -> None:
    plan = with_more(2, one("m02.9", "2.2", criterion))
    assert [check for check, _ in found(plan)] == ["commitments_of_a_measure_do_not_contradict"]


@pytest.mark.parametrize("criterion", [Ceiling(TREES, 300), ExactCount(TREES, 300), Floor(TREES, 100)])
def test_bounds_that_can_both_be_kept_are_no_contradiction(criterion: Criterion) -> None:
    assert found(with_more(2, one("m02.9", "2.2", criterion))) == []


def test_a_must_and_a_must_not_of_the_same_thing_are_found() -> None:
    thing = Milestone("管护责任", "care assigned")
    plan = with_more(2, one("m02.9", "2.2", thing, modality=Modality.MUST_NOT))
    assert found(plan) == [("commitments_of_a_measure_do_not_contradict", "m02.2")]


def test_opposite_trends_of_the_same_thing_are_found() -> None:
    plan = with_more(3, one("m03.9", "3.2", Trend("夜间班次", "night buses", Direction.DOWN, "班")))
    assert found(plan) == [("commitments_of_a_measure_do_not_contradict", "m03.1")]


def test_commitments_about_different_scopes_do_not_contradict() -> None:
    def scoped(number: str, criterion: Criterion, scope: str) -> Commitment:
        return attrs.evolve(one(number, "2.2", criterion), scope=Scope(scope, scope))

    plan = with_more(
        2,
        scoped("m02.8", Prohibition("修剪", "pruning"), "古树"),
        scoped("m02.9", Milestone("修剪", "pruning"), "新树"),
    )
    assert found(plan) == []


LAW = SMALL.commitment("shelving").law[0]


@pytest.mark.parametrize(
    ("relation", "limit", "agrees"),
    [
        (Relation.STRICTER, WorkingDays(6), True),
        (Relation.STRICTER, WorkingDays(5), False),
        (Relation.STRICTER, WorkingDays(4), False),
        (Relation.EQUAL, WorkingDays(5), True),
        (Relation.EQUAL, WorkingDays(4), False),
        (Relation.EQUAL, WorkingDays(6), False),
        (Relation.EQUAL, CalendarDays(3), True),
        (Relation.STRICTER, None, True),
        (Relation.DIFFERENT_SCOPE, WorkingDays(3), True),
        (Relation.PARENT, WorkingDays(3), True),
    ],
)
def test_a_limit_stands_to_the_law_as_it_says(
    relation: Relation, limit: WorkingDays | CalendarDays | None, agrees: bool
) -> None:
    plan = with_commitment("m04.1", law=(attrs.evolve(LAW, relation=relation, limit=limit),))
    assert found(plan) == ([] if agrees else [("every_limit_stands_to_the_law_as_said", "m04.1")])


def test_a_mean_is_held_against_the_law_too() -> None:
    limit = SMALL.commitment("shelving").criterion
    mean = MeanTimeLimit(WorkingDays(9), limit.start[0], limit.end)  # type: ignore[attr-defined]
    plan = with_commitment("m04.1", criterion=mean, law=(attrs.evolve(LAW, limit=WorkingDays(7)),))
    assert ("every_limit_stands_to_the_law_as_said", "m04.1") in found(plan)


def test_a_register_entry_about_nothing_is_found() -> None:
    entry = attrs.evolve(SMALL.readings[0], affects=("shelving", "m09.9"))
    assert found(attrs.evolve(SMALL, readings=(entry,))) == [("register_affects_what_exists", "T8")]


def test_a_register_id_used_twice_is_found() -> None:
    plan = attrs.evolve(SMALL, readings=SMALL.readings * 2)
    assert found(plan) == [("register_ids_are_unique", "T8")]


@pytest.mark.parametrize("note", ["T99：没有登记。", "T8、T99：一半没有登记。", "D：没有登记。"])
def test_a_note_on_an_entry_that_does_not_exist_is_found(note: str) -> None:
    plan = with_commitment("m04.2", notes=(note,), notes_en=("English.",))
    assert found(plan) == [("notes_name_register_entries", "m04.2")]


@pytest.mark.parametrize("note", ["T8：已登记。", "没有写明，属推断。", "推断：属推断。", "AAA级：等级名。"])
def test_a_note_of_its_own_needs_no_entry(note: str) -> None:
    assert found(with_commitment("m04.2", notes=(note,), notes_en=("English.",))) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"summary_en": ""},
        {"beneficiary": "村民"},
        {"beneficiary_en": "villagers"},
        {"notes": ("没有写明。",), "notes_en": ("",)},
        {"notes": (" ",), "notes_en": ("Not stated.",)},
    ],
    ids=["summary", "beneficiary", "beneficiary in Chinese", "note", "note in Chinese"],
)
def test_what_stands_in_one_language_only_is_found(changes: dict[str, object]) -> None:
    assert found(with_commitment("m04.2", **changes)) == [("commitments_speak_both_languages", "m04.2")]


def test_a_reading_that_is_not_registered_is_found() -> None:
    entry = attrs.evolve(SMALL.readings[0], options=SMALL.readings[0].options[:1])
    assert found(attrs.evolve(SMALL, readings=(entry,))) == [("readings_are_registered", "m04.1")]


def test_a_reading_registered_for_another_commitment_is_found() -> None:
    entry = attrs.evolve(SMALL.readings[0], affects=("trees",))
    assert set(found(attrs.evolve(SMALL, readings=(entry,)))) == {("readings_are_registered", "m04.1")}


# --- against the text -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "where", "printed"),
    [("m01.1", "1.1", "今年"), ("m01.2", "1.2", "及时"), ("m03.1", "3.1", "逐")],
)
def test_a_figure_left_out_is_found(number: str, where: str, printed: str) -> None:
    plan = with_commitment(number, figures=())
    findings = check(plan)
    assert {(each.check, each.where) for each in findings} == {("every_figure_of_the_text_is_typed", where)}
    assert any(printed in each.message and printed in each.message_en for each in findings)


def test_a_name_left_out_is_found() -> None:
    plan = with_measure(2, lambda measure: attrs.evolve(measure, names=()))
    # 两 of 两岸
    assert found(plan) == [("every_figure_of_the_text_is_typed", "2.1")]


def test_the_operative_phrase_accounts_for_its_figure_as_well() -> None:
    assert found(with_commitment("m03.2", figures=())) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "覆盖全部村庄。",
        "所有村庄都修。",
        "任何单位不收费。",
        "对老人免费。",
        "凡申请的都办。",
        "即来即办。",
        "实时更新。",
        "不定期检查。",
        "各类车辆通行。",
        "首次申请。",
        "零距离服务。",
        "一次办结。",
        "增加３条线路。",
        "比例达到5.5%。",
        "十四五期间。",
        "不再提交纸质材料。",
    ],
)
def test_every_numeral_and_quantifier_has_to_be_accounted_for(sentence: str) -> None:
    sentences = {**(BOUND.sentences or {}), Citation(4, 2): sentence}
    plan = attrs.evolve(with_measure(4, lambda measure: attrs.evolve(measure, names=())), sentences=sentences)
    assert found(plan)
    assert set(found(plan)) == {("every_figure_of_the_text_is_typed", "4.2")}


@pytest.mark.parametrize("sentence", ["健全安全制度。", "进一步统一标准。", "一般车辆一体化管理。"])
def test_words_that_only_look_like_quantifiers_are_left_alone(sentence: str) -> None:
    sentences = {**(BOUND.sentences or {}), Citation(4, 2): sentence}
    plan = attrs.evolve(with_measure(4, lambda measure: attrs.evolve(measure, names=())), sentences=sentences)
    assert found(plan) == []


def test_a_phrase_that_is_not_in_its_sentence_is_found() -> None:
    plan = with_commitment("m04.2", figures=(Figure("一次办结", Quantifier.ONCE),))
    assert found(plan) == [("every_phrase_is_printed", "m04.2")]


@pytest.mark.parametrize("field", ["platforms", "instruments"])
def test_a_platform_or_instrument_that_is_not_in_its_sentence_is_found(field: str) -> None:
    assert found(with_commitment("m04.2", **{field: ("借阅规则",)})) == [("every_phrase_is_printed", "m04.2")]


def test_a_name_that_is_not_in_its_measure_is_found() -> None:
    plan = with_measure(
        3, lambda measure: attrs.evolve(measure, names=(NamedTerm("一卡通", "系统名称", "a system"),))
    )
    assert found(plan) == [("every_phrase_is_printed", "3")]


def test_without_the_text_its_phrases_are_not_checked() -> None:
    figures = (Figure("明年", date(2022, 12, 31)),)
    plan = attrs.evolve(with_commitment("m04.2", figures=figures), sentences=None)
    assert found(plan) == []
