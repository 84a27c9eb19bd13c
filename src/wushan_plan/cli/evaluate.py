"""``wushan-plan evaluate``: case files in, a scorecard and judged rows out (判定办件文件)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import attrs

from wushan_plan.cli.endings import unknown_ending
from wushan_plan.cli.evaluate_notes import (
    Groups,
    column_notes,
    skipped_notes,
    source_notes,
    tell_groups,
)
from wushan_plan.cli.targets import commitment_of
from wushan_plan.cli.wording import say, tell, tell_page
from wushan_plan.errors import CaseFileError
from wushan_plan.explanation.scorecards import problem_text
from wushan_plan.files.case_file import CaseFile, Progress
from wushan_plan.files.judging import JudgedRow, Judging
from wushan_plan.files.many_files import (
    ENDINGS,
    FoundFiles,
    as_one,
    find_files,
    in_turn,
    is_made_here,
    is_pattern,
    marked,
    natural_order,
)
from wushan_plan.files.opening import open_cases
from wushan_plan.files.rejects import merge_mended, merge_mended_files, open_mended, write_rejects
from wushan_plan.files.results import Results, Total
from wushan_plan.files.results_rows import write_csv, write_json_lines, write_parquet
from wushan_plan.files.safe_output import file_name
from wushan_plan.files.suggestions import labels_of, matched_columns
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.periods import Interval
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Reading
from wushan_plan.model.scorecard import Scorecard
from wushan_plan.model.verdict import Lang
from wushan_plan.plain_text import joined, one_line

_MOST_LISTED = 10
LARGE = 64 << 20
"""Bytes of CSV from which a folder goes to the table engine: row by row, with reasons, a minute or two."""


def evaluate(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Runs the command and returns its exit code."""
    commitment = commitment_of(plan, options.target)
    if options.limit is not None:
        commitment = commitment.with_limit(options.limit)
    found = _found(options)
    alone = list(found.files) == options.files and len(found.files) == 1
    out = options.out or _default_out(options)
    if not alone and _is_large(found.files, out, options):
        from wushan_plan.cli.evaluate_many import evaluate_many

        return evaluate_many(options, found, commitment, out, lang)
    files, made_here = _opened(found.files, options, commitment, alone=alone)
    _keep_apart(out, files, options)
    named, without = named_columns(options)
    matched = [matched_columns(commitment, one, named, without) for one in files]
    files = files if alone else marked(files, lang)
    whole = as_one(files)
    if options.mended is not None:
        mended = open_mended(options.mended, whole)
        if alone:
            files = (merge_mended(whole, mended, options.id),)
        else:
            files = merge_mended_files(files, mended, options.id)
    judging = Judging(
        commitment=commitment,
        columns=matched[0][0],
        as_of=options.as_of,
        reading=None if options.reading is None else Reading(options.reading),
        as_written=options.dates == "written",
        key=options.id,
        lang=lang,
    )
    period = None if options.period is None else Interval(*options.period)
    groups = Groups(options.by, files, period)
    judged = [attrs.evolve(judging, columns=columns) for columns, _ in matched]

    def judged_rows(progress: Progress | None) -> Iterator[JudgedRow]:
        for (cases, told), how in zip(in_turn(files, progress), judged, strict=True):
            yield from groups.passing(cases, how.rows(cases, told))

    to_mend: list[int] = []
    name = whole.path.name if alone else commitment.id
    with progress_bar(whole.size, name, "B", quiet=options.quiet) as progress:
        rows = judged_rows(progress)
        if options.rejects is not None:
            rows = _numbered(write_rejects(options.rejects, whole, rows, lang), to_mend)
        results = Results(commitment, whole.columns, rows, options.as_of, judging.reading, period)
        total = _written(out, results, options, lang)
    tell_page(total_page(total, lang))
    tell_groups(groups.rows, options.by, lang, averaged=results.averaged)
    tell("")
    for note in source_notes(files, out, lang):
        tell(note)
    for note in skipped_notes(found, made_here, lang):
        tell(note)
    for note in column_notes(commitment, files, matched, lang):
        tell(note)
    if options.rejects is not None:
        tell(_rejects_note(options.rejects, len(to_mend), lang))
    return 1 if total.status_short and options.fail_on_breach else 0


def named_columns(options: argparse.Namespace) -> tuple[dict[str, str], set[str]]:
    """The columns that were named, by fact, and the facts that are said to have none."""
    named: dict[str, str] = dict(options.fact)
    named |= {name: getattr(options, name) for name in ("start", "end") if getattr(options, name)}
    return named, {name for name in ("start", "end") if getattr(options, name) == ""}


