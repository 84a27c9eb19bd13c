"""Ways people hold one and the same text (文本的各种样子)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
HAN = "一二三四五六七八九十"


def without_header(text: str) -> str:
    return text[text.index("一、") :]


def without_footer(text: str) -> str:
    return text[: text.index("抄送")]


def without_copies_but_with_the_printing_line(text: str) -> str:
    return without_footer(text) + "\n某办公室　　　　2021年3月2日印发\n电子公文专用章。\n"


def with_a_seal_line(text: str) -> str:
    return without_footer(text) + "\n电子公文专用章\n"


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", text)


def in_one_line(text: str) -> str:
    return "".join(text.split())


def broken_every_seventeen_characters(text: str) -> str:
    return "\n".join(
        line[start : start + 17] for line in text.splitlines() for start in range(0, max(len(line), 1), 17)
    )


def with_a_line_for_each_sentence(text: str) -> str:
    return text.replace("。", "。\n\n")


def with_windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_a_byte_order_mark(text: str) -> str:
    return "\ufeff" + text


def indented_with_ideographic_spaces(text: str) -> str:
    return re.sub(r"(?m)^(?=\S)", "\u3000\u3000", text)


def with_no_break_spaces_and_zero_width_characters(text: str) -> str:
    return text.replace("，", "\u200b，\u00a0\u2060").replace("。", "。\u200d\u00ad ")


def with_half_width_stops_in_numbers(text: str) -> str:
    return re.sub(r"(?m)^(\d+)．", r"\1. ", text)


def with_half_width_stops_and_no_space(text: str) -> str:
    return re.sub(r"(?m)^(\d+)．", r"\1.", text)


def with_enumeration_commas_in_numbers(text: str) -> str:
    return re.sub(r"(?m)^(\d+)．", r"\1、", text)


def with_full_width_digits_in_numbers(text: str) -> str:
    return re.sub(r"(?m)^\d+(?=．)", lambda match: match[0].translate(FULL_WIDTH), text)


def with_numbers_in_brackets(text: str) -> str:
    return re.sub(r"(?m)^(\d+)．", r"(\1) ", text)


def with_half_width_brackets(text: str) -> str:
    return re.sub(rf"(?m)^（([{HAN}])）", r"(\1)", text)


def with_enclosed_numerals(text: str) -> str:
    return re.sub(rf"(?m)^（([{HAN}])）", lambda match: chr(0x3220 + HAN.index(match[1])), text)


def with_digits_for_safeguards(text: str) -> str:
    return re.sub(rf"(?m)^（([{HAN}])）(?=.*。)", lambda match: f"（{HAN.index(match[1]) + 1}）", text)


def with_half_width_marks_around_lead_units(text: str) -> str:
    return re.sub(r"（牵头单位：([^）]*)）", r"(牵头单位:\1)", text)


def with_commas_between_lead_units(text: str) -> str:
    return re.sub(r"（牵头单位：[^）]*）", lambda match: match[0].replace("、", "，"), text)


def with_lead_units_on_a_line_of_their_own(text: str) -> str:
    return text.replace("（牵头单位", "\n\u3000（牵头\u200b单位")


def with_page_numbers(text: str) -> str:
    return text.replace("，", "，\n— 3 —\n")


def with_a_table_of_contents(text: str) -> str:
    titles = re.findall(rf"(?m)^(?:[{HAN}]、|（[{HAN}]）)[^。]*$", text)
    return "目录\n" + "\n".join(titles) + "\n" + text


def with_the_frame_of_a_web_page(text: str) -> str:
    return (
        "首页 > 政务公开 > 文件\n"
        + without_footer(text)
        + "\n【打印】【关闭】\n主办：某县人民政府 网站地图\n"
    )


def in_decomposed_form(text: str) -> str:
    return unicodedata.normalize("NFD", text)


PRINTINGS: tuple[Callable[[str], str], ...] = (
    without_header,
    without_footer,
    without_copies_but_with_the_printing_line,
    with_a_seal_line,
    without_blank_lines,
    in_one_line,
    broken_every_seventeen_characters,
    with_a_line_for_each_sentence,
    with_windows_line_ends,
    with_a_byte_order_mark,
    indented_with_ideographic_spaces,
    with_no_break_spaces_and_zero_width_characters,
    with_half_width_stops_in_numbers,
    with_half_width_stops_and_no_space,
    with_enumeration_commas_in_numbers,
    with_full_width_digits_in_numbers,
    with_numbers_in_brackets,
    with_half_width_brackets,
    with_enclosed_numerals,
    with_digits_for_safeguards,
    with_half_width_marks_around_lead_units,
    with_commas_between_lead_units,
    with_lead_units_on_a_line_of_their_own,
    with_page_numbers,
    with_a_table_of_contents,
    with_the_frame_of_a_web_page,
    in_decomposed_form,
)


def titled(printing: Callable[[str], str]) -> str:
    """The name of a printing, as a test's id."""
    return printing.__name__.replace("_", " ")
