"""Entries as lines: exact in either direction, and refused by name, place and number."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.ledger.tables import every
from tests.model.told import Refusal
from wushan_plan import Interval, Status
from wushan_plan.errors import EntryError
from wushan_plan.ledger import (
    CaseReport,
    Comment,
    Completion,
    Correction,
    Entry,
    ProgressReport,
    Tally,
    from_line,
    read_lines,
    to_line,
    write_lines,
)
from wushan_plan.ledger.entries import CHINA_TIME
from wushan_plan.ledger.lines import from_content, from_payload

DAY = date(2021, 9, 30)
CITED: dict[str, Any] = {"commitment": "new-road", "unit": "transport", "author": "王", "at": DAY}
COMMENT = Comment(**CITED, text="已阅")
LINE = (
    f'{{"id":"{COMMENT.id}","at":"2021-09-30","author":"王","commitment":"new-road","kind":"comment",'
    '"text":"已阅","unit":"transport"}'
)
EVERY: list[Entry] = [
    COMMENT,
    Comment(**{**CITED, "at": datetime(2021, 9, 30, 8, 30, tzinfo=CHINA_TIME)}, text="一\u2028二"),
    ProgressReport(**CITED, facts={"length": 0.5}, stood_on=date(2021, 9, 1)),
    ProgressReport(**CITED, facts={"length": 3}, period=Interval(date(2021, 9, 1), DAY)),
    ProgressReport(**CITED, adds={"items": ["甲", "乙"]}),
    Completion(**CITED, done_on=DAY, settles=["b", "a"]),
    CaseReport(**CITED, tally=Tally(counts={Status.MET: 2}, completed=2, unit="working"), source="表"),
    Correction(**CITED, corrects="a", reason="误填", facts={"length": None}, withdraws=True),
]
ZH = "该行不是台账记录"


def refused(refusal: Refusal, line: str, where: str = "第3行") -> None:
    refusal.is_met_by(lambda: from_line(line, where))


def test_a_line_is_the_id_and_the_content() -> None:
    assert to_line(COMMENT) == LINE


@every("entry", EVERY)
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    read = from_line(to_line(entry))
    assert (read, type(read), read.id) == (entry, type(entry), entry.id)
    stored = from_payload(entry.payload)
    assert (stored, stored.id, stored.payload) == (entry, entry.id, entry.payload)


def test_a_line_without_an_id_is_read_too() -> None:
    content = json.loads(LINE)
    del content["id"]
    assert from_line(json.dumps(content)) == COMMENT


def test_what_is_no_json_is_refused() -> None:
    refused(
        Refusal(
            EntryError, "{", "第3行", "no JSON: Expecting property name", "as it was exported",
            "该行不是JSON",
        ),
        "{",
    )  # fmt: skip


def test_a_line_stands_where_the_caller_says() -> None:
    Refusal(EntryError, "{", "line", "no JSON", "as it was exported", "该行不是JSON").is_met_by(
        lambda: from_line("{")
    )


@every("line", ["[]", "3", '"id"', "null"])
def test_what_is_no_object_is_refused(line: str) -> None:
    refused(Refusal(EntryError, line, "第3行", "a JSON object", "as it was exported", ZH), line)


@every(
    ("changed", "said"),
    [
        ({"text": None, "colour": "red"}, "unexpected keyword argument 'colour'"),
        ({"at": "30.9.2021"}, "isoformat"),
        ({"at": 3}, "no entry"),
        ({"kind": "progress", "text": None, "facts": [1]}, "items"),
        ({"kind": "progress", "text": None, "facts": {"n": 1}, "period": ["2021-09-30"]}, "last"),
        ({"kind": "cases", "text": None, "source": "表", "tally": {}}, "counts"),
    ],
)
def test_what_is_no_entry_is_refused_with_the_reason(changed: dict[str, object], said: str) -> None:
    content = {**json.loads(LINE), **changed}
    line = json.dumps({name: value for name, value in content.items() if value is not None})
    refused(Refusal(EntryError, line, "第3行", said, "as it was exported", ZH), line)


def test_what_an_entry_refuses_is_said_with_its_place() -> None:
    line = LINE.replace('"已阅"', '" "')
    refused(
        Refusal(
            EntryError, " ", "第3行, Comment(text=…)", "says something", "without blanks",
            "必填文字为空或首尾有空格",
        ),
        line,
    )  # fmt: skip


def test_a_fact_in_no_written_form_is_said_by_its_name() -> None:
    content = {"kind": "progress", **CITED, "at": "2021-09-30", "facts": {"length": {"m": 3}}}
    refused(
        Refusal(
            EntryError, {"m": 3}, "第3行, length", "no written form", "Export it anew",
            "length：填报值无法采用",
        ),
        json.dumps(content),
    )  # fmt: skip


@every(
    ("kind", "remedy"),
    [("coment", "Did you mean 'comment'"), (None, "completion"), ("", "completion, correction")],
)
def test_a_kind_nobody_knows_is_refused(kind: str | None, remedy: str) -> None:
    content = {name: value for name, value in json.loads(LINE).items() if name not in ("id", "kind")}
    if kind is not None:
        content["kind"] = kind
    told = Refusal(EntryError, kind, "kind", "no kind of entry", remedy, "记录种类不识")
    told.is_met_by(lambda: from_content(content))
    refused(
        Refusal(EntryError, kind, "第3行, kind", "no kind of entry", remedy, "记录种类不识"),
        json.dumps(content),
    )


def test_content_that_is_not_that_of_its_id_is_refused() -> None:
    changed = LINE.replace("已阅", "未阅")
    refused(
        Refusal(
            EntryError, COMMENT.id, "第3行", Comment(**CITED, text="未阅").id, "write a correction",
            "记录号与内容不符，该行可能被改动",
        ),
        changed,
    )  # fmt: skip


class TestFiles:
    """A file of lines holds every entry once, in UTF-8 and in order."""

    def test_it_is_written_and_read_back(self, tmp_path: Path) -> None:
        path = tmp_path / "lines.jsonl"
        assert write_lines(EVERY, path) == len(EVERY)
        assert list(read_lines(path)) == EVERY
        assert path.read_bytes() == "".join(to_line(one) + "\n" for one in EVERY).encode("utf-8")

    def test_of_no_entry_it_is_empty(self, tmp_path: Path) -> None:
        assert write_lines((), tmp_path / "lines.jsonl") == 0
        assert list(read_lines(tmp_path / "lines.jsonl")) == []

    def test_a_byte_order_mark_and_blank_lines_are_no_entries(self, tmp_path: Path) -> None:
        path = tmp_path / "lines.jsonl"
        path.write_bytes(f"\ufeff\n{LINE}\r\n  \n".encode())
        assert list(read_lines(str(path))) == [COMMENT]

    def test_only_a_line_feed_ends_a_line(self, tmp_path: Path) -> None:
        path = tmp_path / "lines.jsonl"
        path.write_bytes(LINE.replace('":"', '":\r"').encode())
        assert list(read_lines(path)) == [COMMENT]

    def test_the_number_of_the_line_at_fault_is_said_the_first_being_one(self, tmp_path: Path) -> None:
        path = tmp_path / "lines.jsonl"
        path.write_text(f"{LINE}\n\n[]\n", "utf-8")
        Refusal(
            EntryError, "[]\n", f"{path}, line 3", "a JSON object", "as it was exported", ZH
        ).is_met_by(lambda: list(read_lines(path)))  # fmt: skip
