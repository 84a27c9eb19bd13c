"""The table of contents (目录): chapters, sections and safeguards in printed order."""

from wushan_plan.model.plan import Chapter, Plan
from wushan_plan.plan2021 import (
    c1s1_business_registration,
    c1s2_utilities,
    c1s3_finance,
    c1s4_procurement,
    c1s5_tendering,
    c1s6_innovation,
    c2s1_government_services,
    c2s2_construction_approval,
    c2s3_real_estate,
    c2s4_tax,
    c3s1_enforcement,
    c3s2_intellectual_property,
    c3s3_labour,
    c3s4_court,
    front_matter,
)
from wushan_plan.plan2021.digests import DIGESTS
from wushan_plan.plan2021.lead_units import LEAD_UNITS
from wushan_plan.plan2021.readings import READINGS
from wushan_plan.plan2021.safeguards import SAFEGUARDS

CHAPTERS = (
    Chapter(
        number=1,
        title="打造便利的市场环境",
        title_en="A convenient market environment",
        sections=(
            c1s1_business_registration.SECTION,
            c1s2_utilities.SECTION,
            c1s3_finance.SECTION,
            c1s4_procurement.SECTION,
            c1s5_tendering.SECTION,
            c1s6_innovation.SECTION,
        ),
    ),
    Chapter(
        number=2,
        title="打造高效的政务环境",
        title_en="An efficient government environment",
        sections=(
            c2s1_government_services.SECTION,
            c2s2_construction_approval.SECTION,
            c2s3_real_estate.SECTION,
            c2s4_tax.SECTION,
        ),
    ),
    Chapter(
        number=3,
        title="打造公平公正的法治环境",
        title_en="A fair and just legal environment",
        sections=(
            c3s1_enforcement.SECTION,
            c3s2_intellectual_property.SECTION,
            c3s3_labour.SECTION,
            c3s4_court.SECTION,
        ),
    ),
    Chapter(
        number=4,
        title="加强优化营商环境实施保障",
        title_en="Safeguards for carrying the plan out",
    ),
)

DOCUMENT = Plan(
    id=front_matter.ID,
    number=front_matter.NUMBER,
    title=front_matter.TITLE,
    title_en=front_matter.TITLE_EN,
    issuer=front_matter.ISSUER,
    issued=front_matter.ISSUED,
    period=front_matter.PERIOD,
    chapters=CHAPTERS,
    safeguards=SAFEGUARDS,
    lead_units=LEAD_UNITS,
    readings=READINGS,
    digests=DIGESTS,
    period_is_inferred=front_matter.PERIOD_IS_INFERRED,
)
