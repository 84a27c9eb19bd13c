"""What the nouns of the ledger have in common in a notebook (台账显示)."""

from __future__ import annotations

from wushan_plan.model.display import Displayer, ShownInNotebook


class ShownLedger(ShownInNotebook):
    """Shows itself in a notebook; needs no voice, since the ledger stands above the words (台账显示)."""

    __slots__ = ()

    @property
    def displayer(self) -> Displayer:
        """What shows it."""
        # Its pages know every noun of the ledger, so no noun can name them when it is defined.
        from wushan_plan.ledger.display import LedgerDisplayer

        return LedgerDisplayer()
