"""The plan as a table (承诺总表): one row a commitment, CSV that Excel opens."""

from __future__ import annotations

import csv
from pathlib import Path

from wushan_plan.files.safe_output import replacing, spreadsheet_text
from wushan_plan.model.plan import Plan


def write_table(plan: Plan, path: Path) -> None:
    """Writes :meth:`Plan.rows` as CSV, UTF-8 with a byte order mark; replaces ``path`` at the end."""
    rows = plan.rows()
    with replacing(path, "utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(rows[0])
        writer.writerows([spreadsheet_text(cell) for cell in row.values()] for row in rows)
