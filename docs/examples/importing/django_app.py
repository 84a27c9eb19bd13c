"""A minimal Django project in one file. Run it with: python django_app.py runserver

GET  /commitments/water-connection/deadline?start=2021-09-24
GET  /commitments/water-connection/deadline.html?start=2021-09-24
POST /verdicts, with a case document as its body
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import path
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_POST
from web_answers import deadline, evaluated, language, refused

from wushan_plan import PLAN, WushanPlanError
from wushan_plan.model.verdict import Lang

if not settings.configured:
    settings.configure(
        ALLOWED_HOSTS=["localhost", "127.0.0.1"],
        DEBUG=False,
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",  # nosniff
            f"{__name__}.answering",
        ],
        ROOT_URLCONF=__name__,
    )

View = Callable[[HttpRequest], HttpResponseBase]


def answering(view: View) -> View:
    """Middleware: says which language the answer is in."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = view(request)
        response["Content-Language"] = _language(request)
        response["Vary"] = "Accept-Language"
        return response

    return answer


@require_GET
def read_deadline(request: HttpRequest, target: str) -> HttpResponse:
    try:
        return JsonResponse(deadline(target, request.GET.get("start"), _language(request)))
    except WushanPlanError as error:
        return _refused(request, error)


@require_GET
def deadline_page(request: HttpRequest, target: str) -> HttpResponse:
    """The same for people. What a user sent comes back escaped: format_html escapes what it fills in."""
    lang = _language(request)
    try:
        text = deadline(target, request.GET.get("start"), lang)["explanation"]
        status = 200
    except WushanPlanError as error:
        status, body = refused(error, lang)
        text = body["message"]
    page = format_html(
        "<!doctype html><html lang='{}'><title>{}</title><pre>{}</pre>", lang, PLAN.number, text
    )
    return HttpResponse(page, status=status)


@require_POST
def make_verdict(request: HttpRequest) -> HttpResponse:
    try:
        return JsonResponse(evaluated(request.body, _language(request)))
    except WushanPlanError as error:
        return _refused(request, error)


def _refused(request: HttpRequest, error: WushanPlanError) -> HttpResponse:
    status, body = refused(error, _language(request))
    return JsonResponse(body, status=status)


def _language(request: HttpRequest) -> Lang:
    return language(request.headers.get("Accept-Language", ""))


urlpatterns = [
    path("commitments/<str:target>/deadline", read_deadline),
    path("commitments/<str:target>/deadline.html", deadline_page),
    path("verdicts", make_verdict),
]

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
