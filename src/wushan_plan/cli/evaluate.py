"""``wushan-plan evaluate``: a case file in, a scorecard and judged rows out (判定办件文件)."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wushan_plan.cli.endings import unknown_ending
from wushan_plan.cli.targets import commitment_of
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.scorecards import problem_text
from wushan_plan.files.case_file import CaseFile
from wushan_plan.files.judging import JudgedRow, Judging, cell_facts
from wushan_plan.files.opening import open_cases
from wushan_plan.files.rejects import merge_mended, open_mended, write_rejects
from wushan_plan.files.results import Results, Total
from wushan_plan.files.results_rows import write_csv, write_json_lines, write_parquet
from wushan_plan.files.suggestions import labels_of, suggest_columns
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import Scorecard
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined, one_line

_MOST_LISTED = 10


def evaluate(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Runs the command and returns its exit code."""
    commitment = commitment_of(plan, options.target)
    if options.limit is not None:
        commitment = commitment.with_limit(options.limit)
    if len(options.files) > 1 or options.files[0].is_dir():
        from wushan_plan.cli.evaluate_many import evaluate_many

        return evaluate_many(options, commitment, lang)
    (options.file,) = options.files
    if options.by:
        raise CaseFileError(
            value=f"--by {options.by[0]}",
            rule="groups are made of several files or a folder.",
            where="wushan-plan evaluate",
            remedy="Put the file into a folder and name that, or use frames.scorecard from Python.",
            zh="--by只用于多个文件或文件夹；请把文件放进文件夹，并写文件夹的名字",
        )
    cases = open_cases(options.file, options.sheet, labels=labels_of(commitment), epoch=options.serials)
    if options.mended is not None:
        cases = merge_mended(cases, open_mended(options.mended, cases), options.id)
    out = options.out or Path(f"{options.file.stem}.verdicts.csv")
    for option, path in (("--out", out), ("--rejects", options.rejects)):
        for given in (options.file, options.mended):
            if None not in (path, given) and path.exists() and path.samefile(given):
                raise CaseFileError(
                    value=str(path),
                    rule="the result would replace a case file.",
                    where=option,
                    remedy="Name another file.",
                    zh="结果文件不能覆盖原办件文件",
                )
    columns, notes = _columns(options, commitment, cases, lang)
    judging = Judging(
        commitment=commitment,
        columns=columns,
        as_of=options.as_of,
        reading=None if options.reading is None else Reading(options.reading),
        as_written=options.dates == "written",
        key=options.id,
        lang=lang,
    )
    to_mend: list[int] = []
    with progress_bar(cases.size, cases.path.name, "B", quiet=options.quiet) as progress:
        rows: Iterator[JudgedRow] = judging.rows(cases, progress)
        if options.rejects is not None:
            rows = _numbered(write_rejects(options.rejects, cases, rows, lang), to_mend)
        period = None if options.period is None else Interval(*options.period)
        results = Results(commitment, cases.columns, rows, options.as_of, judging.reading, period)
        total = _written(out, results, options, lang)
    tell_page(_page(total, lang))
    tell("")
    tell(say(lang, f"{_source(cases, lang)}；结果写入 {out}", f"{_source(cases, lang)}; written to {out}"))
    for note in notes:
        tell(note)
    if options.rejects is not None:
        tell(_rejects_note(options.rejects, len(to_mend), lang))
    return 1 if total.status_short and options.fail_on_breach else 0


def _written(out: Path, results: Results, options: argparse.Namespace, lang: Lang) -> Total:
    """Writes the rows in the format the ending of ``out`` asks for."""
    ending, worst = out.suffix.lower(), options.worst
    if ending == ".csv":
        return write_csv(out, results, lang=lang, worst=worst)
    if ending == ".xlsx":
        from wushan_plan.files.results_workbook import write_workbook

        return write_workbook(out, results, lang=lang, sheets=options.sheets, worst=worst)[0]
    if ending == ".jsonl":
        return write_json_lines(out, results, worst=worst)[0]
    if ending == ".parquet":
        return write_parquet(out, results, lang=lang, worst=worst)[0]
    raise unknown_ending(out, (".csv", ".xlsx", ".jsonl", ".parquet"))


def _page(total: Total, lang: Lang) -> str:
    """What the rows amount to; for a mean, its verdict and the rows that could not be read."""
    if total.mean is None:
        return total.card.explain(lang)
    lines = total.mean.explain(lang).split("\n")
    return joined([*lines, *unread_of_mean(total.card, len(total.card.unread), lang)])


