"""``wushan-plan ledger show|settle|correct|reassign``: entries looked up, put right (记录的查看和处理)."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from wushan_plan.cli.ledger_adding import add_entry, tell_state
from wushan_plan.cli.targets import commitment_of
from wushan_plan.cli.wording import say, tell
from wushan_plan.errors import EntryError, UnknownNameError, nearest, nearest_names
from wushan_plan.explanation.words import DISPUTE, pick, unit_names
from wushan_plan.ledger import (
    CaseReport,
    Conflict,
    Correction,
    Entry,
    Ledger,
    LedgerState,
    ProgressReport,
    Reassignment,
    Report,
    Standing,
    TaskState,
)
from wushan_plan.ledger.corrections import own_facts, standings
from wushan_plan.ledger.reports.texts import short_id
from wushan_plan.ledger.returns.values import read_value
from wushan_plan.ledger.storage import LedgerStore
from wushan_plan.ledger.wording import ENTRY, entry_text, fact_text, stated_text
from wushan_plan.model.facts import Fact, FactKind
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang

_LEAST = 4  # characters of an id by which it may be named
_MOST_LISTED = 5
_LANGS: tuple[Lang, ...] = ("zh", "en")
_OWN = {
    "done_on": Fact("done_on", "完成日期", "day of completion", FactKind.DATE),
    "evidence": Fact("evidence", "佐证材料", "evidence", FactKind.TEXT),
}
"""What a completion and a piece of evidence say of themselves, whether the commitment asks for it or not."""


# --- show: which entries there are, and by what id they are named ---------------------------------


def show(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """The entries on the tasks asked for, with their ids; without any, what has to be acted upon."""
    target = None if options.target is None else commitment_of(plan, options.target).id
    with LedgerStore.open(options.where, plan, read_only=True) as store:
        book = store.ledger(commitments=None if target is None else [target])
    unit = None if options.unit is None else book.unit(options.unit).id
    state = book.as_of(options.as_of)
    tasks = state.tasks if target is None else state.commitment(target).tasks
    wanted = [one for one in tasks if unit is None or unit in one.holders]
    everything = target is not None or unit is not None
    shown = 0
    for task in wanted:
        listed = [*_history(state, task)] if everything else []
        if not listed and not task.conflicts:
            continue
        shown += 1
        _task(book, task, listed, lang)
    named = {one.commitment.id for one in wanted}
    problems = [
        one
        for one in state.problems
        if (not everything or one.commitment in named) and unit in (None, one.unit)
    ]
    if problems:
        tell(say(lang, f"不计入的记录 ({len(problems)})", f"entries that do not count ({len(problems)})"))
    for problem in problems:
        number = plan.commitment(problem.commitment).number
        tell(f"  {short_id(problem.entry)}  {number}  {say(lang, problem.zh, problem.en)}")
    if not shown and not problems:
        nothing_zh = (
            "没有记录" if everything else "没有待裁定的冲突，也没有不计入的记录；看记录请写--target或--unit"
        )
        nothing_en = (
            "no entries"
            if everything
            else "no conflict to settle, and every entry counts; for the entries, give --target or --unit"
        )
        tell(say(lang, nothing_zh, nothing_en))
    return 0


def _history(state: LedgerState, task: TaskState) -> Iterable[Standing]:
    return state.history(task.commitment.id, task.unit or None)


def _task(book: Ledger, task: TaskState, listed: list[Standing], lang: Lang) -> None:
    """One task: how it stands, its entries, its conflicts."""
    colon = say(lang, "：", ": ")
    tell_state(book, task, lang)
    for standing in listed:
        entry = standing.entry
        became = ""
        if standing.withdrawn:
            became = say(lang, "（已撤销）", " (withdrawn)")
        elif standing.corrections:
            became = say(lang, "（已更正）", " (corrected)")
        words = entry_text(entry, task.commitment, lang)
        kind = pick(ENTRY[entry.kind], lang)
        tell(f"  {short_id(entry.id)}  {entry.day}  {kind}  {entry.author}{colon}{words}{became}")
    for conflict in task.conflicts:
        tell(
            f"  {say(lang, '冲突', 'conflict')}  {fact_text(task, conflict.fact, lang)}"
            f"{colon}{pick(DISPUTE[conflict.dispute.value], lang)}"
        )
        for one in conflict.candidates:
            tell(
                f"    {short_id(one.entry)}  {one.author}{colon}{stated_text(one.value, lang)}"
                f"  {one.days.first}{'' if one.days.first == one.days.last else f'~{one.days.last}'}"
            )


# --- settle, correct, reassign ---------------------------------------------------------------------


def settle(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Decides a conflict: for what one of its parties reported, or for another value."""
    with LedgerStore.open(options.where, plan) as store:
        book = store.ledger()
        entry = entry_named(book, options.entry)
        _check_day(options.at, entry, "裁定日期早于所裁定的记录", "settled")
        conflict = _conflict(book.as_of(options.at), entry, options.fact)
        add_entry(store, book, _settling(options, book, entry, conflict), lang)
    return 0