def _found(options: argparse.Namespace) -> FoundFiles:
    """The files to judge, in the natural order of their names."""
    found = find_files(options.files)
    mended = None if options.mended is None else options.mended.resolve()
    files = tuple(sorted((one for one in found.files if one.resolve() != mended), key=natural_order))
    if not files:
        raise _no_files(options, found)
    return attrs.evolve(found, files=files)


def _no_files(options: argparse.Namespace, found: FoundFiles) -> CaseFileError:
    others = [one.name for one in found.others]
    return CaseFileError(
        value=[str(one) for one in options.files],
        rule=f"no name there ends in {', '.join(ENDINGS)}.",
        where="wushan-plan evaluate",
        remedy=f"Check the name of the folder{'; it holds ' + ', '.join(others[:5]) if others else ''}. "
        "A file is judged whatever its ending when it is named itself.",
        zh=f"没有找到办件文件（后缀为{'、'.join(ENDINGS)}）"
        + (f"，只有{'、'.join(others[:5])}" if others else "")
        + "；请核对名称，其他后缀的请直接写出文件名",
    )


def _default_out(options: argparse.Namespace) -> Path:
    """Called after the file or the folder; after the target, where there are several."""
    first, *others = options.files
    if others or (is_pattern(first) and not first.exists()):
        return Path(file_name(options.target, ".verdicts.csv", set()))
    # What a file is called can be the name of a file, in whatever encoding the system has.
    name = first.resolve().name if first.is_dir() else first.stem
    return Path(f"{name}.verdicts.csv") if name else Path(file_name(options.target, ".verdicts.csv", set()))


def _is_large(files: Sequence[Path], out: Path, options: argparse.Namespace) -> bool:
    """Whether the files are for the table engine, which has no reasons and takes files of one kind."""
    if out.suffix.casefold() not in (".csv", ".parquet"):
        return False
    if any(getattr(options, name) is not None for name in ("rejects", "mended", "sheet", "serials")):
        return False
    kinds = {one.suffix.casefold() for one in files}
    if kinds == {".csv"}:
        return sum(one.stat().st_size for one in files if one.is_file()) > LARGE
    return kinds == {".parquet"}


def _opened(
    paths: Sequence[Path], options: argparse.Namespace, commitment: Commitment, *, alone: bool
) -> tuple[tuple[CaseFile, ...], list[Path]]:
    """The files, opened; and those that were made by an earlier run."""
    files: list[CaseFile] = []
    made_here: list[Path] = []
    for path in paths:
        sheet = options.sheet if alone or path.suffix.casefold() != ".csv" else None
        cases = open_cases(path, sheet, labels=labels_of(commitment), epoch=options.serials)
        if not alone and is_result(cases):
            made_here.append(path)
        else:
            files.append(cases)
    if not files:
        raise all_made_here(made_here)
    return tuple(files), made_here


def is_result(cases: CaseFile) -> bool:
    """Whether an earlier run made the file, row by row or by the table engine."""
    from wushan_plan.frames.names import Names

    added = [set(attrs.astuple(names)) - {names.provisional} for names in (Names(), Names.chinese())]
    return is_made_here(cases) or any(names <= set(cases.columns) for names in added)


def all_made_here(paths: Sequence[Path]) -> CaseFileError:
    """The error where every file was made by an earlier run."""
    return CaseFileError(
        value=[one.name for one in paths[:5]],
        rule="these are results or rejects of an earlier run.",
        where="wushan-plan evaluate",
        remedy="Name the case files; a result is judged again when it is named alone.",
        zh="这些都是以前写出的判定结果或补正表，请写出办件文件的名称；要重新判定的，请单独写出文件名",
    )


def _keep_apart(out: Path, files: Sequence[CaseFile], options: argparse.Namespace) -> None:
    """Refuses a result that would replace what it is made of."""
    given = [*(one.path for one in files), *([] if options.mended is None else [options.mended])]
    for option, path in (("--out", out), ("--rejects", options.rejects)):
        if path is not None and path.exists() and any(path.samefile(one) for one in given):
            raise CaseFileError(
                value=str(path),
                rule="the result would replace a case file.",
                where=option,
                remedy="Name another file.",
                zh="结果文件不能覆盖原办件文件",
            )


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


def total_page(total: Total, lang: Lang) -> str:
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
