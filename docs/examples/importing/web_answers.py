"""What both web applications share: the language asked for, answers and errors in the library's JSON."""

from __future__ import annotations

from typing import Any

from wushan_plan import PLAN, WushanPlanError
from wushan_plan.errors import JsonFormError
from wushan_plan.files.json_forms import JsonForms, parsed
from wushan_plan.files.json_shapes import CaseForm
from wushan_plan.files.text_cells import read_date
from wushan_plan.model.verdict import Lang

FORMS = JsonForms(PLAN)


def language(accepted: str) -> Lang:
    """The language of an ``Accept-Language`` header: Chinese unless English is preferred."""
    weights = {"zh": 0.0, "en": 0.0}
    for part in accepted.split(","):
        tag, *options = (one.strip().lower() for one in part.split(";"))
        name = tag.partition("-")[0]
        if name in weights:
            weight = next((one[2:] for one in options if one.startswith("q=")), "1")
            weights[name] = max(
                weights[name], float(weight) if weight.replace(".", "", 1).isdecimal() else 0.0
            )
    return "en" if weights["en"] > weights["zh"] else "zh"


def deadline(target: str, start: str | None, lang: Lang) -> dict[str, Any]:
    """When a case is due; ``start`` is written as people write dates, and left out for a fixed date."""
    found = PLAN.commitment(target).deadline(None if start is None else read_date(start))
    return {"document": FORMS.to_json(found), "explanation": found.explain(lang)}


def evaluated(body: bytes, lang: Lang) -> dict[str, Any]:
    """The verdict on a ``case`` document."""
    try:
        case = FORMS.from_json(parsed(body.decode("utf-8")))
    except UnicodeDecodeError:
        raise _no_case("bytes that are no UTF-8") from None
    if not isinstance(case, CaseForm):
        raise _no_case(type(case).__name__)
    verdict = case.verdict(PLAN)
    return {"document": FORMS.to_json(verdict), "explanation": verdict.explain(lang)}


def refused(error: WushanPlanError, lang: Lang) -> tuple[int, dict[str, str]]:
    """An error as a status and a body: 400 for what is no document, 422 for one that cannot be judged."""
    return 400 if isinstance(error, JsonFormError) else 422, {
        "error": type(error).__name__,
        "message": error.zh if lang == "zh" and error.zh else str(error),
        "where": error.where,
        "rule": error.rule,
        "remedy": error.remedy,
    }


def _no_case(given: str) -> JsonFormError:
    return JsonFormError(
        value=given,
        rule="the body is one case document in UTF-8.",
        where="body",
        remedy='Send {"schema": "wushan-plan/case", "version": 1, "data": {…}}.',
        zh="请求内容应为一份case文档（UTF-8）",
    )