def _conflict(state: LedgerState, entry: Entry, named: str | None) -> Conflict:
    """The conflict ``entry`` is a party to; of several, the one about the fact named."""
    found = [
        (task, one)
        for task in state.commitment(entry.commitment).tasks
        for one in task.conflicts
        if entry.id in one.settles
    ]
    about = [(one, {one.fact, *(fact_text(task, one.fact, lang) for lang in _LANGS)}) for task, one in found]
    if named is not None:
        about = [(one, names) for one, names in about if named in names]
    if len(about) == 1:
        return about[0][0]
    facts = tuple(fact_text(task, one.fact, "zh") for task, one in found)
    if not found:
        raise EntryError(
            value=short_id(entry.id),
            rule=f"on {state.day} this entry is in no conflict that is still to be settled.",
            where="wushan-plan ledger settle",
            remedy="`wushan-plan ledger show` lists the conflicts and the ids of their parties.",
            zh=f"截至{state.day}，这条记录没有待裁定的冲突；可用 wushan-plan ledger show 查看冲突和记录号",
        )
    raise EntryError(
        value=named or short_id(entry.id),
        rule="this entry is in several conflicts." if named is None else "no conflict is about this fact.",
        where="--fact",
        remedy=f"Name the fact of one: {', '.join(one.fact for _, one in found)}.",
        zh="这条记录涉及几处冲突，请用--fact写明哪项事实" if named is None else "没有关于这项事实的冲突",
        near=facts,
    )


def _settling(options: argparse.Namespace, book: Ledger, entry: Entry, conflict: Conflict) -> Entry:
    cited: dict[str, Any] = {
        "commitment": entry.commitment,
        "unit": entry.unit,
        "author": options.author,
        "at": options.at,
        "note": options.reason,
        "settles": conflict.settles,
    }
    if isinstance(entry, CaseReport):
        if options.value is not None:
            raise EntryError(
                value=options.value,
                rule="a table of cases has no single value.",
                where="--value",
                remedy="Name the table that counts, or withdraw both and take the right one in.",
                zh="办件表的冲突只能以其中一张为准；都不对的，撤销后重新收入",
            )
        return CaseReport(
            **cited, tally=entry.tally, source=entry.source, period=entry.period,
            stood_on=entry.stood_on, digest=entry.digest,
        )  # fmt: skip
    (mine,) = (one for one in conflict.candidates if one.entry == entry.id)
    period = entry.period if isinstance(entry, ProgressReport) else None
    stood = mine.days.last
    value: object = mine.value
    if options.value is not None:
        value = _read(options.value, _facts(book, entry)[conflict.fact])
        days = [one.days for one in conflict.candidates]
        parties = {one.id: one for one in book.entries_on(entry.commitment)}
        flows = [getattr(parties[one.entry], "period", None) is not None for one in conflict.candidates]
        stood = max(one.last for one in days)
        # Another value is for all the days the parties speak of.
        period = Interval(min(one.first for one in days), stood) if all(flows) else None
    dated: dict[str, Any] = {"stood_on": stood} if period is None else {"period": period}
    return ProgressReport(**cited, **dated, facts={conflict.fact: value})


