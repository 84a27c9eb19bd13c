"""DOORS: case files in, judged rows out (文件)."""

from wushan_plan.files.text_cells import read_date as read_date
