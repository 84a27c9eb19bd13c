"""Files found by coverage: atheris changes bytes and keeps what reaches new code."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.fuzz.seeds import seeds


def guided(corpus: Path, options: list[str]) -> None:
    """Fuzzes until stopped, or as libFuzzer's ``options`` say (``-runs=100000``).

    Args:
        corpus: a folder for the files that reached new code; the seeds are put there first.
        options: passed on to libFuzzer.
    """
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    with atheris.instrument_imports(include=["wushan_plan.files"]):
        from tests.fuzz.claims import holds_for
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    path = Path(tempfile.mkdtemp()) / "cases"

    def one_file(data: bytes) -> None:
        path.write_bytes(data)
        holds_for(path)

    atheris.Setup(["fuzz", *options, str(corpus)], one_file)
    atheris.Fuzz()
