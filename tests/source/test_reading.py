"""From a file or pasted text to sentences (读取)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.source.printings import PRINTINGS, titled, with_half_width_stops_in_numbers, without_header
from tests.source.small_plan import SENTENCES, SMALL, TEXT
from wushan_plan import PLAN, Citation
from wushan_plan.errors import SourceTextError
from wushan_plan.source.reading import MAX_BYTES, located_sentences, normalised

PRINTED = pytest.mark.parametrize("printing", PRINTINGS, ids=titled)


def test_the_sentences_of_a_text_are_located_in_printed_order() -> None:
    located = [(str(one.citation), one.text) for one in located_sentences(TEXT) if one.citation is not None]
    # Counted as the text prints them: the text alone does not tell that measure 3 has no heading.
    expected = [(at.replace("3.1", "3.0").replace("3.2", "3.1"), text) for at, text in SENTENCES.items()]
    assert located == expected


def test_what_stands_before_the_first_number_has_no_place() -> None:
    header = [one.text for one in located_sentences(TEXT) if one.citation is None]
    assert len(header) == 2
    assert all(text.endswith("。") for text in header)


@PRINTED
def test_however_it_is_printed_it_is_the_same_text(printing: Callable[[str], str]) -> None:
    assert SMALL.bind(printing(TEXT)).sentences == SMALL.bind(TEXT).sentences


@PRINTED
def test_however_it_is_printed_the_official_text_is_the_official_text(
    printing: Callable[[str], str], official_text: str
) -> None:
    comparison = PLAN.compare(printing(official_text))
    assert (comparison.verified, comparison.total, comparison.differences) == (189, 189, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
class TestEncodings:
    """A file may be in UTF-8 with or without byte order mark, GB18030, or UTF-16 with one."""

    def test_the_small_text(self, encoding: str, tmp_path: Path) -> None:
        path = tmp_path / "原文.txt"
        path.write_bytes(TEXT.encode(encoding))
        assert SMALL.compare(path).is_official

    def test_the_official_text(self, encoding: str, tmp_path: Path, official_text: str) -> None:
        path = tmp_path / "原文.txt"
        path.write_bytes(official_text.encode(encoding))
        assert PLAN.compare(path).is_official


def test_a_string_that_names_a_file_is_its_path(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert SMALL.compare(str(path)).is_official


@pytest.mark.parametrize(
    "name", [Path("missing"), Path("missing.txt"), "missing.txt", "no/such/file", Path()]
)
def test_a_path_without_a_file_is_refused(name: str | Path) -> None:
    with pytest.raises(SourceTextError, match="no file of this name"):
        SMALL.compare(name)


@pytest.mark.parametrize("text", ["", " ", "\n\u3000\ufeff\u200b\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(SourceTextError, match="nothing is in this text"):
        SMALL.compare(text)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b"PK\x03\x04\x14\x00\x06\x00", b"%PDF-1.7\n\x00\x01\xff\xff", bytes(range(256))],
)
def test_a_file_that_holds_no_text_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    with pytest.raises(SourceTextError):
        SMALL.compare(path)


def test_a_file_larger_than_the_bound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(SourceTextError, match=str(MAX_BYTES)):
        SMALL.compare(path)


def test_a_text_larger_than_the_bound_is_refused() -> None:
    with pytest.raises(SourceTextError, match=str(MAX_BYTES)):
        SMALL.compare("字" * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        (None, "没有这个文件，请核对文件名和路径"),
        (b"", "文本是空的，请给出全文"),
        (
            bytes(range(256)),
            "不是纯文本（UTF-8、带标记的UTF-16或GB18030），请用原来的软件打开，另存为纯文本（.txt）",
        ),
        (b"a" * (MAX_BYTES + 1), f"文本过大，最多{MAX_BYTES}字节，请只给方案的文本"),
    ],
    ids=["no file", "empty", "no text", "too large"],
)
def test_a_file_that_cannot_be_read_is_refused_in_chinese_too(
    data: bytes | None, zh: str, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SourceTextError) as caught:
        SMALL.compare(path)
    assert caught.value.zh == zh


def test_a_file_the_system_does_not_give_is_refused_in_chinese_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceTextError) as caught:
        SMALL.compare(path)
    assert caught.value.zh == "文件读不出，请检查权限"


def test_bytes_are_refused_with_a_hint() -> None:
    with pytest.raises(SourceTextError, match="a str, or a path"):
        SMALL.compare(TEXT.encode())  # type: ignore[arg-type]


def test_normalising_drops_white_space_and_invisible_characters_only() -> None:
    assert normalised("\ufeff一 二\u3000三\u200b四\u00a0五\n六。") == "一二三四五六。"
    assert normalised("１，2。") == "１，2。"


def test_normalising_composes_characters() -> None:
    assert normalised("e\u0301") == "\u00e9"


@pytest.mark.parametrize("line", ["10千伏线路改造", "3.5公里道路", "12、13两月", "二十四节气", "一体化平台"])
def test_a_line_that_begins_with_a_number_of_the_text_opens_no_measure(line: str) -> None:
    located = located_sentences(f"1．标题。句子开头，\n{line}继续。\n2．另一条。")
    assert [str(one.citation) for one in located] == ["1.0", "1.1", "2.0"]


def test_a_line_broken_before_a_numeral_and_a_comma_opens_no_chapter() -> None:
    located = located_sentences("一、章\n1．标题。做到标准统\n一、流程统一。后一句。\n2．另一条。")
    assert [str(one.citation) for one in located] == ["1.0", "1.1", "1.2", "2.0"]


def test_two_measures_of_one_number_stay_apart() -> None:
    located = located_sentences("1．甲。\n1．乙。")
    assert [one.citation for one in located] == [Citation(1, 0), Citation(1, 0)]
    assert [one.paragraph for one in located] == [0, 1]


def test_no_sentence_can_hide_in_the_heading_of_a_section() -> None:
    hidden = with_half_width_stops_in_numbers(without_header(TEXT)).replace(
        "（牵头单位：县交通局）", "。另收费用。"
    )
    assert not SMALL.compare(hidden).is_official
