"""A minimal FastAPI application. Run it with: uvicorn fastapi_app:app

GET  /commitments/water-connection/deadline?start=2021-09-24
POST /verdicts, with a case document as its body
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from web_answers import deadline, evaluated, language, refused

from wushan_plan import WushanPlanError
from wushan_plan.files.json_schemas import json_schema

app = FastAPI(title="wushan-plan")
CASE = {"required": True, "content": {"application/json": {"schema": json_schema("case")}}}
ERROR = {key: {"type": "string"} for key in ("error", "message", "where", "rule", "remedy")}


def described(status: int, **properties: Any) -> dict[int | str, dict[str, Any]]:
    """What the page at /docs says about an answer: a document, or why there is none."""
    schema = {"type": "object", "properties": properties, "required": list(properties)}
    content = {"application/json": {"schema": schema}}
    return {status: {"description": HTTPStatus(status).phrase, "content": content}}


REFUSED = {**described(400, **ERROR), **described(422, **ERROR)}


def answers(document: str) -> dict[int | str, dict[str, Any]]:
    found = described(200, document=json_schema(document), explanation={"type": "string"})
    return {**found, **REFUSED}


def answered(request: Request, body: object, status: int = 200) -> JSONResponse:
    """JSON that is never taken for a page, in the language it says."""
    headers = {
        "Content-Language": language(request.headers.get("accept-language", "")),
        "Vary": "Accept-Language",
        "X-Content-Type-Options": "nosniff",
    }
    return JSONResponse(body, status, headers)


@app.get("/commitments/{target}/deadline", responses=answers("deadline"))
def read_deadline(request: Request, target: str, start: str | None = None) -> JSONResponse:
    lang = language(request.headers.get("accept-language", ""))
    return answered(request, deadline(target, start, lang))


@app.post("/verdicts", openapi_extra={"requestBody": CASE}, responses=answers("verdict"))
async def make_verdict(request: Request) -> JSONResponse:
    lang = language(request.headers.get("accept-language", ""))
    return answered(request, evaluated(await request.body(), lang))


@app.exception_handler(WushanPlanError)
def refuse(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, WushanPlanError)
    status, body = refused(error, language(request.headers.get("accept-language", "")))
    return answered(request, body, status)
