"""Hostile and huge files: a clear refusal, in bounded memory, before harm is done."""

from __future__ import annotations

import os
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.files.workbooks import SHEET, packed, raw_workbook
from tests.fuzz.seeds import HEADER, PARTS, worksheet
from wushan_plan.errors import CaseFileError
from wushan_plan.files import bounds
from wushan_plan.files.opening import open_cases

MEGABYTE = 1 << 20


def _refusal(path: Path) -> CaseFileError:
    """The refusal of a file; it has cost little memory and says why in Chinese, too."""
    tracemalloc.start()
    try:
        with pytest.raises(CaseFileError) as error:
            list(open_cases(path).rows())
        assert tracemalloc.get_traced_memory()[1] < 24 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert error.value.zh
    return error.value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cases"


class TestWorkbooks:
    def test_a_zip_bomb_is_refused_by_what_it_declares(self, path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in PARTS.items():
                if name != SHEET:
                    archive.writestr(name, content)
            with archive.open(SHEET, "w") as part:
                part.write(worksheet(HEADER).encode())
                for _ in range(64):
                    part.write(b" " * MEGABYTE)
        assert "400 times" in _refusal(path).rule

    def test_a_part_larger_than_the_bound_is_refused_by_what_it_declares(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("wushan_plan.files.archive.MOST_PART", 100)
        raw_workbook(path)
        assert "bytes unpacked" in _refusal(path).rule

    def test_packing_that_no_workbook_uses_is_refused(self, path: Path) -> None:
        # bzip2 and lzma may ask for far more memory than deflate.
        packed(path, PARTS, zipfile.ZIP_BZIP2)
        assert "packed in a way" in _refusal(path).rule

    def test_a_part_that_lies_about_its_size_is_refused_while_it_unpacks(self, path: Path) -> None:
        raw_workbook(path, merged=" " * MEGABYTE)
        data = path.read_bytes()
        size = struct.pack("<L", len(worksheet(HEADER, " " * MEGABYTE).encode()))
        assert data.count(size) == 2
        path.write_bytes(data.replace(size, struct.pack("<L", 400)))
        assert "damaged" in _refusal(path).rule

    def test_a_table_of_contents_without_end_is_refused_before_it_is_read(self, path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(20_000):
                archive.writestr(f"part-{number}", b"")
        assert "table of contents" in _refusal(path).rule

    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
        ],
    )
    @pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", SHEET])
    def test_entities_and_document_types_are_refused(self, path: Path, part: str, doctype: str) -> None:
        packed(path, {**PARTS, part: doctype + PARTS[part]})
        assert "entities" in _refusal(path).rule

    def test_a_cell_at_the_last_place_of_excel_is_named(self, path: Path) -> None:
        raw_workbook(path, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
        assert _refusal(path).value == "XFD1048576"

    def test_a_million_columns_are_refused(self, path: Path) -> None:
        raw_workbook(path, "<row>" + "".join(f"<c><v>{n}</v></c>" for n in range(1_000_000)) + "</row>")
        assert "beyond column 2,000" in _refusal(path).rule

    @pytest.mark.parametrize("number", ["0", "1048577", "99999999999999999999", "-1", "x", "1"])
    def test_a_row_that_cannot_be_there_is_refused(self, path: Path, number: str) -> None:
        raw_workbook(path, f'<row r="{number}"><c><v>1</v></c></row>')
        assert "damaged" in _refusal(path).rule

    def test_a_row_inside_a_row_is_refused(self, path: Path) -> None:
        raw_workbook(path, "<row><c><v>1</v></c><row><c><v>2</v></c></row></row>")
        assert "a row inside row 3" in _refusal(path).rule

    def test_elements_nested_without_end_are_refused(self, path: Path) -> None:
        raw_workbook(path, "<a>" * 100_000)
        assert "nested" in _refusal(path).rule

    def test_a_tag_without_end_is_refused(self, path: Path) -> None:
        parts = {**PARTS, SHEET: f'<worksheet x="{os.urandom(6 * MEGABYTE).hex()}"/>'}
        packed(path, parts, zipfile.ZIP_STORED)
        with pytest.raises(CaseFileError, match="in one XML tag"):
            open_cases(path)

    def test_merged_areas_over_one_another_are_refused(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("wushan_plan.files.sheet_rows.MOST_MERGED_CELLS", 10_000)
        rows = '<row r="3"><c><v>1</v></c></row>'
        areas = '<mergeCell ref="A3:BXX1048576"/>' * 20
        raw_workbook(path, rows, f"<mergeCells>{areas}</mergeCells>")
        with pytest.raises(CaseFileError, match="merged cells"):
            list(open_cases(path).rows())

    def test_more_elements_than_the_bound_are_refused(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("wushan_plan.files.xml_parts.MOST_ELEMENTS", 100)
        raw_workbook(path, "<row><c/></row>" * 100)
        assert "XML elements" in _refusal(path).rule

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
    def test_half_a_file_is_damaged(self, path: Path, share: float) -> None:
        raw_workbook(path)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        assert "damaged" in _refusal(path).rule

    def test_half_a_sheet_is_found_before_its_first_row_is_judged(self, path: Path) -> None:
        packed(path, {**PARTS, SHEET: worksheet(HEADER)[:-20]})
        with pytest.raises(CaseFileError, match="damaged"):
            open_cases(path)

    def test_a_missing_part_is_named(self, path: Path) -> None:
        packed(path, {name: part for name, part in PARTS.items() if name != "xl/workbook.xml"})
        assert "xl/workbook.xml is missing" in _refusal(path).rule

    def test_a_link_to_elsewhere_is_not_followed(self, path: Path) -> None:
        outside = PARTS["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "../../../etc/passwd")
        packed(path, {**PARTS, "xl/_rels/workbook.xml.rels": outside})
        assert "no worksheet" in _refusal(path).rule

    def test_sheets_that_refer_to_one_another_in_a_circle_are_just_formulas(self, path: Path) -> None:
        raw_workbook(path, '<row r="3"><c r="A3"><f>B3</f></c><c r="B3"><f>A3</f></c></row>')
        (row,) = open_cases(path).rows()
        assert len(row.bad_cells) == 2

    def test_a_password_is_named(self, path: Path) -> None:
        path.write_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
        )
        assert _refusal(path).zh.startswith("工作簿有密码")

    def test_an_encrypted_part_is_named(self, path: Path) -> None:
        raw_workbook(path)
        data = bytearray(path.read_bytes())
        at = data.find(b"PK\1\2")
        while at >= 0:
            data[at + 8] |= 1
            at = data.find(b"PK\1\2", at + 4)
        path.write_bytes(data)
        assert _refusal(path).zh.startswith("文件有密码")


class TestOtherFormats:
    @pytest.mark.parametrize(
        ("content", "zh"),
        [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧版xls"),
            (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
            (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "网页或XML"),
            (b"\x1f\x8b\x08", "gzip"),
            (b"%PDF-1.7", "PDF"),
        ],
    )
    def test_what_it_is_is_said_whatever_its_name(self, path: Path, content: bytes, zh: str) -> None:
        path.write_bytes(content)
        assert zh in _refusal(path).zh

    @pytest.mark.parametrize("part", ["xl/workbook.bin", "content.xml", "word/document.xml"])
    def test_other_archives_are_told_apart(self, path: Path, part: str) -> None:
        packed(path, {part: "<x/>"})
        assert "not an .xlsx workbook" in _refusal(path).rule

    def test_a_sheet_of_a_file_without_sheets_is_refused(self, path: Path) -> None:
        path.write_bytes(b"a,b\n")
        with pytest.raises(CaseFileError, match="only a workbook has sheets"):
            open_cases(path, "Sheet1")


class TestText:
    def test_two_gigabytes_are_refused_unread(self, path: Path) -> None:
        with open(path, "wb") as file:
            file.truncate(2 << 30)
        assert "bytes" in _refusal(path).rule

    def test_a_line_without_end_is_refused(self, path: Path) -> None:
        path.write_bytes(b"a,b\n" + b"x" * (2 * MEGABYTE))
        assert "a line has more" in _refusal(path).rule

    def test_nul_bytes_are_refused(self, path: Path) -> None:
        path.write_bytes(b"a,b\n1,\0\n")
        assert "NUL" in _refusal(path).rule

    def test_quotes_left_open_cost_their_own_line_only(self, path: Path) -> None:
        path.write_bytes(b"a,b\n" + b'"1,2\n' + b"3,4\n" * 5_000)
        rows = list(open_cases(path).rows())
        assert len(rows) == 5_001
        assert [row.line for row in rows if row.problem is not None] == [2]

    def test_a_cell_beyond_the_bound_is_bad_and_its_row_is_read(self, path: Path) -> None:
        path.write_text(f"a,b\n1,{'x' * (bounds.MOST_CELL + 1)}\n", encoding="utf-8")
        (row,) = open_cases(path).rows()
        assert row.cells["a"] == "1"
        assert [bad.column for bad in row.bad_cells] == ["b"]

    def test_more_columns_than_the_bound_are_refused(self, path: Path) -> None:
        path.write_text(",".join(f"c{n}" for n in range(bounds.MOST_COLUMNS + 1)), encoding="utf-8")
        assert "at most 2000 columns" in _refusal(path).rule

    def test_half_a_character_is_refused(self, path: Path) -> None:
        path.write_bytes(b"\xff\xfea\0,")
        assert "neither UTF-8 nor GB18030" in _refusal(path).rule


class TestPlaces:
    def test_a_directory_is_refused(self, tmp_path: Path) -> None:
        assert "文件夹" in _refusal(tmp_path).zh

    def test_a_missing_file_is_refused(self, path: Path) -> None:
        assert "打不开" in _refusal(path).zh

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_a_pipe_is_refused_instead_of_waited_for(self, path: Path) -> None:
        os.mkfifo(path)
        assert "设备" in _refusal(path).zh

    def test_a_circle_of_links_is_refused(self, path: Path) -> None:
        try:
            path.symlink_to(path)
        except OSError:
            pytest.skip("this system lets nobody make links")
        assert "打不开" in _refusal(path).zh
