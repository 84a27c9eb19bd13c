"""Benchmarks of the working-day engine beside its peers: ``python -m benchmarks [--quick] [--write]``.

Every peer runs in the same process as the engine, on the same dates, and must give the same answers
before anything is timed. Needs the extra ``bench``.
"""
