"""The words users read for each term, Chinese and English (用词)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from wushan_plan.calendar.days import Day, DayKind
from wushan_plan.errors import FactError
from wushan_plan.explanation.docstrings import docstring
from wushan_plan.model.citation import Citation
from wushan_plan.model.commitment import Commitment, Relation, Role
from wushan_plan.model.criteria import Criterion, MeanTimeLimit, TimeLimit
from wushan_plan.model.facts import FactKind
from wushan_plan.model.modality import Modality, Status
from wushan_plan.model.periods import CalendarDays, Days, WorkingDays
from wushan_plan.model.plan import LeadUnit
from wushan_plan.model.queries import addressed_to_each
from wushan_plan.model.readings import Basis, Reading
from wushan_plan.model.source import Change
from wushan_plan.model.verdict import Lang

Term = tuple[str, str]
"""Chinese and English of one term."""

STATUS: dict[Status, Term] = {
    Status.MET: ("达标", "met"),
    Status.NOT_MET: ("未达标", "not met"),
    Status.EXCUSED: ("有正当理由的偏离", "excused"),
    Status.PENDING: ("未到期", "pending"),
    Status.NOT_APPLICABLE: ("不适用", "not applicable"),
    Status.UNKNOWN: ("无法判定", "unknown"),
}

MODALITY: dict[Modality, Term] = {
    Modality.MUST: ("应当", "must"),
    Modality.MUST_NOT: ("不得", "must not"),
    Modality.IN_PRINCIPLE: ("原则上应", "in principle"),
    Modality.TARGET: ("目标", "target"),
    Modality.ENTITLEMENT: ("可享有", "entitlement"),
    Modality.DO: ("推行落实", "do"),
    Modality.PROMOTE: ("推动", "promote"),
    Modality.GRADUAL: ("逐步", "gradual"),
    Modality.EXPLORE: ("探索", "explore"),
    Modality.REFERENCE: ("按上级规定", "reference"),
}

ROLE: dict[Role, Term] = {
    Role.ACTION: ("行动", "action"),
    Role.OUTCOME: ("成效", "outcome"),
    Role.HEADING: ("标题", "heading"),
}

READING: dict[Reading, Term] = {
    Reading.BY_COUNT: ("按计数（已过天数不超过上限）", "by count (elapsed days within the limit)"),
    Reading.BY_DATE: ("按日期（不晚于截止日）", "by date (not after the deadline)"),
    Reading.COMPLETED_CASES: ("只算已办结件", "completed cases only"),
    Reading.WITH_OPEN_CASES: ("未办结件按已用时间计入", "open cases with their time so far"),
    Reading.DATE_GOVERNS: ("期限管全句", "the date governs the whole sentence"),
    Reading.DATE_ONLY_FIRST: ("期限只管前半句", "the date governs the first half only"),
    Reading.RECHECKS_COUNT: ("复查计入", "re-checks count"),
    Reading.RECHECKS_APART: ("复查不另计", "re-checks belong to their inspection"),
}

OWN_WORDS: Term = (
    "概述用的是本库自己的话，不是方案原文；引用请查原文。",
    "Summaries are in our own words, not the official text: quote the text itself.",
)

BASIS: dict[Basis, Term] = {
    Basis.TEXT: ("原文", "the text"),
    Basis.LAW: ("法律", "law"),
    Basis.INFERENCE: ("推断", "inference"),
}

RELATION: dict[Relation, Term] = {
    Relation.STRICTER: ("方案更严", "the plan is stricter"),
    Relation.EQUAL: ("一致", "equal"),
    Relation.DIFFERENT_SCOPE: ("口径不同，分别适用", "different scope; both apply"),
    Relation.PARENT: ("上位依据", "the rule it follows from"),
}

CHANGE: dict[Change, Term] = {
    Change.CHANGED: ("改动", "changed"),
    Change.DISAPPEARED: ("消失", "disappeared"),
    Change.NEW: ("新增", "new"),
    Change.MOVED: ("移位", "moved"),
}

DAY_KIND: dict[DayKind, Term] = {
    DayKind.WORKDAY: ("工作日", "working day"),
    DayKind.MAKE_UP_WORKDAY: ("调休上班", "make-up working day"),
    DayKind.WEEKEND: ("周末", "weekend"),
    DayKind.HOLIDAY: ("放假", "holiday"),
    DayKind.CLOSURE: ("本单位停业", "office closed"),
    DayKind.EXTRA_WORKDAY: ("本单位上班", "office open"),
}

FACT_KIND: dict[FactKind, Term] = {
    FactKind.DATE: ("日期", "date"),
    FactKind.DATES: ("多个日期", "dates"),
    FactKind.COUNT: ("个数", "count"),
    FactKind.AMOUNT: ("数额", "amount"),
    FactKind.QUANTITY: ("观测值", "quantity"),
    FactKind.TRUTH: ("是否", "yes or no"),
    FactKind.TEXT: ("文字", "text"),
    FactKind.ITEMS: ("项目", "items"),
    FactKind.CASES: ("各办件", "cases"),
    FactKind.PERIOD: ("统计期间", "period"),
    FactKind.DURATION: ("时长", "duration"),
    FactKind.VERDICTS: ("各项判定", "verdicts"),
}

# The ledger stands above this room, so its terms are looked up by the value of the member, not by it.
COLOUR: dict[str, Term] = {
    "red": ("红", "red"),
    "yellow": ("黄", "yellow"),
    "grey": ("灰", "grey"),
    "green": ("绿", "green"),
}

DISPUTE: dict[str, Term] = {
    "different-values": ("填报不一致", "different values"),
    "overlapping-periods": ("期间重叠", "overlapping periods"),
}

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(lang: Lang, where: str = "explain(lang)") -> Lang:
    """The language, if it is one that is spoken here; whatever takes a language asks here first.

    Raises:
        FactError: for any other, naming ``where``.
    """
    if lang not in ("zh", "en"):
        raise FactError(
            value=lang,
            rule="answers are given in Chinese or English.",
            where=where,
            remedy="Give 'zh' or 'en'.",
            zh="语言只能是中文（zh）或英文（en）",
        )
    return lang


def pick(term: Term, lang: Lang) -> str:
    """The term in that language."""
    return term[0] if lang == "zh" else term[1]


def criterion_term(criterion: Criterion) -> Term:
    """The legal word of a criterion, from the parentheses in its docstring, and its class."""
    first = docstring(type(criterion)).partition("\n")[0]
    return first.rpartition("(")[2].partition(")")[0].partition(":")[0], type(criterion).__name__


def weekday_text(date: dt.date, lang: Lang) -> str:
    """周五, or Fri."""
    if lang == "zh":
        return "周" + _WEEKDAYS_ZH[date.weekday()]
    return _WEEKDAYS_EN[date.weekday()]


def month_text(date: dt.date, lang: Lang) -> str:
    """2021年10月, or October 2021."""
    if lang == "zh":
        return f"{date.year}年{date.month}月"
    return f"{_MONTHS_EN[date.month - 1]} {date.year}"


def date_text(date: dt.date, lang: Lang) -> str:
    """2021年9月24日（周五）, or Fri 24 September 2021."""
    if lang == "zh":
        return f"{date.year}年{date.month}月{date.day}日（{weekday_text(date, lang)}）"
    return f"{weekday_text(date, lang)} {date.day} {_MONTHS_EN[date.month - 1]} {date.year}"


def days_text(days: Days, lang: Lang) -> str:
    """9个工作日, or 9 working days."""
    if isinstance(days, WorkingDays):
        if lang == "zh":
            return f"{days.days}个工作日"
        return f"{days.days} working day" + ("" if days.days == 1 else "s")
    if lang == "zh":
        return f"{days.days}日"
    return f"{days.days} calendar day" + ("" if days.days == 1 else "s")


def limit_text(criterion: Criterion, lang: Lang) -> str:
    """9个工作日, or mean 30 working days; nothing for a criterion that limits no time."""
    if isinstance(criterion, TimeLimit):
        return days_text(criterion.limit, lang)
    if isinstance(criterion, MeanTimeLimit):
        return ("平均" if lang == "zh" else "mean ") + days_text(criterion.limit, lang)
    return ""


def unit_text(unit: type[WorkingDays] | type[CalendarDays], lang: Lang) -> str:
    """个工作日, or working days."""
    if unit is WorkingDays:
        return "个工作日" if lang == "zh" else "working days"
    return "日" if lang == "zh" else "calendar days"


def number_text(value: Fraction | int, lang: Lang) -> str:
    """The number: exact where four decimals are enough, otherwise rounded and marked as such.

    A rounded number never looks whole: 30.00001 is shown with as many decimals as that takes.
    """
    return _shown(Fraction(value), lang)


def percent_text(value: Fraction, lang: Lang) -> str:
    """The percentage, as :func:`number_text` shows numbers."""
    return _shown(value * 100, lang) + "%"


def _shown(value: Fraction, lang: Lang) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    if (value * 10**4).denominator == 1:
        return _decimal(value, 4).rstrip("0")
    places = next((n for n in range(2, 12) if round(value, n).denominator != 1), 12)
    about = _decimal(round(value, places), places)
    return f"约{about}" if lang == "zh" else f"about {about}"


def _decimal(value: Fraction, places: int) -> str:
    """``value`` written out to ``places`` decimals, however large or small it is."""
    whole, rest = divmod(int(abs(value) * 10**places), 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{places}}"


def unit_names(units: Iterable[LeadUnit], lang: Lang) -> str:
    """Several units in a line: 、 between them in Chinese, a semicolon in English."""
    return pick(("、", "; "), lang).join(pick((unit.name, unit.name_en), lang) for unit in units)


def led_by(commitment: Commitment, lang: Lang) -> str:
    """The lead units; for a safeguard addressed to all of them, that it is: 各牵头单位（推断）."""
    if not commitment.lead_units and addressed_to_each(commitment):
        return "各牵头单位（推断）" if lang == "zh" else "every lead unit (inferred)"
    return unit_names(commitment.lead_units, lang)


def place_text(citation: Citation, lang: Lang) -> str:
    """措施6第1句, or measure 6, sentence 1."""
    if citation.measure is None:
        head = f"保障措施{citation.safeguard}" if lang == "zh" else f"safeguard {citation.safeguard}"
    else:
        head = f"措施{citation.measure}" if lang == "zh" else f"measure {citation.measure}"
    if citation.sentence == 0:
        return head + ("标题" if lang == "zh" else ", heading")
    return head + (f"第{citation.sentence}句" if lang == "zh" else f", sentence {citation.sentence}")


def day_text(day: Day, lang: Lang) -> str:
    """What a day is: 国庆节放假, 调休上班（国庆节）, 周末."""
    kind = pick(DAY_KIND[day.kind], lang)
    if lang == "zh":
        if day.kind is DayKind.HOLIDAY:
            text = f"{day.name}放假"
        elif day.kind is DayKind.MAKE_UP_WORKDAY:
            text = f"{kind}（{day.name}）"
        else:
            text = kind + (f"（{day.name}）" if day.name else "")
        return text + ("，暂定" if day.provisional else "")
    if day.kind is DayKind.HOLIDAY:
        text = f"{day.name_en} holiday"
    elif day.name:
        text = f"{kind} ({day.name_en})"
    else:
        text = kind
    return text + (", provisional" if day.provisional else "")
