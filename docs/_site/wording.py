"""What the theme says (主题用语): Sphinx's own catalogue does not know the theme's words."""

from __future__ import annotations

from _site.places import BUILD

LOCALES = BUILD / "locales"

_ENGLISH = {"Variables": "Attributes"}
_CHINESE = {
    "Variables": "属性",
    "On this page": "本页内容",
    "Skip to content": "跳到正文",
    "Back to top": "回到顶部",
    "View this page": "查看本页",
    "Toggle site navigation sidebar": "展开或收起导航",
    "Toggle table of contents sidebar": "展开或收起本页目录",
    "Toggle Light / Dark / Auto color theme": "切换浅色、深色",
    "Home": "首页",
    "Made with ": "由",
    "Next": "下一页",
    "Previous": "上一页",
    "Search": "检索",
    "Bases: %s": "基类：%s",
}


def write_catalogues() -> None:
    """Writes the catalogues where Sphinx looks for them before its own."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    for locale, words in (("en", _ENGLISH), ("zh_CN", _CHINESE)):
        catalogue = Catalog(locale=locale)
        for theirs, ours in words.items():
            catalogue.add(theirs, ours)
        path = LOCALES / locale / "LC_MESSAGES" / "sphinx.mo"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_mo(file, catalogue)
