"""WHICH DAYS: working days, weekends, holidays and make-up days, with their notices (历法)."""
