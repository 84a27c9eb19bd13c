"""The Excel round (填报回收): a workbook goes out to each lead unit, comes back filled in, and is read.

>>> from datetime import date
>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> from wushan_plan import PLAN
>>> from wushan_plan.ledger import Ledger
>>> from wushan_plan.ledger.returns import read_return, write_return
>>> ledger = Ledger.from_plan(PLAN)
>>> path = Path(mkdtemp()) / "政务服务管理办公室.xlsx"
>>> rows = write_return(ledger, "government-services-office", path, date(2021, 9, 30))
>>> read_return(path, ledger).entries
()

Writing needs the extra ``excel``; reading needs nothing.
"""

from wushan_plan.ledger.returns.reading import Return, read_return
from wushan_plan.ledger.returns.workbook import write_return

__all__ = ["Return", "read_return", "write_return"]
