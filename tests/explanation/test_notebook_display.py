"""How nouns show themselves in a notebook: HTML in both languages, plain text beside it (笔记本显示)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any, Literal
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.facts_for import facts_for, judge
from tests.evaluation.strategies import facts_about, names_of_commitments
from tests.ledger import scenario
from wushan_plan import (
    CHINA,
    PLAN,
    Chapter,
    DefinitionError,
    FactError,
    JudgedCase,
    Plan,
    WorkingDays,
    judged_by,
    scorecard,
)
from wushan_plan.errors import OutOfCoverageError
from wushan_plan.explanation import picture
from wushan_plan.explanation.display import day_display, year_display
from wushan_plan.explanation.display.as_html import TONES
from wushan_plan.explanation.markup import Markup, safe, tag
from wushan_plan.ledger import Comment, DeviationReason, Evidence, Ledger, ProgressReport
from wushan_plan.model.display import Display
from wushan_plan.plain_text import printable
from wushan_plan.plan2021.contents import DOCUMENT

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
START, NINTH, END = date(2021, 9, 24), date(2021, 10, 12), date(2021, 10, 14)
AS_OF = date(2021, 12, 31)
WATER = PLAN.targets["water-connection"]
ACCEPTANCE = PLAN.targets["procurement-acceptance"]
POWER = PLAN.targets["power-10kv"]
LATE = WATER.evaluate(start=START, end=END, as_of=AS_OF)
ENDS = (date(2021, 9, 30), date(2021, 10, 29), None)
CARD = scorecard(
    WATER,
    [
        *(
            JudgedCase(f"水{number}", WATER.evaluate(start=START, end=end, as_of=AS_OF))
            for number, end in enumerate(ENDS)
        ),
        JudgedCase("水9", None, "日期看不清"),
    ],
)
STATE = scenario.ledger().as_of(date(2021, 11, 30))

NOUNS: dict[str, Callable[[], Any]] = {
    "plan": lambda: PLAN,
    "chapter": lambda: PLAN.chapters[0],
    "chapter of safeguards": lambda: PLAN.chapters[3],
    "section": lambda: PLAN.sections[1],
    "measure": lambda: PLAN.measure(6),
    "safeguard": lambda: PLAN.safeguards[0],
    "lead unit": lambda: PLAN.lead_unit("县财政局"),
    "commitment": lambda: WATER,
    "commitment under a trial limit": lambda: WATER.with_limit(WorkingDays(7)),
    "interpretation": lambda: PLAN.readings[0],
    "deadline": lambda: WATER.deadline(START),
    "deadline on a fixed date": lambda: PLAN.targets["cross-province-services"].deadline(),
    "verdict on a time limit": lambda: LATE,
    "verdict on a mean": lambda: POWER.evaluate(cases=[(START, END)], as_of=AS_OF),
    "verdict on a ratio": lambda: PLAN.targets["procurement-prepayment"].evaluate(
        prepayment=45, contract_price=100, is_sme=True
    ),
    "verdict on a deed": lambda: PLAN.commitment("m08.1").evaluate(done=True, evidence="函", as_of=END),
    "scorecard": lambda: CARD,
    "ledger": lambda: STATE.ledger,
    "empty ledger": lambda: Ledger.from_plan(PLAN),
    "state of a ledger": lambda: STATE,
    "overview of a unit": lambda: STATE.unit("县财政局"),
    "overview of a measure": lambda: STATE.measure(6),
    "overview of the plan": lambda: STATE.whole,
    "task": lambda: STATE.task("water-connection"),
    "commitment in the ledger": lambda: STATE.commitment("s1.3"),
}
each_noun = pytest.mark.parametrize("name", NOUNS)
each_language = pytest.mark.parametrize("lang", LANGUAGES)

FACTS: list[tuple[str, Language, list[str]]] = [
    ("plan", "zh", ["巫山府办发〔2021〕66号", "45条措施", "438项承诺", "water-connection", "县法院"]),
    ("plan", "en", ["45 measures", "438 commitments", "water-connection", "County People's Court"]),
    ("chapter", "zh", ["第1章", "1.2", "优化水电气接入服务"]),
    ("chapter of safeguards", "en", ["S1", "S4"]),
    ("section", "zh", ["牵头单位", "县城管局", "压减接入时间"]),
    ("measure", "zh", ["m06.1", "water-connection", "不超过9个工作日", "目标"]),
    ("measure", "en", ["at most 9 working days", "target", "County Urban Management Bureau"]),
    ("safeguard", "zh", ["s1.3", "应当"]),
    ("lead unit", "zh", ["1.4", "procurement-prepayment", "县金融事务中心"]),
    ("commitment", "zh", ["m06.1", "不超过9个工作日", "start", "日期", "可不填", "判定所需事实"]),
    ("commitment", "en", ["TimeLimit", "optional", "not met"]),
    ("commitment under a trial limit", "en", ["Trial", "7 working days", "9 working days"]),
    ("interpretation", "zh", [PLAN.readings[0].id, PLAN.readings[0].question, "默认"]),
    ("interpretation", "en", [PLAN.readings[0].question_en, "default"]),
    ("deadline", "zh", ["2021年10月12日", "9个工作日", "国办发明电〔2020〕27号"]),
    ("deadline", "en", ["Tue 12 October 2021", "9 working days", "October 2021"]),
    ("deadline on a fixed date", "zh", ["2021年12月31日"]),
    ("verdict on a time limit", "zh", ["未达标", "11个工作日", "2个工作日"]),
    ("verdict on a time limit", "en", ["not met", "11 working days", "2 working days"]),
    ("verdict on a ratio", "en", ["45%", "50%"]),
    ("scorecard", "zh", ["达标 1", "未达标 2", "无法判定 1", "日期看不清"]),
    ("scorecard", "en", ["met 1", "not met 2", "Open and overdue (1)"]),
    ("ledger", "zh", ["改革工作台账", "最近的记录", "县发展改革委", "1186"]),
    ("empty ledger", "en", ["Reform ledger", "tasks", "758"]),
    ("state of a ledger", "zh", ["2021年11月30日", "县财政局", "external-works-cost", "填报不一致"]),
    ("state of a ledger", "en", ["Tue 30 November 2021", "Conflicts to settle"]),
    ("overview of a unit", "zh", ["县财政局", "黄", "m13.6"]),
    ("overview of a measure", "zh", ["措施6", "m06.1"]),
    ("overview of the plan", "en", [PLAN.title_en]),
    ("task", "zh", ["water-connection", "43件", "逾期后补办"]),
    ("commitment in the ledger", "en", ["s1.3"]),
]


def shown(name: str, lang: Language) -> Display:
    display: Display = NOUNS[name]().display(lang)
    return display


def parsed(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html)


def words_of(html: str) -> str:
    return "".join(parsed(html).itertext())


class Reader(HTMLParser):
    """What a browser makes of it: every element and attribute."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += 1
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    @property
    def styles(self) -> list[str]:
        return [value for name, value in self.attributes if name == "style"]


