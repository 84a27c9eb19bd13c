"""Where the command line speaks (输出流): a console, a pipe, or nothing at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress

from wushan_plan.plain_text import one_line


@contextmanager
def open_streams() -> Iterator[None]:
    """Both streams, open and able to take any character.

    A console whose encoding cannot show Chinese loses a character instead of the answer. Under a
    service, or ``pythonw``, there may be no stream at all: then there is nobody to speak to.
    """
    with ExitStack() as stack:
        if sys.stdout is None:
            stack.enter_context(redirect_stdout(stack.enter_context(_nowhere())))
        if sys.stderr is None:
            stack.enter_context(redirect_stderr(stack.enter_context(_nowhere())))
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        yield


def complain(message: str) -> None:
    """Says ``message`` on the error stream, on one line; where nobody listens, the exit code has to do."""
    with suppress(OSError):
        print(one_line(message), file=sys.stderr, flush=True)


def let_go_of_broken_streams() -> None:
    """Drops what can no longer be written, so that Python does not try again as it leaves."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError), _nowhere() as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())


def _nowhere() -> io.TextIOWrapper:
    return open(os.devnull, "w", encoding="utf-8")
