"""Drawing for the notebooks: a Chinese font, one palette, and pictures that outlive the session.

A picture shown through ``keep`` or ``keep_figure`` is also written to ``notebooks/output/`` as SVG.
Pictures stand on their own light paper, so that they read the same on light and dark pages.
"""

from __future__ import annotations

import functools
import re
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import altair as alt
import matplotlib as mpl
import vl_convert
from cycler import cycler
from matplotlib import font_manager
from matplotlib.figure import Figure

from wushan_plan import Status
from wushan_plan.errors import WushanPlanError
from wushan_plan.explanation import words

if TYPE_CHECKING:
    from altair import theme

Lang = Literal["zh", "en"]

SHIPPED: Final = Path(__file__).resolve().parent.parent / "docs" / "examples"
OUTPUT: Final = Path(__file__).resolve().parent / "output"

PAPER, INK, FAINT = "#fbfaf7", "#2d3748", "#d9d7d0"
BLUE, ORANGE, GREEN, RED = "#2b6cb0", "#c05621", "#2f855a", "#b83232"
GOLD, PURPLE, TEAL, GREY = "#b7791f", "#6b46c1", "#2c7a7b", "#8a94a3"
PALETTE: Final = (BLUE, ORANGE, TEAL, GOLD, PURPLE, GREEN, RED, GREY)
"""Series in this order: neighbours differ in hue and in lightness."""

STATUS_COLOURS: Final = {
    Status.MET: BLUE,
    Status.NOT_MET: RED,
    Status.EXCUSED: GOLD,
    Status.PENDING: TEAL,
    Status.UNKNOWN: GREY,
    Status.NOT_APPLICABLE: FAINT,
}

FONTS: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "SimSun",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Arial Unicode MS",
    "Noto Sans CJK JP",
)
"""Fonts with the glyphs of simplified Chinese, the best first."""

# JupyterLab and VS Code draw Vega-Lite up to version 5. What the notebooks use is the same in 6.
_VEGALITE = "application/vnd.vegalite.v5+json"


class NoChineseFontError(WushanPlanError, LookupError):
    """No installed font holds Chinese glyphs (缺少中文字体)."""


@functools.cache
def use_chinese_font() -> str:
    """Make altair and matplotlib write Chinese, and give both the same look; the font's name.

    Raises:
        NoChineseFontError: if no font of ``FONTS`` is installed.
    """
    files = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
    font = next((name for name in FONTS if name in files), None)
    if font is None:
        raise NoChineseFontError(
            value=FONTS[0],
            rule="No installed font holds Chinese glyphs; pictures would show empty boxes.",
            where="use_chinese_font()",
            remedy="Install one and restart the kernel. Debian and Ubuntu: "
            "sudo apt-get install fonts-noto-cjk. Windows has Microsoft YaHei and macOS has PingFang SC; "
            "if it is missing, add Noto Sans SC (fonts.google.com/noto) to the system's fonts.",
            zh="本机没有中文字体，图中的汉字会成方框。"
            "Debian、Ubuntu 请运行 sudo apt-get install fonts-noto-cjk；"
            "Windows 自带微软雅黑，macOS 自带苹方，若缺失请安装 Noto Sans SC；装好后重启内核。",
        )
    vl_convert.register_font_directory(str(Path(files[font]).parent))  # it does not search every place
    mpl.rcParams.update(
        {
            "font.family": [font, "DejaVu Sans"],
            "axes.unicode_minus": False,
            "figure.facecolor": PAPER,
            "axes.facecolor": PAPER,
            "savefig.facecolor": PAPER,
            "text.color": INK,
            "axes.labelcolor": INK,
            "axes.edgecolor": GREY,
            "xtick.color": INK,
            "ytick.color": INK,
            "grid.color": FAINT,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.titlelocation": "left",
            "axes.titleweight": "bold",
            "axes.prop_cycle": cycler(color=PALETTE),
            "svg.hashsalt": "wushan_plan",  # the same picture is the same file
        }
    )
    # A page is read on other machines too: the SVG names the fonts those have.
    alt.theme.register("wushan", enable=True)(functools.partial(_theme, ", ".join((font, *FONTS[:5]))))
    return font


def keep(chart: Any, name: str) -> Picture:
    """Show an altair chart: interactive where the page can, as ``output/NAME.svg`` everywhere."""
    use_chinese_font()
    spec = chart.to_dict()
    svg = vl_convert.vegalite_to_svg(spec, vl_version=_minor(alt.SCHEMA_VERSION))
    # Several pictures may stand on one page, where a name may occur only once.
    svg = re.sub(r'(id="|url\(#)(clip|gradient)', rf"\g<1>{name}-\g<2>", svg)
    return Picture(name, svg, spec)


def keep_figure(figure: Figure, name: str) -> Picture:
    """Show a matplotlib figure, as ``output/NAME.svg``."""
    use_chinese_font()
    page = StringIO()
    figure.savefig(page, format="svg", bbox_inches="tight", metadata={"Date": None})
    svg = page.getvalue()
    return Picture(name, svg[svg.index("<svg") :])


def status_scale(lang: Lang) -> alt.Scale:
    """The colours of the statuses, for a field that holds their words in that language."""
    return alt.Scale(
        domain=[words.pick(words.STATUS[status], lang) for status in STATUS_COLOURS],
        range=list(STATUS_COLOURS.values()),
    )


class Picture:
    """What a cell shows: a static picture, and the chart itself for pages that can draw it."""

    def __init__(self, name: str, svg: str, spec: dict[str, Any] | None = None) -> None:
        self.name, self.svg, self._spec = name, svg, spec
        OUTPUT.mkdir(exist_ok=True)
        (OUTPUT / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")

    def __repr__(self) -> str:
        return f"<Picture {self.name}.svg>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        bundle: dict[str, Any] = {"image/svg+xml": self.svg, "text/plain": repr(self)}
        if self._spec is not None:
            bundle[_VEGALITE] = self._spec
        return bundle


def _minor(version: str) -> str:
    return ".".join(version.lstrip("v").split(".")[:2])


def _theme(fonts: str) -> theme.ThemeConfig:
    text: dict[str, Any] = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12}
    config: dict[str, Any] = {
        "config": {
            "font": fonts,
            "background": PAPER,
            "padding": 14,
            "view": {"stroke": None, "continuousWidth": 520, "continuousHeight": 260},
            "title": {"color": INK, "subtitleColor": INK, "fontSize": 15, "anchor": "start", "offset": 10},
            "axis": {**text, "gridColor": FAINT, "domainColor": GREY, "tickColor": GREY, "labelLimit": 360},
            "legend": {**text, "labelLimit": 360},
            "header": text,
            "text": {"color": INK, "fontSize": 12},
            "range": {"category": list(PALETTE)},
        }
    }
    return cast("theme.ThemeConfig", config)
