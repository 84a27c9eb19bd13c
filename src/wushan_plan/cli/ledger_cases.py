"""``wushan-plan ledger cases``: a table of cases, judged and summed up into one entry (收入办件表)."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
from pathlib import Path

import attrs

from wushan_plan.cli.calendar import with_days
from wushan_plan.cli.evaluate import named_columns, progress_bar, total_page
from wushan_plan.cli.evaluate_notes import column_notes
from wushan_plan.cli.ledger_adding import add_entry
from wushan_plan.cli.targets import commitment_of
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.counting.china import CHINA
from wushan_plan.errors import CaseFileError, EntryError
from wushan_plan.files.case_file import opening
from wushan_plan.files.judging import Judging
from wushan_plan.files.opening import open_cases
from wushan_plan.files.results import JudgedCells, Results, Total, totalled
from wushan_plan.files.suggestions import labels_of, matched_columns
from wushan_plan.ledger import CaseReport, Ledger, Tally
from wushan_plan.ledger.corrections import standings
from wushan_plan.ledger.reports.texts import short_id
from wushan_plan.ledger.storage import LedgerStore
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.modality import Status
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang


def cases(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Judges the table as ``evaluate`` does, and adds what it amounts to as one entry."""
    from wushan_plan.plans import judged_by

    calendar = with_days(options, CHINA)
    commitment = commitment_of(judged_by(plan, calendar), options.target)
    at = options.as_of if options.at is None else options.at
    period = _period(options, at)
    with opening(options.file), open(options.file, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with LedgerStore.open(options.where, plan) as store:
        book = store.ledger(commitments=[commitment.id], calendar=calendar)
        unit = book.unit(options.unit)
        _check_new(book, commitment, (unit.id, options.source, period), digest, options.file)
        total, outside = _judged(options, commitment, period, lang)
        plain = CaseReport(
            commitment=commitment.id,
            unit=unit.id,
            author=options.author,
            at=at,
            stood_on=options.as_of,
            tally=Tally.of(total.card),
            source=options.source,
            period=period,
            digest=digest,
        )
        tell("")
        add_entry(store, book, _last_word(book, plain), lang)
    unread = total.card.count(Status.UNKNOWN)
    if unread:
        tell(
            say(
                lang,
                f"{unread}件无法判定，已按无法判定计入。读不出的行，可用 wushan-plan evaluate … --rejects "
                "写成补正表；改好原表后再收一次，即取代这一张",
                f"{unread} cases cannot be judged and count as unknown. Rows that cannot be read can be "
                "written out with wushan-plan evaluate … --rejects; mend the table and take it in again: it "
                "replaces this one",
            )
        )
    tell(
        say(
            lang,
            "逐件结果可用 wushan-plan evaluate 写成表",
            "wushan-plan evaluate writes the cases one by one",
        )
    )
    if outside:
        tell(
            say(
                lang,
                f"{outside}件的办结日期不在统计期间内；各期的表相加，同一件请只放在一期",
                f"{outside} cases ended outside the period; tables of several periods add up, so that each "
                "case may stand in one of them only",
            )
        )
    return 0


def _period(options: argparse.Namespace, at: dt.date) -> Interval | None:
    if at < options.as_of:
        raise EntryError(
            value=str(at),
            rule=f"cases as they stand on {options.as_of} are not reported before that day.",
            where="--at",
            remedy=f"Give {options.as_of} or a later day, or leave it out.",
            zh=f"填报日期早于判定基准日{options.as_of}，请改为当天或以后，或者不写",
        )
    if options.period is None:
        return None
    period = Interval(*options.period)
    if period.last > options.as_of:
        raise EntryError(
            value=str(period.last),
            rule=f"the period ends after {options.as_of}, the day of judgement.",
            where="--period",
            remedy="Give a period that has ended, or a later --as-of.",
            zh=f"统计期间的末日晚于判定基准日{options.as_of}，请改期间，或把--as-of改晚",
        )
    return period


def _check_new(
    book: Ledger, commitment: Commitment, table: tuple[str, str, Interval | None], digest: str, path: Path
) -> None:
    """Refuses a file that counts already under another name, period or unit.

    Under the same ones it was judged again, perhaps on a later day: the later table replaces the earlier.
    """
    found, _ = standings(book.entries_on(commitment.id))
    for standing in found:
        held = standing.entry
        if not isinstance(held, CaseReport) or standing.withdrawn or held.digest != digest:
            continue
        if (held.unit, held.source, held.period) != table:
            days = "" if held.period is None else f"，{held.period.first}至{held.period.last}"
            raise EntryError(
                value=path.name,
                rule=f"the same file counts already, as {held.source!r} of {held.day} ({short_id(held.id)}).",
                where="wushan-plan ledger cases",
                remedy="A file counts once. Withdraw that entry first: ledger correct … --withdraw.",
                zh=f"同一个文件已收入（记录{short_id(held.id)}，{book.unit(held.unit).name}“{held.source}”{days}），"
                "只计一次；要改名称或期间，请先撤销那条：ledger correct … --withdraw",
            )


def _last_word(book: Ledger, plain: CaseReport) -> CaseReport:
    """``plain``, settling what the same author said of the same table on the same day.

    Between two entries of one day there is no order but the one they state.
    """
    found, _ = standings(book.entries_on(plain.commitment))
    earlier = [
        one.entry
        for one in found
        if isinstance(one.entry, CaseReport) and not one.withdrawn and _about(one.entry) == _about(plain)
    ]
    for held in earlier:
        if attrs.evolve(held, settles=()) == plain:
            return held
    return attrs.evolve(plain, settles=tuple(one.id for one in earlier))


def _about(report: CaseReport) -> tuple[object, ...]:
    days = report.stood if report.period is None else report.period
    return (report.unit, report.author, report.source, days, report.instant)


def _judged(
    options: argparse.Namespace, commitment: Commitment, period: Interval | None, lang: Lang
) -> tuple[Total, int]:
    """The scorecard, shown on the way, and how many cases ended outside the period."""
    table = open_cases(options.file, options.sheet, labels=labels_of(commitment), epoch=options.serials)
    matched = matched_columns(commitment, table, *named_columns(options))
    judging = Judging(
        commitment=commitment,
        columns=matched[0],
        as_of=options.as_of,
        as_written=options.dates == "written",
        key=options.id,
        lang=lang,
    )
    outside = 0

    def seen(judged: JudgedCells) -> None:
        nonlocal outside
        verdict = judged.case.verdict
        if period is not None and verdict is not None and verdict.ended is not None:
            outside += not period.first <= verdict.ended <= period.last

    with progress_bar(table.size, table.path.name, "B", quiet=False) as progress:
        rows = judging.rows(table, progress)
        total = totalled(Results(commitment, table.columns, rows, options.as_of), seen)
    if not total.card.cases:
        raise CaseFileError(
            value=options.file.name,
            rule="no case stands in it; nothing was added.",
            where="wushan-plan ledger cases",
            remedy="Name the sheet that holds the cases.",
            zh="表里一件办件也没有，没有收入；请核对文件或用--sheet写明工作表",
        )
    tell_page(total_page(total, lang))
    for note in column_notes(commitment, [table], [matched], lang):
        tell(note)
    return total, outside
