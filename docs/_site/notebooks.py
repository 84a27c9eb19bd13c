"""The notebooks on the site (笔记本): each run once for each language, its charts made ready for the page.

A source holds Markdown in both languages, cell by cell, and a parameter cell. One language's notebook is
the source without the other's cells, its parameter set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from _site.markdown import table, toctree
from _site.places import LANGS, NOTEBOOKS, notebook_files
from wushan_plan.model.verdict import Lang

_PARAMETER = re.compile(r'^(lang\s*=\s*)"\w+".*$', re.MULTILINE)
_CHART = re.compile(r"application/vnd\.vegalite\.v\d+(\.\d+)*\+json")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_SECONDS = 300
"""A cell that takes longer has gone wrong."""


def in_language(source: Path, lang: Lang) -> Any:
    """The notebook of one language, not yet run."""
    import jupytext

    notebook = jupytext.read(source)
    notebook.cells = [cell for cell in notebook.cells if cell.metadata.get("lang", lang) == lang]
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", ()):
            cell.source = _PARAMETER.sub(rf'\g<1>"{lang}"', cell.source)
    return notebook


def stage(folders: Mapping[Lang, Path], *, run: bool = True) -> None:
    """Writes every notebook and a page that lists them into the folder of each language.

    Args:
        folders: where the pages of each language lie.
        run: whether cells are run; without it the notebooks have no outputs.
    """
    import nbformat

    made = [(source, lang, in_language(source, lang)) for source in notebook_files() for lang in LANGS]
    if run:
        with ThreadPoolExecutor(max_workers=2) as pool:
            for _ in pool.map(lambda one: _run(*one), made):
                pass
    for lang in LANGS:
        folder = folders[lang] / "notebooks"
        folder.mkdir(parents=True, exist_ok=True)
        listed = [(source, notebook) for source, spoken, notebook in made if spoken == lang]
        for source, notebook in listed:
            ready = with_charts(notebook)
            nbformat.write(ready, folder / f"{source.stem}.ipynb")
        (folder / "index.md").write_text(_list(listed, lang), "utf-8", newline="\n")


def _run(source: Path, lang: Lang, notebook: Any) -> None:
    from nbclient import NotebookClient

    print(f"{source.name} ({lang}) …", flush=True)
    client = NotebookClient(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=40"],  # a kernel warns of its own loopback connection
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    try:
        client.execute()
    except Exception as error:
        error.add_note(f"in {source.name}, language {lang}")
        raise


def with_charts(notebook: Any) -> Any:
    """The notebook with every interactive chart as a page shows it: the picture, and the chart beside it."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            kind = next((kind for kind in data if _CHART.fullmatch(kind)), None)
            if kind is not None:
                output["data"] = {"text/html": chart_html(data[kind], data.get("image/svg+xml", ""))}
    return notebook


def chart_html(spec: Mapping[str, Any], svg: str) -> str:
    """A chart for the page: a static picture, which ``charts.js`` replaces where scripts run."""
    # Inside a script element nothing but its end tag is read as HTML.
    inside = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    return (
        '<div class="chart">'
        f'<div class="chart-picture">{svg[svg.find("<svg") :] if "<svg" in svg else ""}</div>'
        f'<script type="application/json">{inside}</script></div>'
    )


def chart_script() -> str:
    """The libraries that draw charts, as one script that loads nothing else."""
    import altair
    import vl_convert

    version = ".".join(altair.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=version)
    return f"(() => {{\n{bundle}\n}})();\n"  # its names are short, and the theme has short names too


def _list(listed: list[tuple[Path, Any]], lang: Lang) -> str:
    zh = lang == "zh"
    intro = (
        "# 笔记本\n\n每个笔记本都在建站时运行过，页面上是真实的输出。图可以放大、查看数值。"
        "源文件在`notebooks/`，怎样打开见[操作指南](../how-to/notebooks.md)。\n\n"
        if zh
        else "# Notebooks\n\nEvery notebook was run when the site was built; the outputs are real. Charts answer to "
        "the pointer. The sources lie in `notebooks/`; the [how-to guide](../how-to/notebooks.md) says how to "
        "open them.\n\n"
    )
    rows = [
        (f"[{_title(notebook, source)}]({source.stem}.ipynb)", f"`{source.name}`")
        for source, notebook in listed
    ]
    return (
        intro
        + table(("笔记本", "源文件") if zh else ("Notebook", "Source"), rows)
        + toctree(source.stem for source, _ in listed)
    )


def _title(notebook: Any, source: Path) -> str:
    return next(_titles(notebook), source.stem)


def _titles(notebook: Any) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            found = _TITLE.search(cell.source)
            if found:
                yield found[1]
