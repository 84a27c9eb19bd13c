"""Zip archives opened so that no bomb goes off (压缩包).

The table of contents is measured before it is read, every part by what it declares, and once more
while it is unpacked.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from wushan_plan.errors import CaseFileError
from wushan_plan.files.bounds import MOST_DIRECTORY, MOST_PART, MOST_RATIO, MOST_SMALL_PART
from wushan_plan.files.case_file import refused, too_large

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\5\6"
_FAR_END = struct.Struct("<4sQ2H2L4Q")
_FAR_END_MARK = b"PK\6\6"
_LOCATOR = 20
_LONGEST_COMMENT = 0xFFFF
_CHUNK = 1 << 16
_SMALL = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile,
    OSError,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
    KeyError,
    IndexError,
)
"""What ``zipfile`` raises on archives that are none; it documents the first only."""


class Archive:
    """An opened archive (压缩包)."""

    def __init__(self, path: Path, raw: IO[bytes], size: int) -> None:
        self.path = path
        self._measure(raw, size)
        try:
            self._zip = zipfile.ZipFile(raw)
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except _DAMAGE as error:
            raise damaged(path, str(error)) from None

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self._parts)

    def chunks(self, name: str, *, large: bool = False) -> Iterator[bytes]:
        """A part in pieces.

        Args:
            name: its name.
            large: whether it may be as large as a sheet.

        Raises:
            CaseFileError: for a part that is missing, encrypted, damaged, or too large unpacked.
        """
        info = self._parts.get(name)
        if info is None:
            raise damaged(self.path, f"{name} is missing")
        most = MOST_PART if large else MOST_SMALL_PART
        if info.flag_bits & 1:
            raise refused(
                self.path,
                name,
                "the file is protected by a password.",
                "Remove the password and save it again.",
                "文件有密码，请取消密码后重新保存",
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged(self.path, f"{name} is packed in a way workbooks do not use")
        if info.file_size > most:
            raise too_large(self.path, "bytes unpacked", "解压后的字节数", most, f"{self.path}, {name}")
        if info.file_size > _SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size):
            raise self._bomb(name)
        total = 0
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    total += len(chunk)
                    if total > most or total > info.file_size:
                        raise self._bomb(name)
                    yield chunk
        except CaseFileError:
            raise
        except _DAMAGE as error:
            raise damaged(self.path, f"{name}: {error}") from None

    def _bomb(self, name: str) -> CaseFileError:
        return refused(
            self.path,
            name,
            f"a part unpacks to more than {MOST_RATIO} times its size.",
            "No workbook does; open it in Excel and save it again.",
            f"解压后超过{MOST_RATIO}倍，不是正常的工作簿，请用Excel打开后重新保存",
        )

    def _measure(self, raw: IO[bytes], size: int) -> None:
        """Refuses a table of contents larger than the bound before it is read."""
        start = max(0, size - _LONGEST_COMMENT - _END.size)
        raw.seek(start)
        tail = raw.read(_LONGEST_COMMENT + _END.size)
        at = tail.rfind(_END_MARK)
        if at < 0 or len(tail) - at < _END.size:
            raise damaged(self.path, "the end of the archive is missing")
        directory = int(_END.unpack_from(tail, at)[5])
        far = start + at - _LOCATOR - _FAR_END.size
        if far >= 0:
            raw.seek(far)
            record = raw.read(_FAR_END.size)
            if record.startswith(_FAR_END_MARK):
                directory = max(int(_FAR_END.unpack(record)[8]), 0)
        if directory > MOST_DIRECTORY:
            raise too_large(self.path, "bytes of table of contents", "压缩包目录字节数", MOST_DIRECTORY)


def damaged(path: Path, detail: str) -> CaseFileError:
    """The error for a workbook that is no workbook, or only half of one."""
    return refused(
        path,
        path.name,
        f"the workbook is damaged ({detail}).",
        "Open it in Excel and save it again, or fetch it anew.",
        "工作簿已损坏，请用Excel打开后重新保存，或重新取得文件",
    )
