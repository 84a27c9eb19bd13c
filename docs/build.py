"""Builds the site in both languages into ``build/docs/html`` (建站).

    python docs/build.py                       # everything; any warning is an error
    python docs/build.py --without-notebooks   # notebooks are shown but not run
    python docs/build.py --lenient             # warnings are told but are no errors

Nothing is fetched: scripts and fonts lie beside the pages.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from _site import notebooks, staging
from _site.links import broken_links, external_links
from _site.places import BUILD, CHARTS, DOCS, LANGS
from _site.wording import write_catalogues
from wushan_plan.model.verdict import Lang

HTML = BUILD / "html"
OUT = BUILD / "sphinx"
"""Each language is built in a folder of its own: notebooks leave files beside the pages."""
_FRONT = DOCS / "_site" / "front.html"


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds the site; 0 when it stands without a warning and without a broken link."""
    parser = argparse.ArgumentParser(description="Builds the documentation in both languages.")
    parser.add_argument("--without-notebooks", action="store_true", help="do not run the notebooks")
    parser.add_argument("--lenient", action="store_true", help="warnings are no errors")
    options = parser.parse_args(arguments)
    begun = time.monotonic()

    folders: dict[Lang, Path] = {lang: BUILD / "pages" / lang for lang in LANGS}
    for lang, folder in folders.items():
        staging.stage(lang, folder)
    notebooks.stage(folders, run=not options.without_notebooks)
    CHARTS.mkdir(parents=True, exist_ok=True)
    (CHARTS / "vega.js").write_text(notebooks.chart_script(), "utf-8", newline="\n")
    write_catalogues()

    shutil.rmtree(HTML, ignore_errors=True)
    shutil.rmtree(OUT, ignore_errors=True)
    HTML.mkdir(parents=True)
    running = [_sphinx(lang, folder, strict=not options.lenient) for lang, folder in folders.items()]
    failed = [process.wait() for process in running]
    for lang in LANGS:
        shutil.move(OUT / lang / "html", HTML / lang)
    shutil.copyfile(_FRONT, HTML / "index.html")

    broken = list(broken_links(HTML))
    for line in broken:
        print(f"broken link: {line}", file=sys.stderr)
    outside = external_links(HTML)
    (BUILD / "external-links.txt").write_text("".join(f"{one}\n" for one in outside), "utf-8", newline="\n")
    print(
        f"{HTML / 'index.html'}: {time.monotonic() - begun:.0f} s; {len(outside)} links lead outside the site"
    )
    return 1 if any(failed) or (broken and not options.lenient) else 0


def _sphinx(lang: Lang, pages: Path, *, strict: bool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-c", str(DOCS)]
    command += ["-d", str(OUT / lang / "doctrees"), "-E"]
    command += ["-W", "--keep-going"] if strict else []
    return subprocess.Popen(
        [*command, str(pages), str(OUT / lang / "html")],
        env={**os.environ, "SITE_LANG": lang, "PYTHONHASHSEED": "0"},
    )


if __name__ == "__main__":
    raise SystemExit(main())
