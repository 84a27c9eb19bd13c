"""How a report looks on screen, on a phone, in the dark and on A4 (版式)."""

from __future__ import annotations

from importlib.resources import files


def style() -> str:
    """The style sheet; it names no other file and no address."""
    return files("wushan_plan.ledger.reports").joinpath("style.css").read_text("utf-8")
