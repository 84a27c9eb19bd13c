"""Entries as JSON Lines (台账记录文件): one entry a line, exact, in either direction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from wushan_plan.errors import EntryError, WushanPlanError, nearest
from wushan_plan.ledger.entries import KINDS, Entry, digest_of
from wushan_plan.ledger.tally import Tally
from wushan_plan.ledger.values import from_json
from wushan_plan.model.periods import Interval


def to_line(entry: Entry) -> str:
    """One entry as one line, without the line break; the id stands first."""
    from wushan_plan.files.safe_output import json_on_one_line

    return json_on_one_line(f'{{"id":"{entry.id}",{entry.payload[1:]}')


def from_line(line: str, where: str = "line") -> Entry:
    """The entry of a line.

    Raises:
        EntryError: for a line that is no entry, or whose content is not that of its id.
    """
    try:
        content = json.loads(line)
    except ValueError as error:
        raise _refused(line, where, f"this is no JSON: {error}.", "该行不是JSON") from error
    if not isinstance(content, dict):
        raise _refused(line, where, "an entry is a JSON object.", "该行不是台账记录")
    named = content.pop("id", None)
    try:
        entry = from_content(content)
    except EntryError as error:
        raise EntryError(
            value=error.value,
            rule=error.rule,
            where=f"{where}, {error.where}",
            remedy=error.remedy,
            zh=error.zh,
        ) from error
    except (WushanPlanError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise _refused(line, where, f"this is no entry: {error}", "该行不是台账记录") from error
    if named is not None and named != entry.id:
        raise EntryError(
            value=named,
            rule=f"the id is the digest of the content, and this content has {entry.id}.",
            where=where,
            remedy="Take the line as it was exported; write a correction instead of editing it.",
            zh="记录号与内容不符，该行可能被改动",
        )
    return entry


def write_lines(entries: Iterable[Entry], path: str | Path) -> int:
    """Writes entries to a file that appears complete or not at all; returns how many."""
    from wushan_plan.files.safe_output import replacing

    count = 0
    with replacing(Path(path), "utf-8") as file:
        for entry in entries:
            file.write(to_line(entry) + "\n")
            count += 1
    return count


def read_lines(path: str | Path) -> Iterator[Entry]:
    """The entries of a file, in its order; blank lines are none.

    Raises:
        EntryError: for the first line that is no entry, with its number.
    """
    with open(path, encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield from_line(line, f"{path}, line {number}")


def from_payload(payload: str) -> Entry:
    """The entry of a stored payload, whose id the store has vouched for."""
    entry = from_content(json.loads(payload))
    # The digest is taken of the stored form, so that reading a large ledger need not write it again.
    object.__setattr__(entry, "payload", payload)
    object.__setattr__(entry, "id", digest_of(payload))
    return entry


def from_content(content: Mapping[str, Any]) -> Entry:
    """The entry of its parsed content."""
    fields = dict(content)
    kind = KINDS.get(fields.pop("kind", None))
    if kind is None:
        raise EntryError(
            value=content.get("kind"),
            rule="no kind of entry has this name.",
            where="kind",
            remedy=nearest(str(content.get("kind")), KINDS),
            zh="记录种类不识",
        )
    for name in fields.keys() & _READERS.keys():
        fields[name] = _READERS[name](fields[name])
    return kind(**fields)


def _moment(written: str) -> dt.date:
    return dt.date.fromisoformat(written) if len(written) == 10 else dt.datetime.fromisoformat(written)


def _facts(written: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple((name, from_json(value, name)) for name, value in written.items())


_READERS: Mapping[str, Any] = {
    "at": _moment,
    "stood_on": dt.date.fromisoformat,
    "done_on": dt.date.fromisoformat,
    "period": lambda pair: Interval(*(dt.date.fromisoformat(day) for day in pair)),
    "facts": _facts,
    "adds": _facts,
    "tally": lambda written: Tally(**written),
}


def _refused(line: str, where: str, rule: str, zh: str) -> EntryError:
    return EntryError(value=line, rule=rule, where=where, remedy="Take the line as it was exported.", zh=zh)
