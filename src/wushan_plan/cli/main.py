"""The entry point (入口): arguments in, an exit code out."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from wushan_plan.cli.calendar import calendar, with_days
from wushan_plan.cli.evaluate import evaluate
from wushan_plan.cli.export import export, schemas
from wushan_plan.cli.pages import page_of, plan_page, search_page
from wushan_plan.cli.parser import build_parser
from wushan_plan.cli.texts import TEXT_COMMANDS
from wushan_plan.cli.wording import language, say
from wushan_plan.errors import OutOfCoverageError, WushanPlanError
from wushan_plan.model.verdict import Lang


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs ``wushan-plan``.

    Returns:
        0 when done, 1 when something falls short and ``--fail-on-breach`` was given, 2 for bad
        usage or bad input.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    lang = language(given)
    _speak_any_language()
    try:
        options = build_parser(lang).parse_args(given)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        code = _run(options, lang)
        sys.stdout.flush()
        return code
    except WushanPlanError as error:
        message = f"{error.zh}：{error.value}\n  {error}" if lang == "zh" and error.zh else str(error)
        print(say(lang, f"错误：{message}", f"error: {message}"), file=sys.stderr)
        if isinstance(error, OutOfCoverageError):
            zh = "可用 --notice 文件 补充新通知，或用 --provisional 求暂定答案。"
            en = "Supply the new notice with --notice FILE, or take a provisional answer with --provisional."
            print(say(lang, zh, en), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (less, head) has seen enough; nothing more may be written to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(say(lang, f"错误：{error}", f"error: {error}"), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(say(lang, "已中断；没有写出结果。", "Interrupted; nothing was written."), file=sys.stderr)
        return 2


def _run(options: argparse.Namespace, lang: Lang) -> int:
    from wushan_plan.assembly import PLAN, judged_by
    from wushan_plan.counting.china import CHINA

    if options.command == "plan":
        print(plan_page(PLAN, lang))
    elif options.command == "show":
        print(page_of(PLAN, options.what, lang))
    elif options.command == "deadline":
        plan = judged_by(PLAN, with_days(options, CHINA))
        commitment = plan.commitment(options.target)
        if options.limit is not None:
            commitment = commitment.with_limit(options.limit)
        suspended = [(first, last) for first, last in options.suspended]
        print(commitment.deadline(options.start, suspended=suspended).explain(lang))
    elif options.command == "search":
        print(search_page(PLAN, " ".join(options.text), lang))
    elif options.command == "export":
        return export(options, PLAN, lang)
    elif options.command == "schemas":
        return schemas(options, lang)
    elif options.command in ("check", "verify", "compare"):
        return TEXT_COMMANDS[options.command](options, PLAN, lang)
    elif options.command == "ledger":
        from wushan_plan.cli.ledger import ledger

        return ledger(options, PLAN, lang)
    elif options.command == "calendar":
        return calendar(options, CHINA, lang)
    else:
        return evaluate(options, judged_by(PLAN, with_days(options, CHINA)), lang)
    return 0


def _speak_any_language() -> None:
    """Lets consoles whose encoding cannot show Chinese lose a character instead of the answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