ALLOWED = {
    *("div", "span", "strong", "dl", "dt", "dd", "pre", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("svg", "title", "defs", "pattern", "line", "text", "g", "rect", "path"),
}
"""No script, no style sheet, no link, nothing that loads anything."""


class TestEveryNoun:
    """Every noun shows itself in Chinese and English, as one element that needs nothing else."""

    @each_noun
    @each_language
    def test_is_one_well_formed_element(self, name: str, lang: Language) -> None:
        html = shown(name, lang).html
        assert parsed(html).tag == "div"
        assert Reader(html).depth == 0

    @each_noun
    def test_says_which_language_it_is_in(self, name: str) -> None:
        assert parsed(shown(name, "zh").html).get("lang") == "zh-CN"
        assert parsed(shown(name, "en").html).get("lang") == "en"

    @each_noun
    def test_speaks_chinese_unless_asked(self, name: str) -> None:
        noun = NOUNS[name]()
        assert noun._repr_html_() == noun.display().html == shown(name, "zh").html

    @each_noun
    def test_differs_between_the_languages(self, name: str) -> None:
        assert shown(name, "zh") != shown(name, "en")

    @each_noun
    def test_refuses_other_languages(self, name: str) -> None:
        with pytest.raises(FactError):
            NOUNS[name]().display("fr")

    @each_noun
    @each_language
    def test_loads_nothing_and_runs_nothing(self, name: str, lang: Language) -> None:
        reader = Reader(shown(name, lang).html)
        assert reader.tags <= ALLOWED
        named = {attribute for attribute, _ in reader.attributes}
        assert not [one for one in named if one.startswith("on")]
        assert not named & {"href", "src", "class", "srcdoc", "action"}
        assert not [one for one in reader.styles if re.search(r"url\(|@|expression|position:", one)]

    @each_noun
    @each_language
    def test_takes_its_colours_from_the_page(self, name: str, lang: Language) -> None:
        for style in Reader(shown(name, lang).html).styles:
            given_to_writing = re.findall(r"(?:^|;)color:([^;]+)", style)
            behind_it = re.findall(r"background[^:;]*:([^;]+)", style)
            assert set(given_to_writing) <= {"inherit"}
            tones = {tone for colour in TONES.values() for tone in (colour, f"{colour}2b")}
            assert set(behind_it) <= {"transparent", *tones}

    @each_noun
    @each_language
    def test_is_small(self, name: str, lang: Language) -> None:
        assert len(shown(name, lang).html.encode()) < 30_000

    @each_noun
    @each_language
    def test_has_plain_text_beside_it(self, name: str, lang: Language) -> None:
        display = shown(name, lang)
        assert len(display.text.strip()) > 20
        assert "<" not in display.text
        assert repr(display) == str(display) == display.text

    @each_noun
    def test_has_a_short_form_at_a_prompt(self, name: str) -> None:
        assert 0 < len(repr(NOUNS[name]())) < 200

    @each_noun
    @each_language
    def test_wide_tables_scroll_by_themselves(self, name: str, lang: Language) -> None:
        root = parsed(shown(name, lang).html)
        for parent in root.iter():
            if any(child.tag == "table" for child in parent):
                assert "overflow-x:auto" in parent.get("style", "")

    @pytest.mark.parametrize(("name", "lang", "facts"), FACTS)
    def test_shows_what_matters(self, name: str, lang: Language, facts: list[str]) -> None:
        display = shown(name, lang)
        words = words_of(display.html)
        assert [fact for fact in facts if fact not in words] == []

    @each_noun
    def test_gives_a_notebook_both_forms(self, name: str) -> None:
        formatters = pytest.importorskip(
            "IPython.core.formatters", reason="IPython is not installed: pip install ipython"
        )
        noun = NOUNS[name]()
        bundle, _ = formatters.DisplayFormatter().format(noun)
        assert bundle["text/html"] == noun.display().html
        assert bundle["text/plain"] == printable(repr(noun))

    def test_an_english_one_is_shown_as_english(self) -> None:
        display = WATER.display("en")
        assert display._repr_html_() == display.html


class TestEveryPartOfThePlan:
    """No part of the plan, no commitment and no verdict is left without a display."""

    @each_language
    def test_is_shown(self, lang: Language) -> None:
        parts = (
            *PLAN.chapters,
            *PLAN.sections,
            *PLAN.measures,
            *PLAN.safeguards,
            *PLAN.lead_units,
            *PLAN.readings,
        )
        for part in (*parts, *PLAN.commitments):
            html = part.display(lang).html
            assert parsed(html).tag == "div"
            assert len(html.encode()) < 30_000

    @each_language
    def test_verdicts_of_every_status_are_shown(self, lang: Language) -> None:
        for one in PLAN.targets.values():
            for status in one.possible_statuses:
                assert parsed(judge(one, facts_for(one, status)).display(lang).html).tag == "div"

    @given(st.data(), names_of_commitments(), st.sampled_from(LANGUAGES))
    def test_verdicts_on_any_facts_are_shown(self, data: st.DataObject, name: str, lang: Language) -> None:
        commitment = PLAN.commitment(name)
        verdict = judge(commitment, data.draw(facts_about(commitment)))
        assert parsed(verdict.display(lang).html).tag == "div"

    def test_commitments_name_their_facts(self) -> None:
        for one in PLAN.commitments:
            text = one.display("zh").text
            assert [fact.name for fact in one.facts if fact.name not in text] == []

    def test_notes_and_beneficiaries_are_shown_in_the_language_of_the_display(self) -> None:
        for one in PLAN.commitments:
            chinese, english = one.display("zh").text, one.display("en").text
            for note, note_en in zip(one.notes, one.notes_en, strict=True):
                assert (note in chinese, note_en in english) == (True, True)
                assert note not in english
                assert note_en not in chinese
            if one.beneficiary:
                assert f"受益人：{one.beneficiary}" in chinese
                assert f"beneficiary: {one.beneficiary_en}" in english


class TestWithoutAVoice:
    """What belongs to no plan, or to one without a voice, falls back on its short form."""

    @pytest.mark.parametrize(
        "noun",
        [
            DOCUMENT,
            DOCUMENT.measures[0],
            DOCUMENT.readings[0],
            DOCUMENT.commitments[0],
            Chapter(1, "一", "One"),
        ],
    )
    def test_a_notebook_gets_no_html(self, noun: Any) -> None:
        assert noun._repr_html_() is None

    def test_asking_for_it_says_what_to_do(self) -> None:
        with pytest.raises(DefinitionError, match="voice"):
            DOCUMENT.display()

    def test_a_plan_judged_otherwise_is_shown(self) -> None:
        other = judged_by(PLAN, CHINA.with_office_days("本局", closed=[NINTH]))
        deadline = other.commitment("water-connection").deadline(START)
        assert "2021年10月13日" in deadline.display().text
        assert "本单位停业" in words_of(deadline.display().html)


ATTACKS = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "quotes": "\" onmouseover='alert(1)' x=\"",
    "end of cdata": "]]>",
    "end of pre": "</pre></details></div><style>*{color:red}</style>",
    "comment": "<!-- -->",
    "entity": "&lt;b&gt; &amp; &#60;",
    "svg": "<svg onload=alert(1)><title></svg>",
    "right to left": "fact\u202egnp.exe\u2066x\u200f",
    "terminal escape": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "carriage return": "kept\rmet",
    "half a character": "\ud800",
}
each_attack = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
_DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def hostile(text: str) -> Plan:
    """The plan of someone who means no good: every title, name and phrase is the attack."""

    def unit(one: Any) -> Any:
        return attrs.evolve(one, name=text, name_en=text)

    def commitment(one: Any) -> Any:
        return attrs.evolve(
            one,
            summary=text,
            summary_en=text,
            phrase=text,
            beneficiary=text,
            beneficiary_en=text,
            notes=(text,),
            notes_en=(text,),
            platforms=(text,),
        )

    def place(one: Any) -> Any:
        return attrs.evolve(
            one, title=text, title_en=text, commitments=tuple(commitment(each) for each in one.commitments)
        )

    def section(one: Any) -> Any:
        return attrs.evolve(
            one,
            title=text,
            title_en=text,
            lead_units=tuple(unit(each) for each in one.lead_units),
            measures=tuple(place(each) for each in one.measures),
        )

    return attrs.evolve(
        PLAN,
        number=text,
        title=text,
        title_en=text,
        issuer=text,
        chapters=tuple(
            attrs.evolve(
                one, title=text, title_en=text, sections=tuple(section(each) for each in one.sections)
            )
            for one in PLAN.chapters[:1]
        ),
        safeguards=tuple(place(one) for one in PLAN.safeguards),
        lead_units=tuple(unit(one) for one in PLAN.lead_units),
        readings=tuple(
            attrs.evolve(one, question=text, question_en=text, because=text, because_en=text)
            for one in PLAN.readings[:3]
        ),
    )


