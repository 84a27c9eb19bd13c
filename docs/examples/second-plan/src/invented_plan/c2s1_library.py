"""二（一）开放公共图书馆 (虚构): section 2.1 of the invented plan, measures 6 and 7."""

from datetime import date
from fractions import Fraction

from invented_plan import lead_units as unit
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Figure, Role
from wushan_plan.model.criteria import Checklist, Item, Quantity, RatioFloor, Summary
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Measure, Section

M06 = Measure(
    number=6,
    title="拓展馆内服务",
    title_en="More services in the library",
    commitments=(
        Commitment(
            id="m06.0",
            number="m06.0",
            citation=Citation(6, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="增加图书馆的服务。",
            summary_en="Offer more services in the library.",
            role=Role.HEADING,
        ),
        Commitment(
            id="library-services",
            number="m06.1",
            citation=Citation(6, 1),
            modality=Modality.TARGET,
            criterion=Checklist(
                (
                    Item("自助借还", "self-service lending"),
                    Item("有声阅览", "audio reading room"),
                    Item("送书下乡", "books to the villages"),
                ),
                closed=True,
                by=date(2022, 12, 31),
            ),
            summary="2022年底前开通自助借还、有声阅览、送书下乡。",
            summary_en="Self-service lending, an audio reading room and books to the villages by "
            "the end of 2022.",
            phrase="三项服务",
            is_target=True,
            beneficiary="读者",
            beneficiary_en="readers",
            figures=(Figure("2022年12月31日前", date(2022, 12, 31)), Figure("三项", 3, "项")),
        ),
    ),
)

M07 = Measure(
    number=7,
    title="提高读者满意率",
    title_en="More satisfied readers",
    commitments=(
        Commitment(
            id="m07.0",
            number="m07.0",
            citation=Citation(7, 0),
            modality=Modality.DO,
            criterion=Summary(),
            summary="提高读者满意率。",
            summary_en="Raise the share of satisfied readers.",
            role=Role.HEADING,
        ),
        Commitment(
            id="reader-satisfaction",
            number="m07.1",
            citation=Citation(7, 1),
            modality=Modality.TARGET,
            criterion=RatioFloor(
                Quantity("satisfied", "表示满意的读者", "readers who are satisfied", "人"),
                Quantity("asked", "答卷的读者", "readers who answered", "人"),
                least=Fraction(9, 10),
            ),
            summary="答卷的读者中至少九成满意。",
            summary_en="At least nine in ten of the readers who answer are satisfied.",
            phrase="不低于90%",
            is_target=True,
            beneficiary="读者",
            beneficiary_en="readers",
            figures=(Figure("90%", Fraction(9, 10)),),
        ),
    ),
)

SECTION = Section(
    id="2.1",
    title="开放公共图书馆",
    title_en="An open public library",
    lead_units=(unit.LIBRARY,),
    measures=(M06, M07),
)
