"""Files to start from, one of each kind an office has and one of each trick a stranger knows."""

from __future__ import annotations

import datetime as dt
import functools
import io
import random
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

TABLE = (
    "办件编号,受理日期,通水日期,备注\n"
    "甲,2021-09-24,2021-10-14,\n"
    '乙,2021年8月4日,"2021/8/12",有“引号”\n'
    "丙,21-9-30,44424,=1+1\n"
    '丁,２０２１．７．３０,2021-08-03 09:30:00+08:00,"两\n行"\n'
)
TITLED = "用水台账,,,\n单位：某公司,,,\n编号,办理情况,,备注\n,受理日期,通水日期,\n1,2021-9-1,2021-9-9,\n"

WORKBOOK = (
    '<workbook xmlns="m" xmlns:r="r"><workbookPr/>'
    '<sheets><sheet name="台账" sheetId="1" r:id="a"/></sheets></workbook>'
)
RELATIONS = (
    "<Relationships>"
    '<Relationship Id="a" Type="t/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="b" Type="t/styles" Target="styles.xml"/>'
    '<Relationship Id="c" Type="t/sharedStrings" Target="sharedStrings.xml"/>'
    '<Relationship Id="d" Type="t/externalLink" Target="../../../etc/passwd" TargetMode="External"/>'
    "</Relationships>"
)
STYLES = (
    '<styleSheet><numFmts count="1">'
    '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>'
)
TEXTS = (
    "<sst><si><t>受理日期</t></si><si><r><t>通水</t></r><r><t>日期</t></r><rPh><t>x</t></rPh></si>"
    "<si><t>台账_x000D_</t></si><si><t>编号</t></si></sst>"
)
HEADER = (
    '<row r="1"><c r="A1" t="s"><v>2</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>'
)
CASES = (
    '<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>44440</v></c>'
    '<c r="C3" s="2"><v>44448.5</v></c></row>'
    '<row r="4"><c r="A4" t="inlineStr"><is><t>二</t></is></c>'
    '<c r="B4"><f>TODAY()</f></c><c r="C4" t="e"><v>#N/A</v></c></row>'
    '<row><c><v>3</v></c><c t="d"><v>2021-09-01</v></c><c t="b"><v>1</v></c></row>'
)
MERGED = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B4:C5"/></mergeCells>'
ROOT = (
    '<Relationships><Relationship Id="x" Type="t/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def worksheet(rows: str, merged: str = "") -> str:
    """A sheet of these rows."""
    return f"<worksheet><sheetData>{rows}</sheetData>{merged}</worksheet>"


PARTS = {
    "_rels/.rels": ROOT,
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": TEXTS,
    "xl/worksheets/sheet1.xml": worksheet(HEADER + CASES, MERGED),
}
"""A small workbook with a title, a merged area, every type of cell and a link to elsewhere."""


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a zip archive; always the same bytes for the same parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return stream.getvalue()


@functools.cache
def seeds() -> tuple[bytes, ...]:
    """The files to start from."""
    small = {name: content.encode() for name, content in PARTS.items()}
    return (
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("gb18030"),
        TABLE.replace(",", "\t").encode("utf-16"),
        TITLED.encode("gb18030"),
        zipped(small),
        zipped(small, zipfile.ZIP_STORED),
        _by_openpyxl(),
        _parquet(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"),
        (EXAMPLES / "water-2021-messy-synthetic.xlsx").read_bytes(),
    )


def _by_openpyxl() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["编号", "受理日期", "通水日期", "小微企业"])
    sheet.append(["甲", dt.date(2021, 9, 24), dt.datetime(2021, 10, 14, 9, 30), True])
    sheet.append(["乙", "2021年9月1日", "=B2+9", "否"])
    sheet.merge_cells("A2:A3")
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _parquet() -> bytes:
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    days = [dt.date(2021, 9, 24), None, dt.date(2021, 9, 1)]
    moments = [dt.datetime(2021, 10, 14, 9, 30), dt.datetime(2021, 9, 30), None]
    table = pa.table(
        {"编号": ["甲", "乙", ""], "受理日期": days, "通水日期": moments, "数": [1.5, None, 2.0]}
    )
    stream = io.BytesIO()
    pq.write_table(table, stream)
    return stream.getvalue()


def odd_parquet(dice: random.Random) -> bytes:
    """A right parquet file with columns of kinds no office uses."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    values: list[tuple[Any, list[Any]]] = [
        (pa.string(), ["甲", "\0", "=1+1"]),
        (pa.date32(), [dt.date(2021, 9, 24), dt.date(1, 1, 1), None]),
        (pa.timestamp("ns"), [0, 2**62, -(2**62)]),
        (pa.timestamp("us", "Asia/Shanghai"), [0, 2**55, None]),
        (pa.timestamp("s", "+14:00"), [0, -(10**10), 10**11]),
        (pa.int64(), [20210730, -(2**63), None]),
        (pa.float64(), [float("nan"), float("inf"), 1e300]),
        (pa.decimal128(38, 10), [Decimal("1.5"), None, Decimal(10) ** 20]),
        (pa.list_(pa.string()), [["甲"], [], None]),
        (pa.struct([("a", pa.date32())]), [{"a": None}, None, {"a": dt.date(2021, 9, 1)}]),
        (pa.binary(), [b"\xff", b"", None]),
        (pa.bool_(), [True, False, None]),
        (pa.time64("ns"), [0, 1, None]),
        (pa.duration("us"), [0, 2**62, None]),
        (pa.dictionary(pa.int8(), pa.string()), ["甲", "乙", "甲"]),
        (pa.null(), [None, None, None]),
    ]
    names = dice.sample(
        ["编号", "受理日期", "通水日期", "", " ", "通水时间", "a\0b", "a/b"], k=dice.randrange(1, 5)
    )
    chosen = [dice.choice(values) for _ in names]
    columns = [pa.array(content, kind) for kind, content in chosen]
    stream = io.BytesIO()
    packing = dice.choice(["none", "snappy", "gzip", "zstd", "brotli"])
    pq.write_table(pa.Table.from_arrays(columns, names), stream, compression=packing)
    return stream.getvalue()