def assert_harmless(display: Display) -> None:
    reader = Reader(display.html)
    assert parsed(display.html).tag == "div"
    assert reader.depth == 0
    assert reader.tags <= ALLOWED
    assert not [name for name, _ in reader.attributes if name.startswith("on") or name in ("href", "src")]
    assert not _DANGEROUS.search(display.html)
    assert not _DANGEROUS.search(display.text)


class TestHostileData:
    """Whatever stands in data is shown as text; it is never markup and never obeyed."""

    @each_attack
    @each_language
    def test_in_a_plan_of_others(self, attack: str, lang: Language) -> None:
        plan = hostile(attack)
        commitment = plan.commitment("water-connection")
        verdict = commitment.evaluate(start=START, end=END, as_of=AS_OF)
        for noun in (
            *(plan, plan.chapters[0], plan.sections[0], plan.measures[5], plan.safeguards[0]),
            *(plan.lead_units[0], commitment, plan.readings[0]),
            *(commitment.deadline(START), verdict, scorecard(commitment, [verdict])),
        ):
            assert_harmless(noun.display(lang))

    @each_attack
    @each_language
    def test_in_facts_and_excuses(self, attack: str, lang: Language) -> None:
        assert_harmless(ACCEPTANCE.evaluate(start=START, end=END, excuse=attack).display(lang))
        verdict = PLAN.commitment("m08.1").evaluate(done=True, evidence=attack, as_of=START)
        assert_harmless(verdict.display(lang))

    @each_attack
    @each_language
    def test_in_the_names_of_cases(self, attack: str, lang: Language) -> None:
        cases = [JudgedCase(attack, LATE), JudgedCase(attack, None, attack)]
        assert_harmless(scorecard(WATER, cases).display(lang))

    @each_attack
    @each_language
    def test_in_ledger_entries(self, attack: str, lang: Language) -> None:
        said: dict[str, Any] = {"unit": "finance", "author": attack, "at": START}
        ledger = Ledger.from_plan(PLAN).with_stored(
            [
                Comment(commitment="procurement-contract", text=attack, note=attack, **said),
                Evidence(commitment="procurement-contract", reference=attack, **said),
                DeviationReason(commitment="procurement-contract", reason=attack, **said),
                ProgressReport(
                    commitment="m08.1",
                    facts={"done": True, "evidence": attack},
                    **{**said, "unit": PLAN.commitment("m08.1").lead_units[0].id},
                ),
            ]
        )
        state = ledger.as_of(END)
        for noun in (ledger, state, state.unit("finance"), state.task("m13.6"), state.task("m08.1")):
            assert_harmless(noun.display(lang))

    @each_attack
    def test_in_the_name_of_an_office(self, attack: str) -> None:
        calendar = CHINA.with_office_days(attack, closed=[NINTH])
        assert_harmless(judged_by(PLAN, calendar).commitment("water-connection").deadline(START).display())
        assert_harmless(day_display(calendar.day(NINTH)))
        assert_harmless(year_display(calendar, 2021))

    def test_is_still_readable(self) -> None:
        html = ACCEPTANCE.evaluate(start=START, end=END, excuse="a < b & c").display("en").html
        assert "a < b & c" in words_of(html)

    @given(st.text(min_size=1).filter(lambda text: text.strip()))
    def test_any_excuse_is_harmless(self, excuse: str) -> None:
        assert_harmless(ACCEPTANCE.evaluate(start=START, end=END, excuse=excuse).display())

    def test_reaches_no_terminal_through_the_short_form(self) -> None:
        written: list[str] = []

        class Printer:
            def text(self, words: str) -> None:
                written.append(words)

        hostile(ATTACKS["terminal escape"])._repr_pretty_(Printer(), cycle=False)
        assert "\x1b" not in written[0]


