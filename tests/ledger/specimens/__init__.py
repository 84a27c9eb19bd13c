"""Reviewed specimens of a supervision report (样张): what a reader gets, kept word for word.

They are the specification of how a report looks: whoever changes one looks at the new one first.
``python -m tests.ledger.specimens --write`` writes them anew.
"""
