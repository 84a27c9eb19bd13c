"""The pages of the command line (命令行), from the parsers themselves, in both languages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from _site.markdown import code, fenced, table, text
from wushan_plan.cli.parser import build_parser
from wushan_plan.cli.wording import Parser
from wushan_plan.model.verdict import Lang

_GAPS = re.compile(r"\s+")


def pages(lang: Lang) -> dict[str, str]:
    """The one page."""
    return {"reference/command-line": _page(lang)}


def command_names() -> tuple[str, ...]:
    """Every command, those of ``ledger`` included: ``ledger init``."""
    return tuple(name for name, _ in _commands(build_parser("en")))


def _page(lang: Lang) -> str:
    zh = lang == "zh"
    parser = build_parser(lang)
    intro = (
        "# 命令行\n\n命令默认说中文；`--lang en`改用英文。`wushan-plan 命令 --help`显示同样的内容。"
        if zh
        else "# Command line\n\nThe commands speak Chinese; `--lang en` asks for English. "
        "`wushan-plan COMMAND --help` shows the same. "
    )
    parts = [f"{intro}{parser.epilog}\n\n", fenced("text", _usage(parser, lang))]
    for name, command in _commands(parser):
        parts.append(f"## {name}\n\n{text(command.description or '')}\n\n")
        parts.append(fenced("text", _usage(command, lang)))
        rows = [_row(action, lang) for action in _actions(command)]
        if rows:
            parts.append(table(("参数", "含义") if zh else ("Argument", "Meaning"), rows))
    return "".join(parts)


def _commands(parser: Parser, above: str = "") -> Iterable[tuple[str, Parser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                below = tuple(_commands(command, f"{above}{name} "))
                yield from below or ((f"{above}{name}", command),)


def _usage(parser: Parser, lang: Lang) -> str:
    # The width of the terminal that builds the site must not show in it.
    parser.formatter_class = _Narrow
    return (
        _GAPS.sub(" ", parser.format_usage()).strip() if len(parser._actions) < 4 else parser.format_usage()
    )


class _Narrow(argparse.HelpFormatter):
    """Help of one width everywhere (固定宽度)."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=88)


def _actions(parser: Parser) -> Iterable[argparse.Action]:
    for action in parser._actions:
        if not isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
            yield action


def _row(action: argparse.Action, lang: Lang) -> tuple[str, str]:
    zh = lang == "zh"
    names = ", ".join(action.option_strings) or action.dest
    if action.option_strings and action.nargs != 0:
        shown = action.metavar or action.dest.upper()
        if action.choices and not action.metavar:
            shown = "{" + ",".join(str(one) for one in action.choices) + "}"
        names += " " + (" ".join(shown) if isinstance(shown, tuple) else shown)
    elif not action.option_strings and action.metavar:
        names = str(action.metavar)
    needed = ("（必需）" if zh else " (required)") if action.required and action.option_strings else ""
    return code(names), text(action.help or "") + needed
