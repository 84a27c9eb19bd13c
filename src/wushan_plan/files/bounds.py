"""How much a case file may hold, each bound with its reason (读取上限).

A file beyond a bound is refused with a message that names it. Memory and time follow from the bounds.
CSV needs some megabytes whatever its size; a workbook needs its shared texts, half a gigabyte at the
bound, and nothing of its rows; both take time in proportion to their unpacked size, a minute or two at
the bound.
"""

from __future__ import annotations

# --- every file ---------------------------------------------------------------------------------

MOST_BYTES = 1 << 30
"""Bytes of a CSV or parquet file: ten million rows of a hundred bytes, far beyond a county's cases."""
MOST_ROWS = 10_000_000
"""Rows of one file: what a billion bytes hold at a hundred bytes a row."""
MOST_COLUMNS = 2_000
"""Columns: no form has more, and a stray cell at Excel's last column shall not make 16,384 of them."""
MOST_CELL = 32_767
"""Characters of a cell: Excel's own limit. A longer one is a bad cell; the rest of its row is read."""
HEADER_SEARCH = 30
"""Rows looked at for the header: titles, units and notes above a table are fewer."""

# --- CSV ----------------------------------------------------------------------------------------

MOST_LINE = 1 << 20
"""Bytes or characters between two line ends: a row is read whole, so a line is what memory must hold."""

# --- workbooks ----------------------------------------------------------------------------------

MOST_WORKBOOK_BYTES = 256 << 20
"""Bytes of an .xlsx file: a full sheet of a million rows and ten columns has about fifty million."""
MOST_DIRECTORY = 1 << 20
"""Bytes of a zip's table of contents, which is read whole: 20,000 parts, where a workbook has dozens."""
MOST_PART = 512 << 20
"""Unpacked bytes of a sheet or of the shared texts: a full sheet of ten columns has about 400 million."""
MOST_SMALL_PART = 16 << 20
"""Unpacked bytes of any other part (styles, list of sheets): 64,000 formats, Excel's limit, fit."""
MOST_RATIO = 400
"""Unpacked bytes for each packed byte, in parts over a million bytes: sheets pack 10 to 100 times,
a bomb about 1,000 times."""
MOST_TOKEN = 4 << 20
"""Bytes of one XML tag or attribute, which the parser holds whole."""
MOST_DEPTH = 64
"""XML elements inside one another: a worksheet has about ten levels."""
MOST_ELEMENTS = 25_000_000
"""XML elements of one part: a full sheet of ten columns has 22 million. This bounds the time: a part
of 25 million takes about half a minute."""
MOST_TEXTS = 4_000_000
"""Shared texts, which are held in memory."""
MOST_TEXT_CHARACTERS = 64 << 20
"""Characters of all shared texts together, which are held in memory."""
MOST_SHEETS = 255
"""Sheets that are looked at."""
MOST_MERGES = 100_000
"""Merged areas of a sheet, which are held in memory."""
MOST_MERGED_CELLS = 10_000_000
"""Cells that merged areas fill: areas over one another would fill more than the sheet has."""
LAST_ROW = 1_048_576
"""Excel's last row."""
LAST_COLUMN = 16_384
"""Excel's last column, XFD."""

# --- parquet ------------------------------------------------------------------------------------

MOST_CHILD_MEMORY = 4 << 30
"""Bytes of memory of the process that decodes parquet: a row group at its bound, decoded and as text."""
