"""Both web applications answer alike: the library's JSON, its errors with rule and remedy, two languages."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

import attrs
import django_app
import fastapi_app
import httpx
import jsonschema
import pytest
from django.test import Client
from web_answers import language

from wushan_plan import PLAN, Deadline, Status, Verdict
from wushan_plan.files.json_forms import JsonForms
from wushan_plan.files.json_shapes import CaseForm

FORMS = JsonForms(PLAN)
CASE = CaseForm(
    key="水2021-001",
    commitment="water-connection",
    facts={"start": date(2021, 9, 24), "end": date(2021, 10, 14)},
    as_of=date(2021, 12, 31),
)
DEADLINE = "/commitments/water-connection/deadline"
MARKUP = "<script>alert(1)</script>"


@attrs.frozen
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def body(self) -> Any:
        return json.loads(self.text)


Ask = Callable[..., Answer]


def ask_fastapi(method: str, path: str, content: bytes = b"", lang: str = "zh-CN") -> Answer:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=fastapi_app.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            headers = {"accept-language": lang, "content-type": "application/json"}
            return await client.request(method, path, content=content, headers=headers)

    found = asyncio.run(asked())
    return Answer(found.status_code, found.headers, found.text)


def ask_django(method: str, path: str, content: bytes = b"", lang: str = "zh-CN") -> Answer:
    assert django_app.urlpatterns
    client = Client(SERVER_NAME="localhost", headers={"accept-language": lang})
    found = client.generic(method, path, content, content_type="application/json")
    return Answer(found.status_code, found.headers, found.content.decode())


@pytest.fixture(params=[ask_fastapi, ask_django], ids=["fastapi", "django"])
def ask(request: pytest.FixtureRequest) -> Ask:
    asking: Ask = request.param
    return asking


def sent(case: CaseForm) -> bytes:
    return json.dumps(FORMS.to_json(case)).encode()


def test_fastapi_says_which_body_it_takes() -> None:
    described = ask_fastapi("GET", "/openapi.json").body["paths"]["/verdicts"]["post"]["requestBody"]
    schema = described["content"]["application/json"]["schema"]
    jsonschema.validate(FORMS.to_json(CASE), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "wushan-plan/case"}, schema)


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("get", DEADLINE, b"", 200),
        ("get", "/commitments/nonsense/deadline", b"", 422),
        ("post", "/verdicts", b"{", 400),
        ("post", "/verdicts", json.dumps(FORMS.to_json(CASE)).encode(), 200),
    ],
)
def test_fastapi_says_what_it_answers(method: str, path: str, content: bytes, status: int) -> None:
    query = "?start=2021-09-24" if method == "get" else ""
    answer = ask_fastapi(method.upper(), path + query, content)
    told = ask_fastapi("GET", "/openapi.json").body["paths"]
    entry = told["/verdicts" if method == "post" else "/commitments/{target}/deadline"][method]
    described = entry["responses"][str(status)]["content"]["application/json"]["schema"]
    assert answer.status == status
    jsonschema.validate(answer.body, described)


class TestAnswers:
    def test_a_deadline_is_the_librarys_own_document(self, ask: Ask) -> None:
        answer = ask("GET", f"{DEADLINE}?start=2021-09-24")
        found = FORMS.from_json(answer.body["document"])
        assert answer.status == 200
        assert isinstance(found, Deadline)
        assert found == PLAN.targets["water-connection"].deadline(date(2021, 9, 24))

    def test_a_fixed_date_needs_no_start(self, ask: Ask) -> None:
        answer = ask("GET", "/commitments/cross-province-services/deadline")
        assert answer.body["document"]["data"]["date"] == "2021-12-31"

    def test_a_verdict_is_the_librarys_own_document(self, ask: Ask) -> None:
        answer = ask("POST", "/verdicts", sent(CASE))
        found = FORMS.from_json(answer.body["document"])
        assert answer.status == 200
        assert isinstance(found, Verdict)
        assert found == CASE.verdict(PLAN)
        assert found.status is Status.NOT_MET

    def test_dates_are_read_as_people_write_them(self, ask: Ask) -> None:
        answer = ask("GET", f"{DEADLINE}?start={quote('2021年9月24日')}")
        assert answer.body["document"]["data"]["date"] == "2021-10-12"

    def test_the_explanation_is_in_the_language_asked_for(self, ask: Ask) -> None:
        chinese, english = (ask("POST", "/verdicts", sent(CASE), lang=lang) for lang in ("zh-CN", "en-GB"))
        assert "牵头单位" in chinese.body["explanation"]
        assert "Lead units" in english.body["explanation"]
        assert (chinese.headers["Content-Language"], english.headers["Content-Language"]) == ("zh", "en")
        assert "Accept-Language" in english.headers["Vary"]


class TestErrors:
    def test_an_unknown_target_is_422_with_the_names_near_it(self, ask: Ask) -> None:
        answer = ask("GET", "/commitments/water-conection/deadline?start=2021-09-24")
        assert (answer.status, answer.body["error"]) == (422, "UnknownNameError")
        assert "water-connection" in answer.body["remedy"]
        assert answer.body["rule"]

    def test_a_fact_that_cannot_be_true_is_422_with_its_rule(self, ask: Ask) -> None:
        turned = attrs.evolve(CASE, facts={"start": date(2021, 10, 14), "end": date(2021, 9, 24)})
        answer = ask("POST", "/verdicts", sent(turned), lang="en")
        assert (answer.status, answer.body["error"]) == (422, "FactError")
        assert "cannot end before it starts" in answer.body["rule"]
        assert answer.body["remedy"]

    def test_what_cannot_be_read_as_a_date_is_422(self, ask: Ask) -> None:
        answer = ask("GET", f"{DEADLINE}?start=1/3/2021")
        assert (answer.status, answer.body["error"]) == (422, "CellError")

    def test_a_day_no_notice_covers_is_422_with_the_two_ways_on(self, ask: Ask) -> None:
        answer = ask("GET", f"{DEADLINE}?start=2031-01-02")
        assert (answer.status, answer.body["error"]) == (422, "OutOfCoverageError")
        assert "provisional" in answer.body["remedy"]

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"\xff\xfe",
            b"[]",
            b'{"schema": "wushan-plan/case", "version": 99, "data": {}}',
            b'{"schema": "wushan-plan/case", "version": 1, "data": {"key": 1}}',
            json.dumps(FORMS.to_json(CASE.verdict(PLAN))).encode(),
        ],
        ids=["empty", "half", "no-utf-8", "no-envelope", "version", "field", "verdict"],
    )
    def test_what_is_no_case_document_is_400_with_its_place(self, ask: Ask, content: bytes) -> None:
        answer = ask("POST", "/verdicts", content)
        assert (answer.status, answer.body["error"]) == (400, "JsonFormError")
        assert answer.body["where"]
        assert answer.body["remedy"]

    def test_the_message_is_in_the_language_asked_for(self, ask: Ask) -> None:
        chinese, english = (ask("GET", f"{DEADLINE}?start=x", lang=lang).body for lang in ("zh", "en"))
        assert "不是日期" in chinese["message"]
        assert english["rule"] in english["message"]


class TestMarkup:
    def test_json_with_markup_in_it_is_never_taken_for_a_page(self, ask: Ask) -> None:
        answer = ask("GET", f"{DEADLINE}?start={quote(MARKUP)}")
        assert answer.status == 422
        assert answer.headers["Content-Type"].startswith("application/json")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

    def test_a_page_escapes_what_the_user_sent(self) -> None:
        answer = ask_django("GET", f"{DEADLINE}.html?start={quote(MARKUP)}", lang="en")
        assert answer.status == 422
        assert MARKUP not in answer.text
        assert "&lt;script&gt;" in answer.text

    def test_a_page_shows_the_explanation(self) -> None:
        answer = ask_django("GET", f"{DEADLINE}.html?start=2021-09-24")
        assert answer.headers["Content-Type"].startswith("text/html")
        assert "2021年10月12日" in answer.text


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "zh"),
        ("*", "zh"),
        ("fr", "zh"),
        ("en", "en"),
        ("en-US,en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en;q=0.2, zh;q=0.8", "zh"),
        ("fr, EN;q=0.7, zh;q=0.3", "en"),
        ("en;q=x", "zh"),
        ("en;q=", "zh"),
        (";;,,q", "zh"),
    ],
)
def test_chinese_unless_english_is_preferred(accepted: str, lang: str) -> None:
    assert language(accepted) == lang
