"""How a plan comes in: registered by a package, introduced by the library, or refused with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import pytest

from tests.plans.registered import SECOND, register
from wushan_plan import CHINA, PLAN, DefinitionError, PlanEntryError, UnknownNameError, introduced, plans
from wushan_plan.plan2021.contents import DOCUMENT


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path where packages are installed."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_the_librarys_own_plan_comes_first_under_its_own_id(installed: None) -> None:
    assert plans.available() == (PLAN.id, SECOND)


def test_the_librarys_own_plan_loads_like_any_other() -> None:
    assert plans.load(PLAN.id) == PLAN
    assert plans.load(PLAN.id).targets["gas-connection"].deadline(date(2021, 9, 24)).date == date(
        2021, 10, 18
    )


def test_a_document_alone_cannot_judge() -> None:
    with pytest.raises(DefinitionError, match="not been introduced to a judge"):
        DOCUMENT.targets["water-connection"].deadline(date(2021, 9, 24))


def test_a_document_is_introduced_to_judge_voice_and_librarian(tmp_path: Path) -> None:
    plan = introduced(DOCUMENT)
    assert plan.targets["water-connection"].deadline(date(2021, 9, 24)).explain("en")
    assert plan.compare("1．一句。").verified == 0


def test_a_plan_is_judged_on_the_calendar_it_is_loaded_with() -> None:
    closed = CHINA.with_office_days("示例单位", closed=[date(2021, 9, 27)])
    day = date(2021, 9, 24)
    usual, later = (plans.load(PLAN.id, one).targets["water-connection"] for one in (CHINA, closed))
    assert later.deadline(day).date == CHINA.nth_workday_after(usual.deadline(day).date, 1)


def test_an_unknown_name_is_refused_with_the_names_near_it(installed: None) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'invented-2022-0'") as caught:
        plans.load("invented-2022")
    assert caught.value.zh
    assert caught.value.near == ("invented-2022-0",)


def test_a_package_that_cannot_be_imported_is_named_with_its_error(site: Path) -> None:
    register(site, "broken-package", {"broken-plan": "no_such_module:DOCUMENT"})
    with pytest.raises(
        PlanEntryError, match=r"broken-package.*ModuleNotFoundError.*no_such_module"
    ) as caught:
        plans.load("broken-plan")
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
    assert caught.value.zh


def test_an_attribute_that_does_not_exist_is_named_with_its_error(site: Path) -> None:
    register(site, "broken-package", {"broken-plan": "wushan_plan.errors:DOCUMENT"})
    with pytest.raises(PlanEntryError, match="AttributeError"):
        plans.load("broken-plan")


def test_a_broken_package_keeps_nobody_from_the_other_plans(site: Path) -> None:
    register(site, "broken-package", {"broken-plan": "no_such_module:DOCUMENT"})
    assert "broken-plan" in plans.available()
    assert plans.load(PLAN.id) == PLAN


@pytest.mark.parametrize(
    ("value", "what"),
    [("wushan_plan.errors", "the module wushan_plan.errors"), ("wushan_plan.errors:nearest", "function")],
)
def test_what_is_no_plan_is_refused(site: Path, value: str, what: str) -> None:
    register(site, "odd-package", {"odd-plan": value})
    with pytest.raises(PlanEntryError, match=f"names a Plan, and this is {what}") as caught:
        plans.load("odd-plan")
    assert "package.module:DOCUMENT" in caught.value.remedy


def test_a_plan_under_another_id_than_its_own_is_refused(site: Path) -> None:
    register(site, "odd-package", {"another-name": "wushan_plan.plan2021.contents:DOCUMENT"})
    with pytest.raises(PlanEntryError, match=f"register it as {PLAN.id}"):
        plans.load("another-name")


def test_two_packages_with_one_plan_are_both_named(site: Path) -> None:
    for name in ("one-package", "two-package"):
        register(site, name, {"twice": "wushan_plan.plan2021.contents:DOCUMENT"})
    assert plans.available().count("twice") == 1
    with pytest.raises(PlanEntryError, match=r"one-package, two-package|two-package, one-package"):
        plans.load("twice")


def test_nobody_takes_the_place_of_the_librarys_own_plan(site: Path) -> None:
    register(site, "rival-package", {PLAN.id: "wushan_plan.plan2021.contents:DOCUMENT"})
    with pytest.raises(PlanEntryError, match="wushan-plan, rival-package"):
        plans.load(PLAN.id)


def test_introducing_a_plan_changes_nothing_it_says() -> None:
    assert introduced(DOCUMENT) == DOCUMENT
    assert attrs.asdict(introduced(DOCUMENT).period) == attrs.asdict(DOCUMENT.period)
