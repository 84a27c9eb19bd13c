"""What a return workbook says, in Chinese and English (填报表用词)."""

from __future__ import annotations

from collections.abc import Mapping

from wushan_plan.explanation.words import Term

COLUMNS: Mapping[str, Term] = {
    "number": ("序号", "No."),
    "task": ("任务", "Task"),
    "place": ("出处", "Place"),
    "due": ("完成期限", "Due"),
    "status": ("现状", "Status"),
    "fact": ("填报内容", "What to report"),
    "current": ("现值", "Current value"),
    "value": ("新值", "New value"),
    "basis": ("口径", "Basis"),
    "stood_on": ("数据截至", "As it stood on"),
    "evidence": ("佐证材料", "Evidence"),
    "done_on": ("完成日期", "Completed on"),
    "reason": ("偏离理由", "Reason of deviation"),
    "remark": ("备注", "Remark"),
    "author": ("填报人", "Author"),
    "check": ("检查", "Check"),
    "id": ("编号", "Id"),
}
"""The columns of the form, in order; ``basis`` only where the form is for a period."""

CONTENT = ("value", "evidence", "done_on", "reason", "remark")
"""Columns that say something; a row with nothing in them reports nothing."""
INPUTS = (*CONTENT, "basis", "stood_on", "author")
"""Columns the unit may fill."""
NEEDED = ("value", "id")
"""Columns by which a form is known; without them it cannot be read."""

COVER: Mapping[str, Term] = {
    "unit": ("填报单位", "Unit"),
    "as_of": ("统计截止日", "Cut-off day"),
    "period": ("统计期间", "Period"),
    "author": ("统一填报人", "Author of all rows"),
    "at": ("填报日期", "Day of reporting"),
    "code": ("表格编号", "Form"),
}
SHEETS: Mapping[str, Term] = {
    "cover": ("填报说明", "Instructions"),
    "form": ("填报表", "Form"),
    "rows": ("行清单", "Rows"),
}
YES: Term = ("是", "yes")
NO: Term = ("否", "no")
STANDS: Term = ("累计", "in all")
FLOWS: Term = ("本期", "this period")
INFERRED: Term = ("（推断）", "(inferred)")
PLAIN_NUMBER: Term = ("（填数字）", " (a number)")
OPTIONAL: Term = ("（选填）", " (optional)")
FILLED: Term = ("已填", "filled")
NO_AUTHOR: Term = ("缺填报人", "author missing")
AGAINST: Term = ("“否”与完成日期矛盾", "no, with a day of completion")
CONFLICT: Term = ("有冲突", "in conflict")
DONE: Term = ("完成日期", "completed on")

INSTRUCTIONS: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "只填浅黄色的格子，其余已锁定。没有变化的行空着；空着不算零，也不算“否”。",
        "“新值”按“填报内容”填：是否类选“是”或“否”；数量只填数字；事项、单位等填数量，如41或41项，或逐项列名，"
        "各项用顿号、分号或换行隔开，名称里有顿号的用分号；"
        "日期写成2021-09-30，多个日期用顿号隔开；期间写成2021-07-01~2021-09-30；时限写成9个工作日或20日。",
        "“数据截至”是新值对应的日期，已预填统计截止日；不是这一天的，请改。",
        "办结的事项填“完成日期”，并在“佐证材料”写明文号、文件名或网址。",
        "“偏离理由”都会留存；只有方案允许有例外的事项，才影响结论。",
        "填报人：一人填报的，在本页填“统一填报人”；几人分工的，在各行填“填报人”。两人对同一事项、同一日期报得不一样，"
        "台账记为冲突，等待裁定，不会相互覆盖。",
        "已经报过、需要改的：把本页“填报日期”改成改报当天，重新填报；或者另报更正。",
        "按件计时的事项（接水、接电等），这里不用逐件填；另报办件表，由 wushan-plan ledger cases 收入。",
        "“上期”“本期”是前后两个可比的期间，如上季度和本季度；“外部时限”是其他文件或上级另定的时限，没有的空着。"
        "“口径”一列选“本期”的，新值只算统计期间内的，选“累计”的算到“数据截至”为止。",
        "表已锁定，没有密码：列宽、行高可调，行列可隐藏，也可筛选。要移动列的，先撤销工作表保护，移动后照样能收回。"
        "“编号”不要改；删掉的行视为没有填报，会在回收时列出。",
    ),
    "en": (
        "Fill the light yellow cells; the others are locked. Leave a row empty where nothing changed; "
        "empty is neither zero nor no.",
        "New value: yes or no; a number; for items a number, or their names with semicolons or line breaks "
        "between them; a date like 2021-09-30, several with commas; a period like 2021-07-01~2021-09-30; "
        "a time limit like 9 working days or 20 calendar days.",
        "As it stood on: the day the new value is for. The cut-off day is there already; change it where "
        "another is meant.",
        "Where a task is done, give the day it was completed, and the file number, name or address of the "
        "evidence.",
        "Reasons of a deviation are all kept; they change the status only where the plan allows exceptions.",
        "One author: name it once on this page. Several: name each in its rows. Where two say different "
        "things about one task and day, the ledger holds a conflict until it is settled.",
        "To change what was reported before, set the day of reporting on this page to the day of the change, "
        "and report again; or send a correction.",
        "Tasks timed case by case (water, power …): report the cases as a table of their own; "
        "whoever keeps the ledger takes it in with wushan-plan ledger cases.",
        "Before and after are two periods that can be compared, one following the other, such as quarters; a "
        "benchmark is a limit that another document or authority sets: leave it empty where there is none. "
        "Basis: “this period” is the form's period alone, “in all” everything up to the day of the row.",
        "The sheet is protected, without a password: widths and heights can be changed, rows and columns "
        "hidden, rows filtered. To move columns, lift the protection first; they are found wherever they "
        "stand. Leave the ids as they are; a deleted row counts as not reported, and is listed when the form "
        "comes back.",
    ),
}
