"""One entry more (追加一条记录): added by a command, or refused where it would not count."""

from __future__ import annotations

from wushan_plan.cli.wording import say, tell
from wushan_plan.errors import FactError
from wushan_plan.explanation.words import COLOUR, pick, unit_names
from wushan_plan.ledger import CommitmentState, Entry, Ledger, TaskState
from wushan_plan.ledger.reports.texts import short_id
from wushan_plan.ledger.storage import LedgerStore
from wushan_plan.ledger.wording import ENTRY, entry_text, promised, stands_text
from wushan_plan.model.plan import LeadUnit
from wushan_plan.model.verdict import Lang


def add_entry(store: LedgerStore, book: Ledger, entry: Entry, lang: Lang) -> None:
    """Stores ``entry`` and says how its task stands on the day of it.

    Raises:
        FactError: for an entry that would stand in the ledger without counting, and why.
    """
    after = book.with_entries([entry]).as_of(entry.day).commitment(entry.commitment)
    for problem in after.problems:
        if problem.entry == entry.id:
            raise FactError(
                value=f"{book.unit(entry.unit).name} {book.plan.commitment(entry.commitment).number}",
                rule=f"{problem.en}; nothing was added.",
                where="wushan-plan ledger",
                remedy=f"Its units are: {', '.join(unit.name_en for unit in _holders(book, after))}.",
                zh=f"{problem.zh}，没有收入；责任单位是{unit_names(_holders(book, after), 'zh')}",
            )
    receipt = store.append([entry])
    commitment = book.plan.commitment(entry.commitment)
    words = f"{short_id(entry.id)}  {pick(ENTRY[entry.kind], lang)}  {entry_text(entry, commitment, lang)}"
    if receipt.added:
        tell(say(lang, f"已收入 {words}", f"added {words}"))
    else:
        tell(say(lang, f"台账已有，没有重复收入 {words}", f"in the ledger already, not added again {words}"))
    for task in after.tasks:
        if task.unit in ("", entry.unit):
            tell_state(book, task, lang)


def tell_state(book: Ledger, task: TaskState, lang: Lang) -> None:
    """How a task stands, and with whom."""
    names = unit_names(map(book.unit, task.holders), lang)
    stands = f"{pick(COLOUR[task.colour.value], lang)} {stands_text(task, lang)}"
    number, what = task.commitment.number, promised(task, lang)
    tell(
        say(
            lang,
            f"截至{task.as_of}：{number} {what}（{names}）：{stands}",
            f"as of {task.as_of}: {number} {what} ({names}): {stands}",
        )
    )


def _holders(book: Ledger, state: CommitmentState) -> list[LeadUnit]:
    return [book.unit(unit) for unit in dict.fromkeys(unit for task in state.tasks for unit in task.holders)]
