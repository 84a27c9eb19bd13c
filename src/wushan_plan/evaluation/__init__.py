"""JUDGEMENT: facts, criterion, calendar and as_of become a verdict (判定)."""
