"""Reviewed specimens of a supervision report (督查报告样张): page, text, pictures, workbook, values."""
