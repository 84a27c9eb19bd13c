"""一（二）方便群众出行 (虚构): section 1.2 of the invented plan, measures 3 to 5."""

from datetime import date

from invented_plan import lead_units as unit
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Figure, Quantifier, Role
from wushan_plan.model.criteria import Coverage, Floor, Quantity, Recurring, Summary
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section

M03 = Measure(
    number=3,
    title="增开通村公交",
    title_en="More buses to villages",
    commitments=(
        Commitment(
            id="m03.0",
            number="m03.0",
            citation=Citation(3, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="增加通村公交。",
            summary_en="Run more buses to villages.",
            role=Role.HEADING,
        ),
        Commitment(
            id="village-bus-lines",
            number="m03.1",
            citation=Citation(3, 1),
            modality=Modality.TARGET,
            criterion=Floor(
                Quantity("lines", "通村公交线路数", "bus lines to villages", "条"),
                least=12,
                by=date(2022, 9, 30),
            ),
            summary="2022年9月底前通村公交线路至少12条。",
            summary_en="At least 12 bus lines to villages by the end of September 2022.",
            phrase="不少于12条",
            is_target=True,
            figures=(Figure("2022年9月30日前", date(2022, 9, 30)), Figure("12条", 12, "条")),
        ),
    ),
)

M04 = Measure(
    number=4,
    title="完善候车设施",
    title_en="Better bus shelters",
    commitments=(
        Commitment(
            id="m04.0",
            number="m04.0",
            citation=Citation(4, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="完善候车设施。",
            summary_en="Improve where people wait for the bus.",
            role=Role.HEADING,
        ),
        Commitment(
            id="village-shelters",
            number="m04.1",
            citation=Citation(4, 1),
            modality=Modality.TARGET,
            criterion=Coverage("行政村", "villages", unit="个", by=date(2022, 11, 30)),
            summary="2022年11月底前每个行政村都有候车亭。",
            summary_en="Every village has a bus shelter by the end of November 2022.",
            phrase="所有行政村",
            is_target=True,
            figures=(Figure("2022年11月30日前", date(2022, 11, 30)), Figure("所有", Quantifier.ALL)),
        ),
    ),
)

M05 = Measure(
    number=5,
    title="检修公交车辆",
    title_en="Inspect the buses",
    commitments=(
        Commitment(
            id="m05.0",
            number="m05.0",
            citation=Citation(5, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="检修公交车辆。",
            summary_en="Inspect the buses.",
            role=Role.HEADING,
        ),
        Commitment(
            id="bus-inspections",
            number="m05.1",
            citation=Citation(5, 1),
            modality=Modality.DO,
            criterion=Recurring("公交车辆集中检修", "inspection of the bus fleet", least=4),
            summary="公交车辆一年至少集中检修4次。",
            summary_en="Inspect the bus fleet at least four times a year.",
            phrase="不少于4次",
            is_target=True,
            figures=(Figure("每年", Quantifier.REPEATED), Figure("4次", 4, "次")),
        ),
    ),
)

SECTION = Section(
    id="1.2",
    title="方便群众出行",
    title_en="Getting around",
    lead_units=(unit.TRANSPORT, unit.BUS_COMPANY),
    measures=(M03, M04, M05),
)
