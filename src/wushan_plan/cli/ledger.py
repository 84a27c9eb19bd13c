"""``wushan-plan ledger``: the reform ledger, kept, read and reported (改革工作台账)."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from wushan_plan.cli.endings import unknown_ending
from wushan_plan.cli.ledger_cases import cases
from wushan_plan.cli.ledger_entries import correct, reassign, settle, show
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.errors import CaseFileError, FactError
from wushan_plan.explanation.width import padded
from wushan_plan.explanation.words import COLOUR, STATUS, pick
from wushan_plan.files.case_file import BadCell
from wushan_plan.files.safe_output import file_name, replacing
from wushan_plan.ledger import Colour, Ledger, Overview
from wushan_plan.ledger.storage import LedgerStore, Receipt
from wushan_plan.model.periods import Interval, WorkingDays
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang

_MOST_LISTED = 40
_MOST_LISTED_OF_ALL = 10
_STATUS_WIDTH = 18  # the longest word of a status, and a space


def ledger(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Runs a subcommand and returns its exit code."""
    return _ACTIONS[options.action](options, plan, lang)


def _init(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    with LedgerStore.create(options.where, plan) as store:
        tell(say(lang, f"已建台账 {store.where}", f"made the ledger {store.where}"))
    return 0


def _send(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    from wushan_plan.ledger.returns import write_return

    book = _book(options, plan)
    period = None if options.period is None else Interval(*options.period)
    options.out.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for unit in [book.unit(name) for name in options.unit] or book.units:
        path = options.out / file_name(unit.name, ".xlsx", taken)
        rows = write_return(
            book, unit.id, path, options.as_of, period=period, author=options.author or "", lang=lang
        )
        tell(say(lang, f"{path}：{rows}行", f"{path}: {rows} rows"))
    _tell_later(book, options.as_of, lang)
    return 0


def _book(options: argparse.Namespace, plan: Plan) -> Ledger:
    """The whole ledger: what was written after the day asked about is left out later, and counted."""
    with LedgerStore.open(options.where, plan, read_only=True) as store:
        return store.ledger()


def _tell_later(book: Ledger, as_of: dt.date, lang: Lang) -> None:
    """Says which entries the day leaves out, so that nobody takes them for lost."""
    from wushan_plan.ledger.reports.content import written_after
    from wushan_plan.ledger.reports.texts import later_text

    number, latest = written_after(book, as_of)
    if latest is not None:
        tell(later_text(number, as_of, latest, lang))


def _import(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    code = 0
    with LedgerStore.open(options.where, plan) as store:
        for path in options.files:
            ending = path.suffix.lower()
            if ending == ".jsonl":
                receipt = store.import_lines(path)
                tell(_received(path, receipt, lang))
            elif ending == ".xlsx":
                code = 2 if _take_form(store, path, lang) else code
            else:
                raise CaseFileError(
                    value=str(path),
                    rule="entries are taken in from JSON Lines or from filled-in forms.",
                    where="ledger import",
                    remedy="Give a .jsonl file that ledger export wrote, or an .xlsx of ledger send; "
                    "a table of cases goes by ledger cases.",
                    zh="只收.jsonl文件和填报表.xlsx；办件表请用 wushan-plan ledger cases 收入",
                )
        tell(say(lang, f"链头 {store.head}", f"head {store.head}"))
    return code


def _received(path: Path, receipt: Receipt, lang: Lang) -> str:
    new, known = len(receipt.added), len(receipt.known)
    return say(lang, f"{path}：新收{new}条，已有{known}条", f"{path}: {new} new, {known} known")


def _take_form(store: LedgerStore, path: Path, lang: Lang) -> int:
    """Takes in a filled-in form and tells, cell by cell, what could not be taken; returns how many."""
    from wushan_plan.ledger.returns import read_return

    back = read_return(path, store.ledger())
    for bad in back.problems:
        tell(say(lang, f"未收  {_cell(bad)}：{bad.zh}", f"not taken  {_cell(bad)}: {bad.en}"))
    for note in back.notes:
        tell(say(lang, f"注意  {_cell(note)}：{note.zh}", f"note  {_cell(note)}: {note.en}"))
    if not back.entries and not back.problems:
        tell(say(lang, f"{path}：表里没有填写", f"{path}: nothing is filled in"))
        return 0
    tell(_received(path, store.append(back.entries), lang))
    later = [entry.day for entry in back.entries if entry.day > back.as_of]
    if later:
        number, latest = len(later), max(later)
        tell(
            say(
                lang,
                f"注意  {number}条记录的填报日期晚于统计截止日{back.as_of}；"
                f"看台账、出报告请用--as-of {latest}，用{back.as_of}则不计入",
                f"note  {number} entries were written after the cut-off day {back.as_of}; "
                f"to see them use --as-of {latest}: as of {back.as_of} they are left out",
            )
        )
    return len(back.problems)


def _cell(bad: BadCell) -> str:
    return " ".join(str(part) for part in (bad.sheet, bad.row or "", bad.column, bad.value) if part)


def _report(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    from wushan_plan.ledger import reports

    book = _book(options, plan)
    ahead = WorkingDays(options.ahead)
    made = reports.report(book, options.as_of, since=options.since, ahead=ahead, lang=lang)
    out: Path | None = options.out
    if out is None:
        tell_page(reports.markdown(made, full=options.full))
        return 0
    ending = out.suffix.lower()
    if ending == ".xlsx":
        reports.write_workbook(made, out)
    elif ending in (".html", ".md"):
        written = reports.html if ending == ".html" else reports.markdown
        with replacing(out, "utf-8") as file:
            file.write(written(made, full=options.full))
    else:
        raise unknown_ending(out, (".html", ".md", ".xlsx"))
    tell(say(lang, f"写入 {out}", f"written to {out}"))
    _tell_later(book, options.as_of, lang)
    return 0


def _status(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    book = _book(options, plan)
    units = book.units if options.unit is None else (book.unit(options.unit),)
    state = book.as_of(options.as_of)
    colours = tuple(Colour)
    heads = "".join(padded(pick(COLOUR[one.value], lang), 8) for one in colours)
    tell(padded(say(lang, "牵头单位", "lead unit"), 40) + heads)
    for unit in units:
        counts = state.unit(unit.id).colours
        name = unit.name if lang == "zh" else unit.name_en
        tell(padded(name, 40) + "".join(padded(str(counts[one]), 8) for one in colours))
    if options.unit is not None:
        overview = state.unit(units[0].id)
        _tasks(overview, (Colour.RED, Colour.YELLOW), _MOST_LISTED, {}, lang)
    else:
        overview = state.whole
        names = {unit.id: unit.name if lang == "zh" else unit.name_en for unit in units}
        _tasks(overview, (Colour.RED,), _MOST_LISTED_OF_ALL, names, lang)
    if overview.conflicts:
        number = len(overview.conflicts)
        tell(
            say(
                lang,
                f"有{number}处填报冲突待裁定：用 wushan-plan ledger show 查看记录号，用 ledger settle 裁定。",
                f"Conflicts to settle: {number}. See their ids with wushan-plan ledger show, "
                "settle them with ledger settle.",
            )
        )
    _tell_later(book, options.as_of, lang)
    return 0


def _tasks(
    overview: Overview, colours: tuple[Colour, ...], most: int, names: Mapping[str, str], lang: Lang
) -> None:
    """What is to be acted upon: the first so many of each colour, and of those in ``names`` by whom."""
    for colour in colours:
        listed = overview.of_colour(colour)
        if not listed:
            continue
        tell("")
        tell(f"{pick(COLOUR[colour.value], lang)} ({len(listed)})")
        for one in listed[:most]:
            commitment = one.commitment
            summary = commitment.summary if lang == "zh" else commitment.summary_en
            status = padded(pick(STATUS[one.status], lang), _STATUS_WIDTH)
            holders = say(lang, "、", "; ").join(names[unit] for unit in one.holders if unit in names)
            whose = say(lang, f"（{holders}）", f" ({holders})") if holders else ""
            tell(f"  {padded(commitment.number, 8)}{status}{summary}{whose}")
        rest = len(listed) - most
        if rest > 0:
            tell(say(lang, f"  ……另有{rest}项", f"  … and {rest} more"))


def _export(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    with LedgerStore.open(options.where, plan, read_only=True) as store:
        written = store.export_lines(options.out)
    tell(say(lang, f"写出{written}条到 {options.out}", f"{written} entries written to {options.out}"))
    return 0


def _verify(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    with LedgerStore.open(options.where, plan, read_only=True, verify=False) as store:
        damage = store.damage()
        if damage:
            raise FactError(
                value=damage[0],
                rule="the database is damaged.",
                where=store.where,
                remedy="Restore it from an export or a backup.",
                zh="台账库已损坏",
            )
        head = store.verify()
        tell(
            say(
                lang,
                f"{len(store)}条，链完整；链头 {head}",
                f"{len(store)} entries, chain intact; head {head}",
            )
        )
    return 0


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Plan, Lang], int]] = {
    "init": _init,
    "send": _send,
    "cases": cases,
    "show": show,
    "settle": settle,
    "correct": correct,
    "reassign": reassign,
    "report": _report,
    "import": _import,
    "status": _status,
    "export": _export,
    "verify": _verify,
}
