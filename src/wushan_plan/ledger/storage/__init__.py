"""Where entries are kept (台账存储): SQLite in a file, or PostgreSQL when several offices write at once.

Needs the extra ``storage``, and ``postgres`` for PostgreSQL; without SQLAlchemy the import raises
``MissingExtraError``.
"""

from wushan_plan.errors import MissingExtraError

try:
    import sqlalchemy  # noqa: F401
except ModuleNotFoundError as error:
    raise MissingExtraError.of("storage", "sqlalchemy", "wushan_plan.ledger.storage") from error

from wushan_plan.ledger.storage.chain import Head
from wushan_plan.ledger.storage.store import LedgerStore, Receipt

__all__ = ["Head", "LedgerStore", "Receipt"]
