"""Questions asked of a plan: conditions, words, and one flat row a commitment (查询)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from tests.model.small_plan import (
    LAST,
    SENTENCES,
    NotedJudge,
    NotedLibrarian,
    NotedVoice,
    commitment,
    small_plan,
)
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError, FactError, UnknownNameError
from wushan_plan.model.commitment import Actor, Commitment
from wushan_plan.model.criteria import AllOf, Ceiling, Floor, Prohibition, Quantity, TimeLimit
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Plan
from wushan_plan.model.queries import addressed_to_each, parts


def told() -> Plan:
    """The small plan with a voice."""
    return small_plan().introduced_to(NotedJudge(NotedVoice()), NotedLibrarian())


def numbers(found: tuple[Commitment, ...]) -> list[str]:
    return [one.number for one in found]


class TestSelect:
    """Commitments that fit every condition given, in printed order."""

    @pytest.mark.parametrize(
        ("conditions", "found"),
        [
            ({"lead_unit": "culture"}, ["m02.1", "m03.1"]),
            ({"lead_unit": "文旅委"}, ["m02.1", "m03.1"]),
            ({"modality": Modality.DO}, ["m01.0", "m02.1"]),
            ({"criterion": TimeLimit}, ["m01.2", "m03.1"]),
            ({"criterion": Ceiling}, ["m01.2"]),
            ({"criterion": AllOf}, ["m01.2"]),
            ({"platform": "路况"}, ["m01.1"]),
            ({"platform": "表"}, []),
            ({"instrument": "清单"}, ["m01.1"]),
            ({"instrument": "班次"}, ["m02.1"]),
            ({"instrument": "网"}, []),
            ({"beneficiary": "居民"}, ["m01.1"]),
            ({"beneficiary": "roadside Dwell"}, ["m01.1"]),
            ({"beneficiary": "驾驶员"}, []),
            ({"actor": "养护"}, ["m01.1"]),
            ({"actor": "供电所"}, ["m01.2", "s1.2"]),
            ({"due_by": LAST}, ["m01.1"]),
            ({"due_by": LAST + timedelta(1)}, ["m01.1"]),
            ({"due_by": LAST - timedelta(1)}, []),
            ({"is_target": True}, ["m01.1", "m03.1"]),
            ({"is_target": False, "lead_unit": "交通局"}, ["m01.0", "m01.2", "m02.1"]),
            ({"modality": Modality.MUST, "criterion": TimeLimit, "is_target": True}, ["m03.1"]),
        ],
    )
    def test_finds(self, conditions: dict[str, Any], found: list[str]) -> None:
        assert numbers(small_plan().select(**conditions)) == found

    def test_without_conditions_finds_everything(self) -> None:
        plan = small_plan()
        assert plan.select() == plan.commitments

    def test_by_an_unknown_unit_is_refused(self) -> None:
        with pytest.raises(UnknownNameError):
            small_plan().select(lead_unit="水利局")

    @pytest.mark.parametrize(
        ("name", "value", "rule", "remedy"),
        [
            ("modality", "must", "this is no Modality", "Give a Modality, such as"),
            ("due_by", "2021-12-31", "this is no date", "Give a datetime.date."),
            ("platform", 3, "this is no str", "part of the name as a str"),
            ("instrument", ("班次表",), "this is no str", "part of the name as a str"),
            ("beneficiary", b"x", "this is no str", "part of the name as a str"),
            ("actor", Actor("供电所", "power station"), "this is no str", "part of the name as a str"),
            ("is_target", 1, "this is no bool", "Give True or False."),
            ("is_target", "yes", "this is no bool", "Give True or False."),
            ("criterion", "TimeLimit", "by its class", "Give a class such as TimeLimit"),
            ("criterion", date, "by its class", "Give a class such as TimeLimit"),
        ],
    )
    def test_by_what_nothing_would_ever_fit_is_refused(
        self, name: str, value: Any, rule: str, remedy: str
    ) -> None:
        Refusal(FactError, value, f"select({name}=…)", rule, remedy).is_met_by(
            lambda: small_plan().select(**{name: value})
        )


class TestSearch:
    """Words are looked for in all that is known of a commitment, in whatever case they are written."""

    @pytest.mark.parametrize(
        "words",
        [
            *("new-road", "NEW-ROAD", "年内新修", "build within", "12公里", "沿线", "出行通", "路况网"),
            *("养护台账", "含改建", "rebuilding", "dwellers", "养护站", "Maintenance", "通村", "village"),
            *("build 沿线", "stretches depot"),
        ],
    )
    def test_finds_by_every_word(self, words: str) -> None:
        assert numbers(small_plan().search(words)) == ["m01.1"]

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("m02.1", ["m02.1"]),
            ("书屋", ["m03.1"]),
            ("文旅委", ["m02.1", "m03.1"]),
            ("commission", ["m02.1", "m03.1"]),
            ("一项承诺", ["m01.0", "m01.2", "m02.1", "m03.1", "s1.1", "s1.2", "s2.1"]),
            ("抓好", ["s1.1", "s1.2"]),
        ],
    )
    def test_finds_by_number_title_and_lead_unit(self, words: str, found: list[str]) -> None:
        assert numbers(small_plan().search(words)) == found

    @pytest.mark.parametrize("words", ["", "  ", "水利局", "new-road 水利局", "xx"])
    def test_finds_nothing_by_no_word_or_by_one_that_is_not_there(self, words: str) -> None:
        assert small_plan().search(words) == ()

    def test_looks_at_sentences_where_the_text_is_bound(self) -> None:
        cited = {one.citation: "" for one in small_plan().commitments}
        bound = small_plan(sentences={**cited, **SENTENCES})
        assert numbers(bound.search("十二公里")) == ["m01.1"]
        assert small_plan().search("十二公里") == ()

    @pytest.mark.parametrize("text", [3, None, b"new-road"])
    def test_by_what_is_no_text_is_refused(self, text: Any) -> None:
        Refusal(FactError, text, "search", "words are looked for", "Give a str.").is_met_by(
            lambda: small_plan().search(text)
        )


class TestRows:
    """A row tells all of a commitment in flat text; what it lacks is empty."""

    def test_of_a_target_with_all_there_can_be(self) -> None:
        assert told().rows()[1] == {
            "number": "m01.1",
            "id": "new-road",
            "chapter": "改善出行",
            "section": "1.1 道路",
            "lead_units": "交通局",
            "place": "1",
            "title": "修好道路",
            "sentence": "1",
            "role": "outcome",
            "modality": "target",
            "criterion": "Floor",
            "limit": "zh limit of m01.1",
            "due_by": "2021-12-31",
            "is_target": "yes",
            "phrase": "12公里",
            "actor": "养护站（推断）",
            "beneficiary": "沿线居民",
            "beneficiary_en": "Roadside dwellers",
            "scope": "通村路段",
            "exceptions": "原则上、另有规定",
            "platforms": "出行通、路况网",
            "instruments": "路段清单、养护台账",
            "summary": "年内新修",
            "summary_en": "Build within the year.",
            "facts": "eligible, length, reached_on?",
            "law": "某公路条例第8条；某养护规则第30条",
            "notes": "T1：里程按竣工计。 T2：含改建。",
            "notes_en": "T1: counted when finished. T2: rebuilding included.",
        }

    def test_of_a_safeguard_with_little(self) -> None:
        assert told().rows()[6] == {
            "number": "s1.2",
            "id": "s1.2",
            "chapter": "",
            "section": "",
            "lead_units": "",
            "place": "S1",
            "title": "抓好落实",
            "sentence": "2",
            "role": "action",
            "modality": "must",
            "criterion": "Prohibition",
            "limit": "zh limit of s1.2",
            "due_by": "",
            "is_target": "no",
            "phrase": "",
            "actor": "供电所",
            "beneficiary": "",
            "beneficiary_en": "",
            "scope": "",
            "exceptions": "",
            "platforms": "",
            "instruments": "",
            "summary": "一项承诺",
            "summary_en": "one statement",
            "facts": "incidents",
            "law": "",
            "notes": "",
            "notes_en": "",
        }

    def test_there_is_one_for_every_commitment_in_printed_order(self) -> None:
        plan = told()
        assert [row["id"] for row in plan.rows()] == [one.id for one in plan.commitments]
        assert {tuple(row) for row in plan.rows()} == {tuple(plan.rows()[0])}

    def test_joint_lead_units_stand_in_printed_order(self) -> None:
        assert told().rows()[3]["lead_units"] == "文旅委、交通局"

    @pytest.mark.parametrize(
        ("row", "english"),
        [
            (
                1,
                {
                    "chapter": "Getting about",
                    "section": "1.1 Roads",
                    "lead_units": "Transport Bureau",
                    "title": "Mend the roads",
                    "limit": "en limit of m01.1",
                    "actor": "maintenance depot (inferred)",
                    "scope": "village stretches",
                    "exceptions": "原则上; 另有规定",
                    "platforms": "出行通; 路况网",
                    "instruments": "路段清单; 养护台账",
                    "law": "某公路条例, art. 8; 某养护规则, art. 30",
                },
            ),
            (
                6,
                {"title": "See it through", "limit": "en limit of s1.2", "actor": "power station"},
            ),
        ],
    )
    def test_in_english_say_the_same_with_what_is_printed_as_it_is(
        self, row: int, english: dict[str, str]
    ) -> None:
        assert told().rows("en")[row] == told().rows()[row] | english

    def test_of_joint_lead_units_name_them_in_english_too(self) -> None:
        assert told().rows("en")[3]["lead_units"] == "Culture Commission; Transport Bureau"

    def test_take_a_voice(self) -> None:
        plan = small_plan().introduced_to(NotedJudge(), NotedLibrarian())
        Refusal(
            DefinitionError,
            "small",
            "Plan.rows",
            "putting limits into words takes a voice.",
            "Use wushan_plan.introduced(plan).",
        ).is_met_by(plan.rows)

    def test_nobody_acting_is_told_as_nothing(self) -> None:
        assert told().rows()[0]["actor"] == ""


class TestAddressedToEach:
    """A safeguard speaks to every lead unit when it calls on each; a measure has lead units of its own."""

    @pytest.mark.parametrize(
        ("number", "actor", "addressed"),
        [
            ("s1.1", Actor("各站所", "all"), True),
            ("s1.1", Actor("供电所", "one"), False),
            ("s1.1", Actor("全镇各站所", "all"), False),
            ("s1.1", None, False),
            ("m01.1", Actor("各站所", "all"), False),
        ],
    )
    def test_says(self, number: str, actor: Actor | None, addressed: bool) -> None:
        one = attrs.evolve(small_plan().commitment(number), actor=actor)
        assert addressed_to_each(one) is addressed


class TestParts:
    """A criterion is followed by all that it is made of, however deep, in the order of the text."""

    def test_of_a_criterion_made_of_others(self) -> None:
        never = Prohibition("某行为", "some act")
        most, least = Ceiling(Quantity("a", "甲", "a", "项"), 1), Floor(Quantity("b", "乙", "b", "项"), 1)
        inner = AllOf((most, least))
        outer = AllOf((never, inner))
        assert list(parts(outer)) == [outer, never, inner, most, least]

    def test_of_a_single_one(self) -> None:
        single = commitment().criterion
        assert list(parts(single)) == [single]
