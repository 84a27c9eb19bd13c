"""The head of the document (文头): number, title, issuer, date."""

from datetime import date

from wushan_plan.model.periods import Interval

ID = "wushan-2021-66"
NUMBER = "巫山府办发〔2021〕66号"
TITLE = "巫山县2021年深化“放管服”改革优化营商环境实施方案"
TITLE_EN = (
    "Wushan County 2021 plan for deepening the streamlining reform and improving the business environment"
)
ISSUER = "巫山县人民政府办公室"
ISSUED = date(2021, 7, 30)

# The text names no first day, no last day and no day of evaluation: from its issue to the end of
# the year in its title is our inference (register T14).
PERIOD = Interval(ISSUED, date(2021, 12, 31))
PERIOD_IS_INFERRED = True
