"""The document's own parts are as printed (方案的章节、措施、牵头单位)."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from wushan_plan import PLAN, Citation, Interval

CHAPTERS = (
    "打造便利的市场环境",
    "打造高效的政务环境",
    "打造公平公正的法治环境",
    "加强优化营商环境实施保障",
)
# Section, title, lead units, first and last measure: as the headings print them.
SECTIONS = """\
1.1 深化商事制度改革 县市场监管局 1-5
1.2 优化水电气接入服务 县城管局、县经济信息委、国网巫山供电公司、三峡风天然气有限责任公司、\
鼎诚水务有限责任公司 6-8
1.3 有效提升融资便利度 县财政局、县金融事务中心 9-11
1.4 促进政府采购规范有序 县财政局 12-15
1.5 推动招标投标开放公平 县发展改革委、县招标投标事务中心 16-19
1.6 强化包容普惠创新 县发展改革委 20-20
2.1 全面提升政务服务水平 县政务服务管理办公室、县政务服务中心 21-24
2.2 深化工程建设项目审批制度改革 县住房城乡建委 25-27
2.3 持续提升不动产登记便利度 县规划自然资源局 28-29
2.4 推行优质高效税费服务 巫山县税务局、县财政局 30-32
3.1 全面提升监管执法水平 县市场监管局 33-37
3.2 加强知识产权创造、保护和运用 县市场监管局 38-40
3.3 优化劳动力市场监管 县人力社保局 41-42
3.4 强化民商事案件司法保障 县法院 43-45
"""
ROWS = [tuple(line.split()) for line in SECTIONS.strip().splitlines()]


def digest_of(title: str) -> str:
    """The fingerprint a heading has in the document."""
    return hashlib.sha256(f"{title}。".encode()).hexdigest()


DIGESTS = {one.citation: one.sha256 for one in PLAN.digests}


def test_the_plan_is_number_66_of_2021() -> None:
    assert PLAN.number == "巫山府办发〔2021〕66号"
    assert PLAN.issued == date(2021, 7, 30)


def test_the_plan_speaks_of_the_days_from_its_issue_to_the_end_of_its_year() -> None:
    assert PLAN.period == Interval(date(2021, 7, 30), date(2021, 12, 31))


def test_there_are_four_chapters_with_their_printed_titles() -> None:
    assert [(one.number, one.title) for one in PLAN.chapters] == list(enumerate(CHAPTERS, 1))


def test_there_are_fourteen_sections_six_four_four_and_none_to_a_chapter() -> None:
    assert len(PLAN.sections) == 14
    assert [len(one.sections) for one in PLAN.chapters] == [6, 4, 4, 0]


@pytest.mark.parametrize(("name", "title", "units", "measures"), ROWS, ids=[row[0] for row in ROWS])
def test_a_section_has_the_title_lead_units_and_measures_printed_in_it(
    name: str, title: str, units: str, measures: str
) -> None:
    section = PLAN.sections[[row[0] for row in ROWS].index(name)]
    first, last = (int(number) for number in measures.split("-"))
    assert (section.id, section.title) == (name, title)
    assert "、".join(unit.name for unit in section.lead_units) == units
    assert [measure.number for measure in section.measures] == list(range(first, last + 1))


def test_there_are_forty_five_measures_in_printed_order() -> None:
    assert [measure.number for measure in PLAN.measures] == list(range(1, 46))


def test_there_are_four_safeguards_in_printed_order() -> None:
    assert [safeguard.number for safeguard in PLAN.safeguards] == [1, 2, 3, 4]


def test_only_measure_20_has_no_heading() -> None:
    assert [measure.number for measure in PLAN.measures if not measure.title] == [20]


@pytest.mark.parametrize("number", [measure.number for measure in PLAN.measures if measure.title])
def test_the_title_of_a_measure_is_the_printed_one(number: int) -> None:
    assert digest_of(PLAN.measure(number).title) == DIGESTS[Citation(number, 0)]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_title_of_a_safeguard_is_the_printed_one(number: int) -> None:
    title = PLAN.safeguards[number - 1].title
    assert digest_of(title) == DIGESTS[Citation(None, 0, safeguard=number)]


def test_there_are_seventeen_lead_units_in_the_order_the_headings_name_them() -> None:
    named = [unit for row in ROWS for unit in row[2].split("、")]
    assert [unit.name for unit in PLAN.lead_units] == list(dict.fromkeys(named))
    assert len(PLAN.lead_units) == 17


def test_ids_of_lead_units_are_unique() -> None:
    assert len({unit.id for unit in PLAN.lead_units}) == 17


@pytest.mark.parametrize(
    "part",
    [pytest.param(one, id=f"measure-{one.number}") for one in PLAN.measures]
    + [pytest.param(one, id=f"section-{one.id}") for one in PLAN.sections]
    + [pytest.param(one, id=f"chapter-{one.number}") for one in PLAN.chapters]
    + [pytest.param(one, id=f"safeguard-{one.number}") for one in PLAN.safeguards],
)
def test_every_part_has_an_english_title_in_ascii(part: object) -> None:
    title = getattr(part, "title_en")  # noqa: B009
    assert title
    assert title.isascii()