class TestCalendarPicture:
    """The calendar picture speaks both languages and can be read on any page."""

    def test_speaks_chinese(self) -> None:
        words = words_of(WATER.deadline(START).display("zh").html)
        assert all(word in words for word in ("2021年9月", "起 起算日", "止 截止日", "班 调休上班"))

    def test_speaks_english(self) -> None:
        html = LATE.display("en").html
        drawings = "".join(
            "".join(svg.itertext()) for svg in parsed(html).iter("{http://www.w3.org/2000/svg}svg")
        )
        assert all(word in drawings for word in ("September 2021", "Mo", "National Day", "off", "on"))
        assert not re.search("[\u4e00-\u9fff]", drawings)

    def test_names_each_pattern_once_in_a_page_of_several(self) -> None:
        displays = [WATER.deadline(START), WATER.deadline(date(2021, 9, 1)), LATE]
        names = [
            value
            for noun in displays
            for lang in LANGUAGES
            for name, value in Reader(noun.display(lang).html).attributes
            if name == "id"
        ]
        assert len(names) == len(set(names)) > 0

    @pytest.mark.parametrize(
        "colour",
        sorted(  # in one order in every process of a run, as a set of texts is not
            {
                *TONES.values(),
                *(
                    one.colour
                    for one in (
                        picture.START,
                        picture.DUE,
                        picture.END_IN_TIME,
                        picture.END_LATE,
                        picture.AS_OF,
                    )
                ),
            }
        ),
    )
    @pytest.mark.parametrize("page", ["#ffffff", "#131416", "#1e1e1e"])
    def test_its_colours_stand_out_from_light_and_dark_pages(self, colour: str, page: str) -> None:
        assert contrast(colour, page) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class TestCalendarDays:
    """A day and a year of the calendar have no voice; functions show them."""

    @each_language
    def test_a_day(self, lang: Language) -> None:
        display = day_display(CHINA.day(date(2021, 10, 9)), lang)
        assert ("国庆节" if lang == "zh" else "National Day") in display.text
        assert "国办发明电〔2020〕27号" in words_of(display.html)
        assert_harmless(display)

    @each_language
    def test_a_year(self, lang: Language) -> None:
        display = year_display(CHINA, 2021, lang)
        assert ("250个工作日" if lang == "zh" else "250 working days") in words_of(display.html)
        assert len(list(parsed(display.html).iter("{http://www.w3.org/2000/svg}svg"))) == 12
        assert len(display.html.encode()) < 30_000
        assert_harmless(display)

    def test_a_year_no_notice_covers_is_refused(self) -> None:
        with pytest.raises(OutOfCoverageError):
            year_display(CHINA, 2031)

    def test_other_languages_are_refused(self) -> None:
        with pytest.raises(FactError):
            day_display(CHINA.day(START), "fr")  # type: ignore[arg-type]


