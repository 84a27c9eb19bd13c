"""三、抓好落实 (虚构): the one safeguard of the invented plan."""

from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Actor, Commitment, Figure, Quantifier, Role
from wushan_plan.model.criteria import Milestone, Summary
from wushan_plan.model.modality import Modality
from wushan_plan.model.plan import Safeguard

SAFEGUARDS = (
    Safeguard(
        number=1,
        title="建立台账",
        title_en="Keep a ledger",
        commitments=(
            Commitment(
                id="s1.0",
                number="s1.0",
                citation=Citation(None, 0, safeguard=1),
                modality=Modality.DO,
                criterion=Summary(),
                summary="建立台账。",
                summary_en="Keep a ledger.",
                role=Role.HEADING,
            ),
            Commitment(
                id="s1.1",
                number="s1.1",
                citation=Citation(None, 1, safeguard=1),
                modality=Modality.DO,
                criterion=Milestone("工作台账", "a ledger of the work"),
                summary="每个牵头单位建立工作台账。",
                summary_en="Each lead unit sets up a ledger of its work.",
                actor=Actor("各牵头单位", "each lead unit"),
                figures=(Figure("各", Quantifier.ALL),),
            ),
        ),
    ),
)
