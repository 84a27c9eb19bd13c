"""What an index and an installer are told (元数据)."""

from __future__ import annotations

import email
import email.policy
import tomllib

import pytest

import wushan_plan
from tests.packaging.archives import ROOT, Built

metadata = pytest.importorskip("packaging.metadata", reason="packaging is in the extra test")
requirements = pytest.importorskip("packaging.requirements", reason="packaging is in the extra test")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def raw(built: Built) -> bytes:
    """The metadata as they stand in the wheel."""
    (found,) = (text for name, text in built.wheel_files().items() if name.endswith(".dist-info/METADATA"))
    return found


@pytest.fixture(scope="module")
def fields(raw: bytes) -> dict[str, object]:
    """Every field, read strictly: one that is unknown or malformed is an error."""
    read = metadata.Metadata.from_email(raw, validate=True)
    return {name: getattr(read, name) for name in dir(type(read)) if not name.startswith(("_", "from_"))}


def test_every_field_is_known_and_well_formed(raw: bytes) -> None:
    read, unknown = metadata.parse_email(raw)
    assert unknown == {}
    metadata.Metadata.from_raw(read, validate=True)


def test_name_and_version_are_those_of_the_package(fields: dict[str, object]) -> None:
    assert (fields["name"], str(fields["version"])) == ("wushan-plan", wushan_plan.__version__)


def test_the_wheel_and_the_source_archive_say_the_same(built: Built, raw: bytes) -> None:
    assert built.sdist_file("PKG-INFO") == raw


def test_the_description_is_the_readme(fields: dict[str, object]) -> None:
    assert fields["description_content_type"] == "text/markdown"
    assert fields["description"] == (ROOT / "README.md").read_text("utf-8")


def test_the_description_is_short_enough_for_a_list(fields: dict[str, object]) -> None:
    assert fields["summary"] == PROJECT["description"]
    assert len(PROJECT["description"]) <= 512
    assert "\n" not in PROJECT["description"]


def test_the_licence_is_named_and_its_text_goes_along(fields: dict[str, object], built: Built) -> None:
    assert (fields["license_expression"], fields["license_files"]) == ("MIT", ["LICENSE"])
    (text,) = (held for name, held in built.wheel_files().items() if name.endswith("/licenses/LICENSE"))
    assert text == (ROOT / "LICENSE").read_bytes()


def test_pip_refuses_a_python_that_is_too_old(fields: dict[str, object]) -> None:
    assert str(fields["requires_python"]) == ">=3.11"


def test_classifiers_and_keywords_are_those_of_the_project(fields: dict[str, object]) -> None:
    assert fields["classifiers"] == sorted(PROJECT["classifiers"])
    assert fields["keywords"] == sorted(PROJECT["keywords"])
    assert "Typing :: Typed" in PROJECT["classifiers"]


def test_every_classifier_is_one_the_index_knows() -> None:
    known = pytest.importorskip("trove_classifiers", reason="comes with hatchling").classifiers
    assert set(PROJECT["classifiers"]) <= known


def test_no_address_is_given_that_the_project_does_not_have(raw: bytes) -> None:
    told = email.message_from_bytes(raw, policy=email.policy.compat32)
    assert [name for name in ("Home-page", "Project-URL", "Download-URL") if name in told] == []


def test_the_core_needs_three_packages(fields: dict[str, object]) -> None:
    needed = [requirements.Requirement(str(one)) for one in _listed(fields["requires_dist"])]
    core = {str(one) for one in needed if one.marker is None}
    assert core == {"attrs>=23.2", "chinesecalendar>=1.10", "python-dateutil>=2.8.2"}


def test_everything_else_belongs_to_an_extra(fields: dict[str, object]) -> None:
    extras = set(PROJECT["optional-dependencies"])
    assert set(_listed(fields["provides_extra"])) == extras
    for one in (requirements.Requirement(str(each)) for each in _listed(fields["requires_dist"])):
        if one.marker is not None:
            assert any(one.marker.evaluate({"extra": extra}) for extra in extras)
            assert not one.marker.evaluate({"extra": ""})


def test_every_requirement_has_a_lower_bound() -> None:
    listed = [
        *PROJECT["dependencies"],
        *(each for one in PROJECT["optional-dependencies"].values() for each in one),
    ]
    unbound = [
        each
        for each in map(requirements.Requirement, listed)
        if each.name != "wushan-plan" and not any(one.operator in (">=", "==") for one in each.specifier)
    ]
    assert unbound == []


def test_no_requirement_of_the_library_has_an_upper_bound() -> None:
    tools = {"test", "docs", "dev", "bench", "notebooks", "package"}
    listed = [
        *PROJECT["dependencies"],
        *(
            each
            for name, one in PROJECT["optional-dependencies"].items()
            if name not in tools
            for each in one
        ),
    ]
    assert [each for each in listed if "<" in each or "==" in each] == []


def _listed(value: object) -> list[object]:
    assert isinstance(value, list)
    return value
