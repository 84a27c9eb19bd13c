"""Case files opened, whatever their format (打开办件文件).

The format is told by what the file holds, never by its name: offices rename files.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from wushan_plan.errors import CaseFileError
from wushan_plan.files.case_file import CaseFile, opening, refused
from wushan_plan.files.csv_cases import open_csv
from wushan_plan.files.excel_cases import open_workbook
from wushan_plan.files.parquet_cases import open_parquet
from wushan_plan.files.serials import Epoch

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\3\4"
_EMPTY_ZIP = b"PK\5\6"
_PARQUET = b"PAR1"
_PACKED = {b"\x1f\x8b": "gzip", b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!": "rar", b"%PDF": "PDF"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_MOST_SEARCHED = 64 << 20


def open_cases(
    path: str | Path,
    sheet: str | None = None,
    *,
    labels: Collection[str] = (),
    epoch: Epoch | None = None,
) -> CaseFile:
    """Opens a CSV, Excel (.xlsx) or parquet file and finds its columns.

    Args:
        path: the file.
        sheet: the sheet of a workbook; may be left out where only one can be meant.
        labels: names of columns to look for, beside the usual ones; they help to find the header.
        epoch: what serial numbers in date columns count from. A workbook says so itself; in CSV and
            parquet serial numbers are refused without it.

    Raises:
        CaseFileError: for a file that cannot be read, with the reason in English and Chinese.
        MissingExtraError: for parquet without the extra ``parquet``.
    """
    path = Path(path)
    with opening(path):
        with open(path, "rb") as file:
            head = file.read(512)
        if head.startswith((_ZIP, _EMPTY_ZIP)):
            return open_workbook(path, sheet, labels=labels, epoch=epoch)
        if sheet is not None:
            raise refused(
                path,
                sheet,
                "only a workbook has sheets.",
                "Leave the sheet out.",
                "只有Excel工作簿才有工作表，请去掉工作表名",
            )
        if head.startswith(_PARQUET):
            return open_parquet(path, epoch=epoch)
        _refuse_others(path, head)
        return open_csv(path, labels=labels, epoch=epoch)


def _refuse_others(path: Path, head: bytes) -> None:
    """Names what the file is, where it is none that can be read."""
    if head.startswith(_OLE):
        raise _protected(path) if _holds(path, _ENCRYPTED) else _other(path, "an old .xls", "旧版xls")
    for mark, name in _PACKED.items():
        if head.startswith(mark):
            raise _other(path, f"a {name}", name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        raise _other(path, "a web page or XML", "网页或XML")


def _protected(path: Path) -> CaseFileError:
    return refused(
        path,
        path.name,
        "the workbook is protected by a password.",
        "Open it in Excel, remove the password and save it again.",
        "工作簿有密码，请用Excel打开、取消密码后重新保存",
    )


def _other(path: Path, en: str, zh: str) -> CaseFileError:
    return refused(
        path,
        path.name,
        f"this is {en} file, whatever its name says.",
        "Open it in Excel and save it as .xlsx or CSV.",
        f"这是{zh}文件（与后缀名无关），请用Excel打开后另存为xlsx或CSV",
    )


def _holds(path: Path, wanted: bytes) -> bool:
    """Whether the bytes occur in the first part of the file."""
    before = b""
    with open(path, "rb") as file:
        for _ in range(_MOST_SEARCHED // _CHUNK):
            chunk = file.read(_CHUNK)
            if not chunk:
                return False
            if wanted in before + chunk:
                return True
            before = chunk[-len(wanted) :]
    return False
