"""Reviewed specimens of the forms that go out to units (填报表样张), cell by cell.

They are the specification of how a form looks: whoever changes one looks at the new one in Excel first.
``python -m tests.ledger.forms --write`` writes them anew.
"""
