"""How nouns show themselves at a prompt and in a notebook (显示)."""

from __future__ import annotations

import pytest
from attrs import define, field

from tests.model.small_plan import NotedJudge, NotedLibrarian, NotedVoice, commitment, small_plan
from tests.model.told import Refusal
from wushan_plan.errors import DefinitionError
from wushan_plan.model.display import Display, ShownInNotebook, ShownShort
from wushan_plan.model.plan import Plan


@define
class Printer:
    """Keeps what it is given to print."""

    printed: list[str] = field(factory=list[str])

    def text(self, text: str) -> None:
        self.printed.append(text)


class Noun(ShownShort):
    def __repr__(self) -> str:
        return "<Noun \x1b[31m>"


class Alone(ShownInNotebook):
    """A noun that has no plan at all."""


def spoken(plan: Plan) -> Plan:
    return plan.introduced_to(NotedJudge(NotedVoice()), NotedLibrarian())


def test_a_pretty_printer_shows_the_short_form_without_what_a_terminal_would_obey() -> None:
    printer = Printer()
    Noun()._repr_pretty_(printer, cycle=False)
    assert printer.printed == ["<Noun \\x1b[31m>"]


def test_a_display_shows_its_text_at_a_prompt_and_its_html_in_a_notebook() -> None:
    display, printer = Display("<div>一</div>", "一"), Printer()
    display._repr_pretty_(printer, cycle=False)
    assert (printer.printed, repr(display), display._repr_html_()) == (["一"], "一", "<div>一</div>")


class TestWithVoice:
    """A part of a plan whose judge has a voice is shown by it: in Chinese, and in English on request."""

    def test_in_chinese_and_in_english(self) -> None:
        measure = spoken(small_plan()).measures[0]
        assert measure.display().text == "zh <Measure 1 修好道路>"
        assert measure.display("en").text == "en <Measure 1 修好道路>"

    @pytest.mark.parametrize("number", ["m01.1", "s1.2"])
    def test_a_commitment_explains_itself_as_it_is_shown(self, number: str) -> None:
        one = spoken(small_plan()).commitment(number)
        assert one.explain() == f"zh {one!r}"
        assert one.explain("en") == f"en {one!r}"

    def test_an_entry_of_the_register_explains_itself_as_it_is_shown(self) -> None:
        entry = spoken(small_plan()).readings["T2"]
        assert entry.explain() == f"zh {entry!r}"
        assert entry.explain("en") == f"en {entry!r}"

    def test_in_a_notebook_as_html_in_chinese(self) -> None:
        plan = spoken(small_plan())
        assert plan._repr_html_() == "<div>zh <Plan 某镇办〔2021〕1号 某镇便民方案></div>"


class TestWithoutVoice:
    """What nobody can show is left in its short form by a notebook, and refused when asked for."""

    def test_a_notebook_falls_back_on_the_short_form(self) -> None:
        for noun in (commitment(), small_plan(), small_plan().measures[0], Alone()):
            assert (noun.displayer, noun._repr_html_()) == (None, None)

    def test_a_judge_without_a_voice_shows_nothing(self) -> None:
        plan = small_plan().introduced_to(NotedJudge(), NotedLibrarian())
        assert (plan.displayer, plan.commitments[0].displayer) == (None, None)

    def test_showing_is_refused(self) -> None:
        Refusal(
            DefinitionError, "Commitment", "Commitment.display", "takes a voice", "Take it from a plan"
        ).is_met_by(lambda: commitment().display())
        Refusal(DefinitionError, "Alone", "Alone.display", "takes a voice", "such as PLAN").is_met_by(
            lambda: Alone().display("en")
        )
