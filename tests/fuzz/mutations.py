"""Files made worse, each from a number: the same number gives the same file everywhere."""

from __future__ import annotations

import html
import io
import random
import re
import zipfile

from tests.fuzz.seeds import odd_parquet, seeds, zipped

TOKENS: tuple[bytes, ...] = tuple(
    token if isinstance(token, bytes) else token.encode()
    for token in (
        '"', '""', ",", "\n", "\r", "\r\n", "\t", b"\x00", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x81",
        "\x1a", "2021-02-29", "21-3-1", "44424", "60", "0", "-1", "1e999", "NaN", "1_000",
        "99999999999999999999", "2958466", "0.9999999999", "２０２１年１３月", "9999-12-31",
        "0001-01-01T00:00+23:59", "2021-09-01 24:00Z", "1,23万", "100%", "是", "=cmd|' /C calc'!A0",
        "#REF!", "_xD800_", "_x0000_", "\ud7ff", "\ufffe", "🌊", "XFD1048576", "A1048577", "AAAA1", "A0",
        "a1", "A1:XFD1048576", "1048576", "1048577", "4294967296", "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "&a;", "&#0;", "&#xD800;", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>",
        '<?xml version="1.0" encoding="utf-7"?>', '<?xml version="1.0" encoding="utf-16"?>', "<c>",
        "</c>", "<v>", "<row>", "</row>", "<f/>", "<is>", "<t>", "<rPh>", 'r="', 't="s"', 't="e"',
        't="zz"', 's="9"', 's="-1"', "<mergeCell ref='A1:B9'/>", "<mergeCell ref='A1:A9'/>", "<sheet/>",
        'date1904="1"', "x" * 40_000, "<a>" * 70, "PAR1", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06",
        "PK\x01\x02", "\u3000", "：", "（", "NaT", "—",
    )
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'[\w:]+="[^"]*"')
_BETWEEN = re.compile(rb">[^<>]+<")
_WHOLE = re.compile(rb"<(row|c|v|t|is|f|si|xf|mergeCell)\b[^<>]*(/>|>.*?</\1>)", re.DOTALL)
_ELEMENT = re.compile(rb"<[^<>]+>")


_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
_TEXTS = tuple(token.decode("utf-8", "ignore").replace("\0", "") for token in TOKENS)


def mutated(number: int) -> bytes:
    """The hostile file of that number.

    Most stay files of their kind: a broken wrapping would be refused before anything else is tried.
    """
    dice = random.Random(number)
    if dice.random() < 0.005:  # few: each is decoded in a process of its own
        data = odd_parquet(dice)
        return data if dice.random() < 0.5 else _bytes(dice, data, dice.choice((1, 2, 4)))
    weights = [
        3.0 if seed.startswith(b"PK") else 0.05 if seed.startswith(b"PAR1") else 1.0 for seed in seeds()
    ]
    data = dice.choices(seeds(), weights)[0]
    if dice.random() < 0.85:
        if data.startswith(b"PK\3\4"):
            return _inside(dice, data)
        for encoding in _ENCODINGS[dice.randrange(4) :]:
            try:
                text = data.decode("utf-16" if data.startswith(b"\xff\xfe") else encoding)
            except UnicodeDecodeError:
                continue
            return _lines(dice, text).encode(dice.choice(_ENCODINGS), "replace")
    return _bytes(dice, data, dice.choice((1, 1, 2, 4, 8, 32)))


def _lines(dice: random.Random, text: str) -> str:
    """A table with cells replaced, and marks, quotes and lines lost, doubled or moved."""
    for _ in range(dice.choice((1, 2, 4, 8, 16))):
        action = dice.randrange(4)
        if action == 0:
            at = dice.randrange(len(text) + 1)
            text = text[:at] + dice.choice(('"', ",", "\n", "\r", "\t", '""', " ")) + text[at:]
            continue
        lines = text.split("\n")
        at = dice.randrange(len(lines))
        if action == 1:
            lines[at : at + 1] = dice.choice(([], [lines[at]] * 2, [lines[at], dice.choice(lines)]))
        else:
            cells = lines[at].split(",")
            cells[dice.randrange(len(cells))] = dice.choice(_TEXTS)
            lines[at] = ",".join(cells)
        text = "\n".join(lines)
    return text


def _inside(dice: random.Random, data: bytes) -> bytes:
    """A zip archive with something wrong in its parts, packed right again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(dice.choice((1, 1, 2, 3))):
        name = dice.choice(list(parts))
        if "sheet1" not in name and dice.random() < 0.6:
            name = next((one for one in parts if "sheet1" in one), name)
        action = dice.random()
        if action < 0.8:
            parts[name] = _xml(dice, parts[name])
        elif action < 0.9:
            parts[name] = _bytes(dice, parts[name], dice.choice((1, 2, 4)))
        elif action < 0.95:
            del parts[name]
            if not parts:
                break
        else:
            parts[dice.choice(list(parts))] = parts[name]
    method = zipfile.ZIP_STORED if dice.random() < 0.3 else zipfile.ZIP_DEFLATED
    return zipped(parts, method)


def _xml(dice: random.Random, data: bytes) -> bytes:
    """XML with values replaced, or elements lost, doubled or moved; mostly still well formed."""
    for _ in range(dice.choice((1, 1, 2, 4))):
        kind = dice.randrange(4)
        pattern = (_ATTRIBUTE, _BETWEEN, _WHOLE, _ELEMENT)[kind]
        found = list(pattern.finditer(data))
        if not found:
            return data + dice.choice(TOKENS)
        match, other = dice.choice(found), dice.choice(found)
        token = html.escape(dice.choice(_TEXTS)).encode("utf-8", "ignore")
        if kind == 0:
            value = dice.choice((token, other[0].partition(b'"')[2][:-1]))
            new = match[0].partition(b"=")[0] + b'="' + value + b'"'
        elif kind == 1:
            new = b">" + token + b"<"
        else:
            new = dice.choice((b"", match[0] * 2, match[0] + other[0], other[0]))
        data = data[: match.start()] + new + data[match.end() :]
    return data


def _bytes(dice: random.Random, data: bytes, times: int) -> bytes:
    """Bytes changed, lost, doubled, cut off, or replaced by something known to hurt."""
    for _ in range(times):
        at = dice.randrange(len(data) + 1)
        upto = min(len(data), at + dice.choice((0, 1, 1, 2, 8, 64)))
        action = dice.randrange(7)
        if action == 0:
            data = data[:at] + dice.choice(TOKENS) + data[upto:]
        elif action == 1:
            data = data[:at] + dice.choice(TOKENS) + data[at:]
        elif action == 2:
            data = data[:at] + data[upto:]
        elif action == 3:
            data = data[:at] + data[at:upto] * 2 + data[upto:]
        elif action == 4:
            data = data[:at] + dice.randbytes(upto - at) + data[upto:]
        elif action == 5 and at < len(data):
            data = data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
        elif action == 6 and dice.random() < 0.3:
            data = data[:at]
    return data
