"""Tables of every engine (表格)."""
