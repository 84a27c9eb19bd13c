"""Excel's serial numbers, which count days (Excel 日期序列号)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from wushan_plan.errors import CellError

Epoch = Literal[1900, 1904]
"""What serial numbers count from: 1900 (Windows) or 1904 (old Macs)."""
SYSTEMS: tuple[Epoch, ...] = (1900, 1904)

_LEAP_BUG = 60
"""Excel's 1900 system has a 29 February 1900, serial 60; later serials count it."""
_LAST_SERIAL = 2_958_466
_MILLISECONDS = 86_400_000


def serial_text(serial: float, epoch: Epoch, *, time_only: bool = False) -> str:
    """A serial number as the date, and the time of day if there is one.

    Raises:
        CellError: for a serial that is no day, such as Excel's 29 February 1900.
    """
    whole = round(serial * _MILLISECONDS)
    days, rest = divmod(whole, _MILLISECONDS)
    seconds, milliseconds = divmod(rest, 1000)
    time = dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60, milliseconds * 1000)
    if time_only and 0 <= serial < 1:
        return time.isoformat()
    day = serial_date(days, epoch)
    return day.isoformat() if not rest else f"{day.isoformat()} {time.isoformat()}"


def serial_date(serial: int, epoch: Epoch) -> dt.date:
    """The day of a serial number.

    Raises:
        CellError: for a serial that is no day, such as Excel's 29 February 1900.
    """
    first = 0 if epoch == 1904 else 1
    if not first <= serial < _LAST_SERIAL - (1462 if epoch == 1904 else 0) or (
        epoch == 1900 and serial == _LEAP_BUG
    ):
        raise CellError(
            value=serial,
            rule="this serial number is no day.",
            where="date",
            remedy="Check it against the original record.",
            zh="这个序列号不对应任何日期，请核对原件",
        )
    if epoch == 1904:
        return dt.date(1904, 1, 1) + dt.timedelta(days=serial)
    return dt.date(1899, 12, 31 if serial < _LEAP_BUG else 30) + dt.timedelta(days=serial)
