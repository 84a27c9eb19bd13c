"""What the command line says in Chinese and English, argparse's own messages included (命令行用语)."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import one_line, printable

# argparse composes its errors in English; these are the ones a user can provoke.
_ARGPARSE = (
    (re.compile(r"the following arguments are required: (.*)"), r"缺少必需的参数：\1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"不认识的参数：\1"),
    (re.compile(r"argument (.*): expected one argument"), r"参数\1后面要有一个值"),
    (re.compile(r"argument (.*): expected at least one argument"), r"参数\1后面至少要有一个值"),
    (re.compile(r"argument (.*): expected (\d+) arguments?"), r"参数\1后面要有\2个值"),
    (re.compile(r"argument (.*): ignored explicit argument (.*)"), r"参数\1不带值，多了\2"),
    (re.compile(r"ambiguous option: (.*) could match (.*)"), r"参数\1没写全，可以是：\2"),
    (
        re.compile(r"argument (.*): invalid choice: (.*) \(choose from (.*)\)"),
        r"参数\1：没有\2，可选：\3",
    ),
    (re.compile(r"argument (.*): invalid \w+ value: (.*)"), r"参数\1的值读不懂：\2"),
    (re.compile(r"argument ([^:]*): (.*)"), r"参数\1：\2"),
)


def language(arguments: Sequence[str]) -> Lang:
    """The language asked for with ``--lang``, before anything else is read."""
    for index, argument in enumerate(arguments):
        if argument == "--lang=en" or (argument == "--lang" and arguments[index + 1 : index + 2] == ["en"]):
            return "en"
    return "zh"


def say(lang: Lang, zh: str, en: str) -> str:
    """The sentence in that language."""
    return zh if lang == "zh" else en


def perhaps(near: Sequence[str]) -> str:
    """What may have been meant, as the end of an error in Chinese."""
    return f"；您是不是要找：{' 或 '.join(near)}" if near else ""


def tell(line: str) -> None:
    """Prints one line; what a terminal would obey, breaks among it, stands as escapes."""
    print(one_line(line))


def tell_page(page: str) -> None:
    """Prints a page whose lines were put together by ``plain_text.joined``, or hold nothing from data."""
    print(printable(page))


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese unless asked for English (参数解析)."""

    lang: Lang = "zh"

    def error(self, message: str) -> NoReturn:
        """Prints the usage and the error, and leaves with code 2."""
        if self.lang == "zh":
            for pattern, chinese in _ARGPARSE:
                if pattern.fullmatch(message):
                    message = pattern.sub(chinese, message)
                    break
        self.print_usage(sys.stderr)
        self.exit(2, one_line(say(self.lang, f"错误：{message}", f"error: {message}")) + "\n")

    def format_usage(self) -> str:
        """The usage, its label in the user's language."""
        return self._spoken(super().format_usage())

    def format_help(self) -> str:
        """The help, its labels in the user's language."""
        return self._spoken(super().format_help())

    def _spoken(self, text: str) -> str:
        if self.lang == "en":
            return text
        for english, chinese in (
            ("usage: ", "用法："),
            ("positional arguments:", "位置参数："),
            ("options:", "选项："),
            ("show this help message and exit", "显示本帮助"),
            ("show program's version number and exit", "显示版本号"),
        ):
            text = text.replace(english, chinese, 1)
        return text
