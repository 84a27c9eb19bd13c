"""The page of JSON Schemas (JSON Schema), and the schemas themselves, as the library writes them."""

from __future__ import annotations

from pathlib import Path

from _site.markdown import code, table, text
from wushan_plan.files.json_schemas import json_schemas, write_schemas
from wushan_plan.files.json_shapes import VERSION
from wushan_plan.model.verdict import Lang

_FOLDER = "schemas"


def pages(lang: Lang) -> dict[str, str]:
    """The one page."""
    return {"reference/json-schemas": _page(lang)}


def write_files(folder: Path) -> None:
    """Writes the schemas where the page links to them."""
    write_schemas(folder / "reference" / _FOLDER)


def _page(lang: Lang) -> str:
    zh = lang == "zh"
    intro = (
        "# JSON Schema\n\n写出的每一种 JSON 文档都有一份 Schema（Draft 2020-12），由库里的类直接生成。"
        "`wushan-plan schemas 文件夹`写出同样的文件，`wushan_plan.files.json_schemas`从 Python 给出。\n\n"
        if zh
        else "# JSON Schemas\n\nEvery kind of JSON document the library writes has a schema (Draft 2020-12), made "
        "from the classes themselves. `wushan-plan schemas FOLDER` writes the same files, and "
        "`wushan_plan.files.json_schemas` gives them from Python.\n\n"
    )
    heads = ("文档", "内容", "下载") if zh else ("Document", "Holds", "Download")
    rows = []
    for name, schema in json_schemas().items():
        file = f"{name}.v{VERSION}.schema.json"
        rows.append((code(name), text(schema["description"]), f"[{file}]({_FOLDER}/{file})"))
    return intro + table(heads, rows)
