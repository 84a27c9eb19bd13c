"""``wushan-plan evaluate``: a case file in, a scorecard and judged rows out (判定办件文件)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wushan_plan.cli.wording import say
from wushan_plan.errors import CaseFileError
from wushan_plan.files.csv_cases import CsvCases, open_csv
from wushan_plan.files.judging import JudgedRow, Judging, judge_mean, judged_scorecard, write_rows
from wushan_plan.model.criteria import MeanTimeLimit
from wushan_plan.model.modality import Status
from wushan_plan.model.plan import Plan
from wushan_plan.model.readings import Reading
from wushan_plan.model.verdict import Lang


def evaluate(options: argparse.Namespace, plan: Plan, lang: Lang) -> int:
    """Runs the command and returns its exit code."""
    commitment = plan.commitment(options.target)
    if options.limit is not None:
        commitment = commitment.with_limit(options.limit)
    cases = open_csv(options.file)
    out = options.out or Path(f"{options.file.stem}.verdicts.csv")
    if out.exists() and out.samefile(options.file):
        raise CaseFileError(
            value=str(out),
            rule="the result would replace the case file.",
            where="--out",
            remedy="Name another file.",
            zh="结果文件不能覆盖原办件文件",
        )
    columns = dict(options.fact)
    for name in ("start", "end"):
        column = getattr(options, name)
        if column is not None:
            columns[name] = column
    judging = Judging(
        commitment=commitment,
        columns=columns,
        as_of=options.as_of,
        reading=None if options.reading is None else Reading(options.reading),
        as_written=options.dates == "written",
        key=options.id,
        lang=lang,
    )
    with _progress(cases, quiet=options.quiet) as progress:
        rows = write_rows(out, cases, judging, judging.rows(cases, progress))
        if isinstance(commitment.criterion, MeanTimeLimit):
            text, short = _mean_page(judging, rows, lang)
        else:
            card = judged_scorecard(judging, rows, worst=options.worst)
            text, short = card.explain(lang), card.count(Status.NOT_MET) > 0
    if options.limit is not None:
        print(say(lang, "试算：时限不是方案的承诺。", "A trial: this limit is not the plan's."))
    print(text)
    print()
    print(say(lang, f"编码 {cases.encoding}；结果写入 {out}", f"encoding {cases.encoding}; written to {out}"))
    return 1 if short and options.fail_on_breach else 0


def _mean_page(judging: Judging, rows: Iterator[JudgedRow], lang: Lang) -> tuple[str, bool]:
    verdict, kept = judge_mean(judging, rows)
    lines = [verdict.explain(lang)]
    unread = [judged.case for judged in kept if judged.case.verdict is None]
    if unread:
        lines.append(
            say(
                lang,
                f"注意：{len(unread)}行读不出，未计入平均：",
                f"Note: {len(unread)} rows could not be read and are not in the mean:",
            )
        )
        lines += [f"  {case.key}  {case.problem}" for case in unread[:10]]
    return "\n".join(lines), verdict.status is Status.NOT_MET


@contextmanager
def _progress(cases: CsvCases, *, quiet: bool) -> Iterator[Callable[[int], object] | None]:
    """A progress bar on a terminal, where tqdm is installed; nothing otherwise."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield None
        return
    with tqdm(total=cases.size, unit="B", unit_scale=True, desc=cases.path.name, leave=False) as bar:
        yield lambda position: bar.update(position - bar.n)
