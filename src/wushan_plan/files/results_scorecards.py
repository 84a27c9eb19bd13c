"""The scorecards of a results workbook, and how it was judged (记分卡表、口径与说明)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from wushan_plan.explanation.words import MODALITY, READING, STATUS, Term, date_text, pick
from wushan_plan.files.results import FLAGS, UNIT, ResultRecord, Results, Total
from wushan_plan.files.results_cells import TABS, about, day_cells, lead_units_of, status_colours, summary_of
from wushan_plan.files.sheet_cells import Cell, Percent
from wushan_plan.files.sheets import Book, Sheet, SheetColumn
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.scorecard import JudgedCase
from wushan_plan.model.verdict import Lang

_MOST_UNREAD = 50


def scorecard_sheet(book: Book, lang: Lang, as_of: dt.date) -> Sheet:
    """The sheet of scorecards, its rows still to come."""
    zh = lang == "zh"
    columns = [
        SheetColumn("承诺事项" if zh else "commitment", "wrapped", 34),
        SheetColumn("牵头单位" if zh else "lead units", "wrapped", 22),
        SheetColumn("约束力" if zh else "modality", "centred", 10),
        SheetColumn("办件" if zh else "cases", "number", 8),
        *(SheetColumn(pick(STATUS[status], lang), "number", 9 if zh else 11) for status in Status),
        SheetColumn("达标率" if zh else "met, of decided", "number", 10),
        SheetColumn("办结件平均用时" if zh else "mean, completed", "number", 11),
        SheetColumn("单位" if zh else "unit", "centred", 8 if zh else 14),
        SheetColumn("平均判定" if zh else "mean judged", "centred", 9),
        *(
            SheetColumn(pick(FLAGS[name], lang), "number", 9 if zh else 11)
            for name in ("breach", "depends_on_reading")
        ),
        SheetColumn("承诺编号" if zh else "id"),
    ]
    heading = [
        "记分卡" if zh else "Scorecard",
        f"判定基准日 {date_text(as_of, lang)}" if zh else f"as of {date_text(as_of, lang)}",
    ]
    return book.sheet(
        "记分卡" if zh else "scorecard",
        heading,
        columns,
        colours=status_colours(lang),
        coloured=13,
        tab=TABS["scorecard"],
    )


def write_scorecards(sheet: Sheet, totals: Sequence[Total], lang: Lang) -> None:
    """One row a target, then its worst cases, its mean and the rows that could not be read."""
    for total in totals:
        card, commitment = total.card, total.commitment
        counts: list[Cell] = [card.count(status) for status in Status]
        rate: Cell = None if card.rate is None else Percent(card.rate)
        if total.mean is not None:  # no single case of a mean can fail
            counts = [card.count(status) if status is Status.UNKNOWN else None for status in Status]
            rate = None
        sheet.add(
            [
                summary_of(commitment, lang),
                lead_units_of(commitment, lang),
                pick(MODALITY[commitment.modality], lang),
                card.cases,
                *counts,
                rate,
                card.mean,
                "" if card.unit is None else pick(UNIT[card.unit], lang),
                "" if total.mean is None else pick(STATUS[total.mean.status], lang),
                None if total.mean is not None else card.breaches,
                None if total.mean is not None else card.reading_dependent,
                commitment.id,
            ]
        )
    for total in totals:
        _write_lists(sheet, total, lang)


def _write_lists(sheet: Sheet, total: Total, lang: Lang) -> None:
    zh = lang == "zh"
    card = total.card
    if total.mean is not None:
        sheet.note("")
        sheet.note(
            f"平均判定：{total.commitment.id}" if zh else f"The mean: {total.commitment.id}", bold=True
        )
        for line in total.mean.explain(lang).split("\n"):
            sheet.note(line)
    elif card.worst:
        sheet.note("")
        title = "超时最多的办结件" if zh else "Worst completed cases"
        sheet.note(f"{title}：{total.commitment.id}" if zh else f"{title}: {total.commitment.id}", bold=True)
        for case in card.worst:
            sheet.note(_case_line(total.commitment, case, lang))
    if card.unread:
        sheet.note("")
        count = len(card.unread)
        title = f"无法判定的行（{count}），原样保留" if zh else f"Unknown rows ({count}), kept as they are"
        sheet.note(f"{title}：{total.commitment.id}" if zh else f"{title}: {total.commitment.id}", bold=True)
        for case in card.unread[:_MOST_UNREAD]:
            sheet.note(f"{case.key}  {ResultRecord.of(total.commitment, case, lang).explanation}")
        if count > _MOST_UNREAD:
            sheet.note("……其余见办件表" if zh else "… the rest is on the sheet of cases")


def _case_line(commitment: Commitment, case: JudgedCase, lang: Lang) -> str:
    record = ResultRecord.of(commitment, case, lang)
    days, late, unit = day_cells(record, lang)
    due = "" if record.deadline is None else record.deadline.isoformat()
    if lang == "zh":
        return f"{record.key}  截止{due}  用时{days}{unit}  逾期{late}{unit}"
    return f"{record.key}  due {due}  elapsed {days} {unit}  overdue {late} {unit}"


_MEANINGS: Mapping[Status, Term] = {
    Status.MET: ("事实符合判定标准。", "The facts meet the criterion."),
    Status.NOT_MET: ("事实不符合判定标准。", "The facts fall short of the criterion."),
    Status.EXCUSED: (
        "原文允许有理由的偏离，且理由已记录。",
        "The text allows a deviation, and a reason is recorded.",
    ),
    Status.PENDING: ("尚未到期，也未办结。", "Not yet due, and not finished."),
    Status.NOT_APPLICABLE: ("不属于适用范围。", "Outside the scope."),
    Status.UNKNOWN: (
        "缺少事实，或该行读不出；从不当作达标。",
        "Facts are missing, or the row cannot be read; never taken as met.",
    ),
}


def write_notes(book: Book, listed: Sequence[Results], lang: Lang) -> None:
    """The last sheet: the plan, the readings, and what each status means."""
    zh = lang == "zh"
    columns = [
        SheetColumn("项目" if zh else "subject", "wrapped", 26),
        SheetColumn("说明" if zh else "meaning", "wrapped", 100),
    ]
    colours = status_colours(lang)
    sheet = book.sheet(
        "口径与说明" if zh else "notes",
        ["口径与说明" if zh else "How it was judged"],
        columns,
        colours=colours,
        coloured=0,
        tab=TABS["notes"],
    )
    plan = listed[0].commitment.plan
    if plan is not None:
        sheet.add(["方案" if zh else "plan", f"{plan.number}  {plan.title if zh else plan.title_en}"])
    for one in listed:
        commitment = one.commitment
        readings = () if one.reading is not None else commitment.readings[:1]
        chosen = [one.reading] if one.reading is not None else list(readings)
        said = "；".join(pick(READING[reading], lang) for reading in chosen)
        where = about(one, lang)
        if said:
            where += f"；口径 {said}" if zh else f"; reading {said}"
        sheet.add([summary_of(commitment, lang), where])
    for status in Status:
        sheet.add([pick(STATUS[status], lang), pick(_MEANINGS[status], lang)])
    for name, (meaning, meaning_en) in {
        "breach": (
            "应当、不得、原则上应的事项未达标。",
            "A must, a must not or an in-principle duty is not met.",
        ),
        "depends_on_reading": ("换一种口径，结论不同。", "Another reading would give another status."),
        "provisional": ("计数用到尚无正式放假通知的日子。", "Days were counted that no notice settles yet."),
    }.items():
        sheet.add([pick(FLAGS[name], lang), meaning if zh else meaning_en])
    sheet.add(
        [
            "用时、逾期" if zh else "elapsed, overdue",
            "开始当日不计；工作日不含周末和法定节假日，含调休上班日；末日当天办结不算逾期。"
            if zh
            else "The starting day is not counted. Working days leave out weekends and public holidays and "
            "include make-up days. The last day is in time.",
        ]
    )
