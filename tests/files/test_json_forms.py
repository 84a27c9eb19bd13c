"""JSON: what is written is read back equal, and nothing else is read."""

from __future__ import annotations

import contextlib
import copy
import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.files.judged import AS_OF, WATER, some_water, timed_verdicts, verdicts, water_results
from wushan_plan import PLAN, Commitment, Interval, JudgedCase, Reading, Status, Verdict, scorecard
from wushan_plan.calendar.official import official_notices
from wushan_plan.errors import JsonFormError, UnknownNameError
from wushan_plan.files.json_forms import (
    JsonForms,
    from_json,
    json_line,
    parsed,
    read_json,
    read_json_lines,
    to_json,
    write_json,
)
from wushan_plan.files.json_schemas import json_schema, json_schemas, write_schemas
from wushan_plan.files.json_shapes import CaseForm, fields_of
from wushan_plan.model.criteria import Ceiling, Quantity
from wushan_plan.model.periods import CalendarDays, WorkingDays

FORMS = JsonForms(PLAN)
UNLINKED = JsonForms()
VALIDATORS = {
    name: Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for name, schema in json_schemas().items()
}
EVERY_COMMITMENT = [pytest.param(one, id=one.id) for one in PLAN.commitments]
VERDICT = WATER.evaluate(start=dt.date(2021, 9, 24), end=dt.date(2021, 10, 14), as_of=AS_OF)


def through_text(document: dict[str, Any]) -> Any:
    """The document as another program would get it."""
    return parsed(json_line(document))


def valid(document: Any) -> bool:
    return VALIDATORS[document["schema"].removeprefix("wushan-plan/")].is_valid(document)


def same_types(one: object, other: object) -> bool:
    """Whether two equal values are of the same types, all the way down: 1 equals Fraction(1)."""
    if type(one) is not type(other):
        return False
    if attrs.has(type(one)):
        return all(
            same_types(getattr(one, field.name), getattr(other, field.name)) for field in fields_of(type(one))
        )
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same_types, one, other))
    return True


class TestEveryCommitment:
    """All 438 of them, whatever their criterion holds."""

    @pytest.mark.parametrize("commitment", EVERY_COMMITMENT)
    def test_it_is_read_back_equal_in_value_and_type(self, commitment: Commitment) -> None:
        document = FORMS.to_json(commitment)
        back = FORMS.from_json(through_text(document))
        assert back == commitment
        assert same_types(back, commitment)

    def test_each_fits_the_schema(self) -> None:
        assert all(valid(FORMS.to_json(one)) for one in PLAN.commitments)

    def test_one_that_was_read_answers_once_a_plan_is_given(self) -> None:
        back = from_json(to_json(WATER), PLAN)
        assert back.evaluate(start=dt.date(2021, 9, 24), end=dt.date(2021, 10, 14), as_of=AS_OF) == VERDICT

    def test_one_read_without_a_plan_is_equal_and_answers_nothing(self) -> None:
        back = from_json(to_json(WATER))
        assert back == WATER
        assert back.plan is None


class TestPlan:
    def test_the_whole_plan_is_one_file_and_is_read_back_equal(self, tmp_path: Path) -> None:
        write_json(PLAN, tmp_path / "plan.json")
        back = read_json(tmp_path / "plan.json")
        assert back == PLAN
        assert [one.id for one in back.commitments] == [one.id for one in PLAN.commitments]
        assert back.digests == PLAN.digests

    def test_it_fits_the_schema(self) -> None:
        assert valid(FORMS.to_json(PLAN))

    def test_a_plan_that_was_read_judges_once_a_plan_is_given(self) -> None:
        back = from_json(to_json(PLAN), PLAN)
        water = back.targets["water-connection"]
        assert water.plan is back
        assert water.deadline(dt.date(2021, 9, 24)).date == dt.date(2021, 10, 12)

    def test_the_official_sentences_are_never_written(self) -> None:
        bound = attrs.evolve(PLAN, sentences={one.citation: "一句原文" for one in PLAN.commitments})
        assert "一句原文" not in json.dumps(to_json(bound), ensure_ascii=False)


