"""What a notebook shows of an invented ledger, written down beside the tests for review (展示样张)."""
