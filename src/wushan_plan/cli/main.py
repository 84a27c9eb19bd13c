"""The entry point (入口): arguments in, an exit code out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from wushan_plan.cli.calendar import calendar, with_days
from wushan_plan.cli.complaints import complaints
from wushan_plan.cli.evaluate import evaluate
from wushan_plan.cli.export import export, schemas
from wushan_plan.cli.pages import page_of, plan_page
from wushan_plan.cli.parser import build_parser
from wushan_plan.cli.search import search_page
from wushan_plan.cli.streams import complain, let_go_of_broken_streams, open_streams
from wushan_plan.cli.targets import commitment_of
from wushan_plan.cli.texts import TEXT_COMMANDS
from wushan_plan.cli.wording import language, say, tell_page
from wushan_plan.errors import WushanPlanError
from wushan_plan.model.plan import Plan
from wushan_plan.model.verdict import Lang


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs ``wushan-plan``.

    Returns:
        0 when done, 1 when something falls short and ``--fail-on-breach`` was given, 2 for bad
        usage or bad input.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    lang = language(given)
    with open_streams():
        code = _answered(given, lang)
        let_go_of_broken_streams()
        return code


def _answered(given: list[str], lang: Lang) -> int:
    try:
        try:
            options = build_parser(lang).parse_args(given)
        except SystemExit as leaving:
            sys.stdout.flush()  # a help page may have found nobody to read it
            return int(leaving.code or 0)
        code = _run(options, lang)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader (less, head) has seen enough; nothing more may be written to it.
        return 0
    except (WushanPlanError, OSError) as error:
        for line in complaints(error, lang):
            complain(line)
        return 2
    except KeyboardInterrupt:
        complain(say(lang, "已中断；没有写出结果。", "Interrupted; nothing was written."))
        return 2


def _run(options: argparse.Namespace, lang: Lang) -> int:
    from wushan_plan.counting.china import CHINA
    from wushan_plan.plans import judged_by

    if options.command == "calendar":
        return calendar(options, CHINA, lang)
    if options.command == "schemas":
        return schemas(options, lang)
    plan = _plan(options.plan)
    if options.command == "plan":
        tell_page(plan_page(plan, lang))
    elif options.command == "show":
        tell_page(page_of(plan, options.what, lang))
    elif options.command == "deadline":
        judged = judged_by(plan, with_days(options, CHINA, warned=lang))
        commitment = commitment_of(judged, options.target)
        if options.limit is not None:
            commitment = commitment.with_limit(options.limit)
        suspended = [(first, last) for first, last in options.suspended]
        tell_page(commitment.deadline(options.start, suspended=suspended).explain(lang))
    elif options.command == "search":
        tell_page(search_page(plan, " ".join(options.text), lang))
    elif options.command == "export":
        return export(options, plan, lang)
    elif options.command in ("check", "verify", "compare"):
        return TEXT_COMMANDS[options.command](options, plan, lang)
    elif options.command == "ledger":
        from wushan_plan.cli.ledger import ledger

        return ledger(options, plan, lang)
    else:
        return evaluate(options, judged_by(plan, with_days(options, CHINA, warned=lang)), lang)
    return 0


def _plan(name: str | None) -> Plan:
    """The plan the command is about: the library's own, or the one ``--plan`` names."""
    if name is None:
        from wushan_plan.assembly import PLAN

        return PLAN
    from wushan_plan.plans import load

    return load(name)