class TestMarkup:
    """One builder makes all markup: text is escaped, markup made by it is not escaped twice."""

    def test_escapes_text(self) -> None:
        assert tag("p", "a < b").source == "<p>a &lt; b</p>"

    def test_keeps_markup(self) -> None:
        assert str(tag("p", tag("b", "x"))) == "<p><b>x</b></p>"

    def test_escapes_attributes(self) -> None:
        assert tag("p", title='"><i>').source == '<p title="&quot;&gt;&lt;i&gt;"></p>'

    def test_spells_attributes_as_markup_does(self) -> None:
        assert tag("line", stroke_width=2, class_="x").source == '<line stroke-width="2" class="x"></line>'

    def test_leaves_out_what_is_not_given(self) -> None:
        assert tag("details", open=False, id=None).source == "<details></details>"
        assert tag("details", open=True).source == '<details open="open"></details>'

    @given(st.text())
    def test_any_text_is_well_formed(self, text: str) -> None:
        assert "".join(parsed(tag("p", text, title=text).source).itertext()) == printable(text)

    @given(st.text())
    def test_safe_text_has_no_markup(self, text: str) -> None:
        assert not set(safe(text)) & set("<>\"'")

    def test_markup_is_not_text(self) -> None:
        assert tag("p", Markup("<br/>")).source == "<p><br/></p>"