def unread_of_mean(card: Scorecard, number: int, lang: Lang) -> list[str]:
    """What to say of the rows that leave a mean undecided: their ``number``, and the first of them."""
    if not number:
        return []
    heading = say(
        lang,
        f"读不出或缺起算日期的行（{number}），平均值因此不能判定：",
        f"Rows without a readable start ({number}) leave the mean undecided:",
    )
    return [heading, *(f"  {case.key}  {problem_text(case, lang)}" for case in card.unread[:_MOST_LISTED])]


def _columns(
    options: argparse.Namespace, commitment: Commitment, cases: CaseFile, lang: Lang
) -> tuple[dict[str, str], list[str]]:
    """The column of each fact, and what to tell about those that were not named by the user.

    Raises:
        CaseFileError: where the end of the clock may stand in a column that does not quite say so;
            without it every case would count as open.
    """
    columns: dict[str, str] = dict(options.fact)
    silent = {name for name in ("start", "end") if getattr(options, name) == ""}
    for name in ("start", "end"):
        column = getattr(options, name)
        if column:
            columns[name] = column
    found = suggest_columns(commitment, cases.columns)
    notes = []
    for name, column in found.certain.items():
        if name not in columns and name not in silent and column not in columns.values():
            columns[name] = column
            notes.append(say(lang, f"{name} 取自列“{column}”", f"{name} is taken from column {column!r}"))
    unsure = {
        name: near
        for name, near in found.near.items()
        if name not in columns and name in ("start", "end") and name not in silent
    }
    if "end" in cell_facts(commitment) and "end" not in columns and not unsure:
        notes.append(no_end_note(lang))
    if unsure:
        shown = [f"--{name} {' | '.join(near)}" for name, near in unsure.items()]
        raise CaseFileError(
            value=list(unsure),
            rule="no column is certain to carry this fact.",
            where=str(cases.path),
            remedy=f"Name it, for example {'; '.join(shown)}; or '' where there is none.",
            zh="这些事实对应哪一列不能确定，请指明，如 " + "；".join(shown) + "；确实没有的写 ''",
        )
    return columns, notes


def no_end_note(lang: Lang) -> str:
    """What to say where no column holds the end of the clock."""
    return say(lang, "没有办结日期的列：各件按未办结判定", "no column of the end: every case counts as open")


def _source(cases: CaseFile, lang: Lang) -> str:
    """Where the rows came from: what was chosen without asking."""
    if cases.encoding:
        encoding = _encoding(cases, lang)
        parts = [say(lang, f"编码 {encoding}", f"encoding {encoding}")]
    else:
        parts = [say(lang, f"格式 {cases.format}", f"format {cases.format}")]
    if cases.sheet:
        parts.append(say(lang, f"工作表 {cases.sheet}", f"sheet {cases.sheet}"))
    first, last = cases.header
    if last > 1:
        rows = str(last) if first == last else f"{first}—{last}"
        parts.append(say(lang, f"表头在第{rows}行", f"header in row{'s' * (first < last)} {rows}"))
    return ("；" if lang == "zh" else "; ").join(parts)


def _encoding(cases: CaseFile, lang: Lang) -> str:
    """The encoding as Excel and the editors call it."""
    if cases.encoding != "utf-8-sig":  # which reads UTF-8 with and without
        return cases.encoding.upper()
    with open(cases.path, "rb") as file:
        is_signed = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    return say(lang, "UTF-8（带签名）", "UTF-8 with a signature") if is_signed else "UTF-8"


def _numbered(rows: Iterator[JudgedRow], to_mend: list[int]) -> Iterator[JudgedRow]:
    """The rows, with the numbers of those to mend noted down."""
    for judged in rows:
        if judged.bad_cells:
            to_mend.append(judged.row.line)
        yield judged


def _rejects_note(path: Path, number: int, lang: Lang) -> str:
    if not number:
        return say(lang, "没有要补正的行，未写补正表", "no row is to be mended; no workbook was written")
    return say(
        lang,
        f"{number}行待补正，写入 {path}；改好后用 --mended {path} 重新判定",
        f"{number} rows to mend, written to {path}; mended, judge them with --mended {path}",
    )


@contextmanager
def progress_bar(
    total: float, name: str, unit: str, *, quiet: bool
) -> Iterator[Callable[[float], object] | None]:
    """A progress bar on a terminal, where tqdm is installed; nothing otherwise."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield None
        return
    with tqdm(total=total, unit=unit, unit_scale=True, desc=one_line(name), leave=False) as bar:
        yield lambda position: bar.update(position - bar.n)