class TestVerdicts:
    """A verdict in JSON is the verdict: read back, it is equal, and says the same words."""

    @given(verdicts())
    def test_it_is_read_back_equal_in_value_and_type(self, verdict: Verdict) -> None:
        back = FORMS.from_json(through_text(FORMS.to_json(verdict)))
        assert back == verdict
        assert same_types(back, verdict)

    @given(timed_verdicts())
    def test_it_explains_itself_in_the_same_words(self, verdict: Verdict) -> None:
        back = FORMS.from_json(through_text(FORMS.to_json(verdict)))
        assert (back.explain("zh"), back.explain("en")) == (verdict.explain("zh"), verdict.explain("en"))

    @given(verdicts())
    def test_it_fits_the_schema(self, verdict: Verdict) -> None:
        assert valid(through_text(FORMS.to_json(verdict)))

    @given(timed_verdicts())
    def test_without_a_plan_the_commitment_is_written_in_full(self, verdict: Verdict) -> None:
        document = UNLINKED.to_json(verdict)
        assert valid(document)
        assert UNLINKED.from_json(through_text(document)) == verdict

    def test_with_a_plan_the_commitment_is_named_by_its_id(self) -> None:
        document = FORMS.to_json(VERDICT)
        assert document["data"]["commitment"] == "water-connection"
        assert FORMS.from_json(document).commitment is WATER

    def test_a_trial_limit_is_not_taken_for_the_plan_s_own(self) -> None:
        trial = WATER.with_limit(WorkingDays(12))
        verdict = trial.evaluate(start=dt.date(2021, 9, 24), end=dt.date(2021, 10, 14), as_of=AS_OF)
        back = FORMS.from_json(through_text(FORMS.to_json(verdict)))
        assert back == verdict
        assert back.commitment.criterion.limit == WorkingDays(12)

    def test_an_id_without_a_plan_is_refused(self) -> None:
        with pytest.raises(JsonFormError, match="give the plan it belongs to"):
            from_json(to_json(VERDICT, PLAN))

    def test_another_plan_s_verdict_is_refused(self) -> None:
        document = {**FORMS.to_json(VERDICT), "plan": "elsewhere-2021-1"}
        with pytest.raises(JsonFormError, match="the plan given is wushan-2021-66"):
            FORMS.from_json(document)


class TestOtherDocuments:
    def test_a_deadline(self) -> None:
        deadline = PLAN.targets["procurement-contract"].deadline(
            dt.date(2021, 9, 10), suspended=[(dt.date(2021, 9, 13), dt.date(2021, 9, 14))]
        )
        document = FORMS.to_json(deadline)
        assert valid(document)
        back = FORMS.from_json(through_text(document))
        assert back == deadline
        assert back.explain() == deadline.explain()

    def test_judged_cases_read_and_unread(self) -> None:
        for judged in some_water():
            document = FORMS.to_json(judged.case)
            assert valid(document)
            assert FORMS.from_json(through_text(document)) == judged.case

    def test_a_scorecard_with_its_cases(self) -> None:
        card = scorecard(WATER, [one.case for one in some_water()])
        document = FORMS.to_json(card)
        assert valid(document)
        back = FORMS.from_json(through_text(document))
        assert back == card
        assert back.unit is WorkingDays
        assert back.explain() == card.explain()

    def test_every_notice(self) -> None:
        for notice in official_notices():
            document = UNLINKED.to_json(notice)
            assert valid(document)
            assert UNLINKED.from_json(through_text(document)) == notice

    def test_a_decimal_keeps_its_digits(self) -> None:
        criterion = Ceiling(Quantity("fee", "费用", "fee", "元"), Decimal("1.50"))
        commitment = attrs.evolve(WATER, criterion=criterion)
        back = from_json(through_text(to_json(commitment)))
        assert str(back.criterion.most) == "1.50"

    def test_what_is_no_document_is_refused(self) -> None:
        with pytest.raises(JsonFormError, match="no JSON document holds this"):
            to_json(WATER.citation)