def correct(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Says what an entry should have said, or withdraws it."""
    with LedgerStore.open(options.where, plan) as store:
        book = store.ledger()
        entry = entry_named(book, options.entry)
        _check_day(options.at, entry, "更正日期早于所更正的记录", "corrected")
        if (options.value is None) is not options.withdraw:
            raise EntryError(
                value=short_id(entry.id),
                rule="a correction gives the right value, or withdraws the entry: one of the two.",
                where="wushan-plan ledger correct",
                remedy="Give --value VALUE, or --withdraw.",
                zh="更正请写--value 正确的值，整条作废请写--withdraw，二者择一",
            )
        facts = {} if options.withdraw else _corrected(book, entry, options.fact, options.value)
        made = Correction(
            commitment=entry.commitment,
            unit=entry.unit,
            author=options.author,
            at=options.at,
            corrects=entry.id,
            reason=options.reason,
            facts=facts,
            withdraws=options.withdraw,
        )
        _check_in_force(book, entry, made)
        _check_last_word(book, made)
        add_entry(store, book, made, lang)
    return 0


def _check_in_force(book: Ledger, entry: Entry, made: Correction) -> None:
    """Refuses to put right what was settled: the report that settled it speaks instead."""
    found, _ = standings(book.entries_on(entry.commitment))
    for standing in found:
        held = standing.entry
        if standing.withdrawn or not isinstance(held, Report) or entry.id not in held.settles:
            continue
        if held.day > made.day:
            continue  # until then the correction counts
        if {name for name, _ in standing.facts} & {name for name, _ in made.facts}:
            raise EntryError(
                value=short_id(entry.id),
                rule=f"entry {short_id(held.id)} settled what this one says; correcting it changes nothing.",
                where="wushan-plan ledger correct",
                remedy=f"Correct {short_id(held.id)}.",
                zh=f"这项已由记录{short_id(held.id)}裁定，更正这条不起作用；请更正{short_id(held.id)}",
            )


def _check_last_word(book: Ledger, made: Correction) -> None:
    """Refuses a correction beside another of the same day or a later one: which is the last word?"""
    found, _ = standings(book.entries_on(made.commitment))
    for standing in found:
        held = standing.entry
        if not isinstance(held, Correction) or standing.withdrawn or held.id == made.id:
            continue
        same = {name for name, _ in held.facts} & {name for name, _ in made.facts}
        is_about = bool(same) or held.withdraws or made.withdraws
        if is_about and held.corrects == made.corrects and held.day >= made.day:
            raise EntryError(
                value=str(made.day),
                rule=f"the entry has a correction of {held.day} already ({short_id(held.id)}).",
                where="--at",
                remedy="Give a later day, or correct or withdraw that correction.",
                zh=f"这条记录在{held.day}已有更正（记录{short_id(held.id)}）；请更正或撤销那条更正，或者改用以后的日期",
            )


def _corrected(book: Ledger, entry: Entry, named: str | None, text: str) -> dict[str, object]:
    """The right value of the fact named, or of the only one the entry states."""
    own = dict(own_facts(entry))
    if not own:
        raise EntryError(
            value=short_id(entry.id),
            rule="this entry states no fact that could be put right.",
            where="wushan-plan ledger correct",
            remedy="Withdraw it with --withdraw, and report anew.",
            zh="这条记录没有可更正的数值；请用--withdraw撤销后重新填报",
        )
    facts = _facts(book, entry)
    if named is None and len(own) == 1:
        named = next(iter(own))
    wanted = [one for one in facts.values() if named in (one.name, one.zh, one.en)]
    if len(wanted) != 1:
        labels = tuple(facts[name].zh for name in own)
        raise UnknownNameError(
            value=named or short_id(entry.id),
            rule="which fact is put right is not told." if named is None else "no such fact is asked for.",
            where="--fact",
            remedy=f"Name one: {', '.join(own)}.",
            zh="这条记录有几项事实，请用--fact写明更正哪一项" if named is None else "没有这项事实",
            near=labels,
        )
    return {wanted[0].name: _read(text, wanted[0])}


def reassign(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Passes a task on to another unit."""
    commitment = commitment_of(plan, options.target)
    with LedgerStore.open(options.where, plan) as store:
        book = store.ledger(commitments=[commitment.id])
        giving, taking = book.unit(options.unit), book.unit(options.to)
        tasks = book.as_of(options.at).commitment(commitment.id).tasks
        theirs = [task for task in tasks if task.unit in ("", giving.id)]
        holders = {unit for task in theirs for unit in task.holders}
        # Carried by each unit for itself, it is named by the unit it began with, whoever holds it now.
        if not theirs or (not theirs[0].unit and giving.id not in holders):
            every = {unit for task in tasks for unit in task.holders}
            raise EntryError(
                value=giving.name,
                rule=f"on {options.at} this unit is not responsible for the task.",
                where="--unit",
                remedy=f"Name one that is: {', '.join(sorted(every))}.",
                zh=f"截至{options.at}，{commitment.number}的责任单位是"
                f"{unit_names((unit for unit in book.units if unit.id in every), 'zh')}，不是这个单位",
            )
        if taking.id in holders:
            raise EntryError(
                value=taking.name,
                rule=f"on {options.at} this unit is responsible for the task already.",
                where="--to",
                remedy="Name another unit.",
                zh=f"截至{options.at}，这个单位已是{commitment.number}的责任单位，不必改派",
            )
        made = Reassignment(
            commitment=commitment.id,
            unit=giving.id,
            author=options.author,
            at=options.at,
            to=taking.id,
            reason=options.reason,
        )
        add_entry(store, book, made, lang)
    return 0


# --- what they share -------------------------------------------------------------------------------


def entry_named(book: Ledger, name: str) -> Entry:
    """The entry whose id begins so.

    Raises:
        UnknownNameError: for a beginning of none, or of several.
    """
    given = name.strip().casefold()
    by_id: Mapping[str, Entry] = {one.id: one for one in book.entries}
    found = [one for one in by_id if one.startswith(given)]
    if len(found) == 1 and len(given) >= _LEAST:
        return by_id[found[0]]
    if found and given:
        raise UnknownNameError(
            value=name,
            rule=f"{len(found)} entries have an id that begins so; {_LEAST} characters are the least.",
            where="entry",
            remedy="Write more of the id.",
            zh=f"有{len(found)}条记录的记录号以此开头（至少写{_LEAST}位），请多写几位",
            near=tuple(one[: len(given) + _LEAST] for one in found[:_MOST_LISTED]),
        )
    raise UnknownNameError(
        value=name,
        rule="no entry of the ledger has an id that begins so.",
        where="entry",
        remedy=f"{nearest(given, by_id)} `wushan-plan ledger show` prints the ids.",
        zh="台账里没有这个记录号，可用 wushan-plan ledger show 查看",
        near=nearest_names(given, by_id),
    )


def _check_day(at: dt.date, entry: Entry, zh: str, en: str) -> None:
    if at < entry.day:
        raise EntryError(
            value=str(at),
            rule=f"an entry of {entry.day} cannot be {en} on an earlier day.",
            where="--at",
            remedy=f"Give {entry.day} or a later day.",
            zh=f"{zh}（{entry.day}），请写当天或以后",
        )


def _facts(book: Ledger, entry: Entry) -> Mapping[str, Fact]:
    """The facts an entry on this commitment may state, by name."""
    own = {name: _OWN[name] for name, _ in own_facts(entry) if name in _OWN}
    return {**own, **{one.name: one for one in book.register.commitments[entry.commitment]}}


def _read(text: str, fact: Fact) -> object:
    """The value as in a form; nothing strikes the fact."""
    return read_value(text, fact, None)
