"""The table of contents of the invented plan (虚构方案的目录). ``DOCUMENT`` is what the entry point names."""

from datetime import date

from invented_plan import c1s1_allowances, c1s2_buses, c2s1_library
from invented_plan.digests import DIGESTS
from invented_plan.lead_units import LEAD_UNITS
from invented_plan.readings import READINGS
from invented_plan.safeguards import SAFEGUARDS
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import Chapter, Plan

DOCUMENT = Plan(
    id="invented-2022-0",
    number="虚构府办发〔2022〕0号",
    title="虚构县2022年便民服务实施方案（虚构示例）",
    title_en="Invented County 2022 plan for services to the people (an invented example)",
    issuer="虚构县人民政府办公室",
    issued=date(2022, 3, 1),
    period=Interval(date(2022, 3, 1), date(2022, 12, 31)),
    chapters=(
        Chapter(
            number=1,
            title="方便群众办事",
            title_en="Easier dealings for the people",
            sections=(c1s1_allowances.SECTION, c1s2_buses.SECTION),
        ),
        Chapter(
            number=2,
            title="办好公共文化",
            title_en="Public culture",
            sections=(c2s1_library.SECTION,),
        ),
        Chapter(number=3, title="抓好落实", title_en="Carrying it out"),
    ),
    safeguards=SAFEGUARDS,
    lead_units=LEAD_UNITS,
    readings=READINGS,
    digests=DIGESTS,
)