class TestCases:
    """A case from another program is judged as if it had been called from Python."""

    FORM = CaseForm(
        key="水2021-001",
        commitment="water-connection",
        facts={"start": dt.date(2021, 9, 24), "end": dt.date(2021, 10, 14)},
        as_of=AS_OF,
    )

    def test_it_is_judged_by_the_plan(self) -> None:
        assert self.FORM.judged(PLAN) == JudgedCase("水2021-001", VERDICT)

    def test_it_is_read_as_another_program_writes_it(self) -> None:
        text = """{"schema": "wushan-plan/case", "version": 1, "data": {
            "key": "水2021-001", "commitment": "water-connection", "as_of": "2021-12-31",
            "facts": {"start": {"kind": "date", "value": "2021-09-24"},
                      "end": {"kind": "date", "value": "2021-10-14"}}}}"""
        assert from_json(parsed(text)) == self.FORM
        assert valid(parsed(text))

    def test_every_kind_of_fact_is_read_back(self) -> None:
        facts: dict[str, object] = {
            "a": dt.date(2021, 9, 24),
            "b": (dt.date(2021, 9, 24), dt.date(2021, 9, 25)),
            "c": 3,
            "d": Fraction(1, 3),
            "e": Decimal("0.30"),
            "f": True,
            "g": "文件1号",
            "h": frozenset({"甲", "乙"}),
            "i": ((dt.date(2021, 9, 24), None),),
            "j": Interval(AS_OF, AS_OF),
            "k": CalendarDays(3),
            "l": None,
            "m": 0.5,
            "n": (VERDICT,),
        }
        suspended = (Interval(AS_OF, AS_OF),)
        form = attrs.evolve(self.FORM, facts=facts, readings=(Reading.BY_DATE,), suspended=suspended)
        document = FORMS.to_json(form)
        assert valid(document)
        back = FORMS.from_json(through_text(document))
        assert back == form
        assert {name: type(value) for name, value in back.facts.items()} == {
            name: type(value) for name, value in facts.items()
        }

    def test_one_that_cannot_be_judged_is_unknown_with_the_reason(self) -> None:
        judged = attrs.evolve(self.FORM, facts={"start": AS_OF, "end": dt.date(2021, 10, 14)}).judged(PLAN)
        assert judged.status is Status.UNKNOWN
        assert "早于起算日期" in judged.problem

    @pytest.mark.parametrize("value", [float("nan"), dt.datetime(2021, 9, 24, 8), object(), Decimal("NaN")])
    def test_a_fact_json_cannot_say_exactly_is_refused(self, value: object) -> None:
        with pytest.raises(JsonFormError):
            to_json(attrs.evolve(self.FORM, facts={"start": value}))


class TestRefusals:
    """What is not exactly right is refused, with the place."""

    @pytest.mark.parametrize(
        ("path", "value", "place"),
        [
            (("data", "status"), "mett", "$.data.status"),
            (("data", "deadline", "limit", "days"), "9", "$.data.deadline.limit.days"),
            (("data", "deadline", "limit", "days"), 9.0, "$.data.deadline.limit.days"),
            (("data", "deadline", "limit", "days"), True, "$.data.deadline.limit.days"),
            (("data", "facts", 0, 1, "value"), "2021-02-30", "$.data.facts[0][1]"),
            (("data", "facts", 0, 1, "value"), "2021-9-24", "$.data.facts[0][1]"),
            (("data", "facts", 0, 1, "value"), "2021-09-24\n", "$.data.facts[0][1]"),
            (("data", "facts", 0, 1, "kind"), "datum", "$.data.facts[0][1]"),
            (("data", "facts"), "abc", "$.data.facts"),
            (("data", "elapsed"), {"kind": "date", "value": "2021-09-24"}, "$.data.elapsed"),
            (("data", "measured"), {"kind": "fraction", "value": "1/0"}, "$.data.measured"),
            (("data", "measured"), True, "$.data.measured"),
            (("data", "strange"), 1, "$.data"),
            (("data", "commitment"), "water-conection", "$.data.commitment"),
            (("version",), 2, "$.version"),
            (("version",), True, "$.version"),
            (("schema",), "wushan-plan/verdikt", "$.schema"),
            (("more",), 1, "$"),
        ],
    )
    def test_a_wrong_value_is_named_with_its_place(
        self, path: tuple[str | int, ...], value: object, place: str
    ) -> None:
        document = copy.deepcopy(FORMS.to_json(VERDICT))
        target: Any = document
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = value
        with pytest.raises(JsonFormError) as caught:
            FORMS.from_json(document)
        assert caught.value.where == place

    @pytest.mark.parametrize("name", ["status", "commitment", "as_of", "reasons"])
    def test_a_missing_field_is_named(self, name: str) -> None:
        document = FORMS.to_json(VERDICT)
        del document["data"][name]
        with pytest.raises(JsonFormError, match=f"the field {name} is missing"):
            FORMS.from_json(document)
        assert not valid(document)

    def test_a_contradiction_is_refused_by_the_class_itself(self) -> None:
        document = to_json(WATER)
        document["data"]["criterion"]["limit"]["days"] = -1
        with pytest.raises(JsonFormError, match="a time limit is 0 days or more"):
            from_json(document)

    @pytest.mark.parametrize(
        "text",
        ["", "{", "[" * 100_000, '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": -Infinity}', "9" * 10_000, "nul"],
    )
    def test_a_text_that_is_no_strict_json_is_refused(self, text: str) -> None:
        with pytest.raises(JsonFormError):
            parsed(text)

    @pytest.mark.parametrize("text", ["1", "null", "[]", "{}", '{"schema": 1}', '{"schema": "verdict"}'])
    def test_json_that_is_no_envelope_is_refused(self, text: str) -> None:
        with pytest.raises(JsonFormError):
            from_json(parsed(text))

    def test_a_value_nested_without_end_is_refused(self) -> None:
        value: Any = 1
        for _ in range(50_000):
            value = {"kind": "list", "items": [value]}
        document = FORMS.to_json(TestCases.FORM)
        document["data"]["facts"]["start"] = value
        with pytest.raises(JsonFormError):
            FORMS.from_json(document)

    JSON = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
        max_leaves=8,
    )

    @given(st.data())
    def test_whatever_is_put_in_place_of_a_part_is_read_or_refused(self, data: st.DataObject) -> None:
        document = copy.deepcopy(FORMS.to_json(VERDICT))
        target: Any = document
        while True:
            keys = list(target) if isinstance(target, dict) else range(len(target))
            key = data.draw(st.sampled_from(keys))
            inner = target[key]
            if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
                break
            target = inner
        target[key] = data.draw(self.JSON)
        with contextlib.suppress(JsonFormError):
            FORMS.from_json(document)

    def test_a_file_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(JsonFormError, match="cannot be read"):
            read_json(tmp_path / "none.json")


