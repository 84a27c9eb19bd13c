"""Hostile case files, made in numbers: ``python -m tests.fuzz 100000`` (模糊测试)."""