class TestLines:
    def test_a_line_that_is_wrong_is_named_by_its_number(self, tmp_path: Path) -> None:
        path = tmp_path / "cases.jsonl"
        good = json_line(FORMS.to_json(TestCases.FORM))
        path.write_text(good + "\n" + good.replace("2021-09-24", "2021-09-31"), "utf-8")
        lines = read_json_lines(path, PLAN)
        assert next(lines) == TestCases.FORM
        with pytest.raises(JsonFormError, match=r"line 3, \$\.data\.facts\[0\]"):
            next(lines)


class TestSchemas:
    """Draft 2020-12, made from the classes."""

    @pytest.mark.parametrize("name", list(VALIDATORS))
    def test_it_is_a_valid_schema(self, name: str) -> None:
        schema = json_schema(name)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"

    def test_it_carries_the_meaning_of_each_field(self) -> None:
        limit = json_schema("commitment")["$defs"]["time-limit"]
        assert limit["properties"]["limit"]["description"] == "the last allowed number of days, inclusive."

    def test_every_field_of_a_class_stands_in_it(self) -> None:
        schema = json_schema("verdict")["$defs"]["verdict"]
        assert list(schema["properties"]) == [field.name for field in fields_of(Verdict)]
        assert "voice" not in schema["properties"]

    def test_every_local_reference_leads_somewhere(self) -> None:
        for schema in json_schemas().values():
            text = json.dumps(schema)
            for name in schema["$defs"]:
                text = text.replace(f'"#/$defs/{name}"', '"found"')
            assert "#/$defs/" not in text

    def test_they_are_written_one_file_each(self, tmp_path: Path) -> None:
        paths = write_schemas(tmp_path / "schemas")
        assert {path.name for path in paths} == {f"{name}.v1.schema.json" for name in VALIDATORS}
        assert json.loads(paths[0].read_text("utf-8")) == json_schema("plan")

    def test_an_unknown_name_comes_with_the_near_one(self) -> None:
        with pytest.raises(UnknownNameError, match="Did you mean 'verdict'"):
            json_schema("verdikt")

    def test_results_of_a_file_fit_the_schema(self) -> None:
        for judged in water_results().rows:
            assert valid(FORMS.to_json(judged.case))
