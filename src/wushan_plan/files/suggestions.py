"""Which column carries which fact (列与事实的对应).

A column is taken without asking only where its name says so and no other column says it as well: the
label of the fact itself, or the same event under another ending (受理时间 for 受理日期). A neighbouring
event (申请日期 for 受理日期) is a suggestion only: it would move the clock.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from wushan_plan.errors import CaseFileError
from wushan_plan.files.case_file import LEVELS, CaseFile
from wushan_plan.files.headers import bare
from wushan_plan.files.judging import cell_facts, check_names, check_needed
from wushan_plan.model.commitment import Commitment
from wushan_plan.model.facts import Fact, FactKind

_ENDINGS = ("日期", "时间", "时刻", "日")
_QUESTIONS = ("是否已", "是否在", "是否为", "是否")
_NEIGHBOURS = (
    frozenset({"受理", "申请", "报装", "登记", "收件", "接件", "受理申请", "提交", "申报", "开始", "起算"}),
    frozenset(
        {"办结", "完成", "办理完成", "完工", "竣工", "结束", "通水", "通电", "通气", "接通", "接入", "送达"}
    ),
    frozenset({"签订", "采购合同签订", "合同签订", "签约"}),
    frozenset({"验收", "组织履约验收", "履约验收"}),
    frozenset({"支付", "付款", "办理支付手续", "资金支付"}),
    frozenset({"收到发票", "开票", "发票"}),
    frozenset({"中标通知书发出", "成交通知书发出", "中标通知", "中标"}),
)
"""Events that offices put down for one another; they are not the same day."""
_ONLY_BY_NAME = frozenset({"excuse"})
"""A recorded reason turns a miss into an excuse; no other column is ever taken for one."""
_ALIKE = 0.6
_MOST_NEAR = 3


@attrs.frozen
class ColumnSuggestions:
    """Which column carries which fact (列对应建议).

    Attributes:
        certain: fact name to the one column that names it.
        near: fact name to the columns that may be meant; a person has to say so.
    """

    certain: Mapping[str, str]
    near: Mapping[str, tuple[str, ...]]


def labels_of(commitment: Commitment) -> tuple[str, ...]:
    """The names under which columns of a commitment's facts are looked for."""
    return tuple(label for fact in cell_facts(commitment).values() for label in (fact.zh, fact.en))


def suggest_columns(commitment: Commitment, columns: Sequence[str]) -> ColumnSuggestions:
    """The columns that carry the facts of ``commitment``.

    Args:
        commitment: whose facts.
        columns: the columns of a case file.
    """
    facts = dict(cell_facts(commitment))
    certain: dict[str, str] = {}
    near: dict[str, tuple[str, ...]] = {}
    for fact in facts.values():
        found = _named(fact, columns)
        if len(found) == 1:
            certain[fact.name] = found[0]
        elif found:
            near[fact.name] = tuple(found)
    for name, column in list(certain.items()):
        if list(certain.values()).count(column) > 1:
            near[name] = (column,)
    certain = {name: column for name, column in certain.items() if name not in near}
    if "start" in facts and facts["start"].optional:
        del facts["start"]  # a clock with several starting events asks for each of them
        certain.pop("start", None)
        near.pop("start", None)
    free = [column for column in columns if column not in certain.values()]
    for fact in facts.values():
        if fact.name not in certain and fact.name not in near and fact.name not in _ONLY_BY_NAME:
            alike = _alike(fact, free)
            if alike:
                near[fact.name] = alike
    return ColumnSuggestions(certain, near)


def matched_columns(
    commitment: Commitment, cases: CaseFile, named: Mapping[str, str], without: Collection[str] = ()
) -> tuple[dict[str, str], dict[str, str]]:
    """The column of each fact in a case file; and those of them that nobody named.

    Args:
        commitment: whose facts.
        cases: the file.
        named: columns by fact name, as somebody named them.
        without: facts that have no column, as somebody said.

    Raises:
        CaseFileError: for a column that is not there, a needed fact without one, and where the start or
            the end of the clock cannot be told: without an end every case would count as open.
        UnknownNameError: for a fact the commitment does not ask for.
    """
    check_names(commitment, named)
    columns = {name: cases.require(column) for name, column in named.items()}
    suggested = suggest_columns(commitment, cases.columns)
    found = {
        name: column
        for name, column in suggested.certain.items()
        if name not in columns and name not in without and column not in columns.values()
    }
    columns |= found
    open_ends = [name for name in ("start", "end") if name not in columns and name not in without]
    unsure = {name: suggested.near[name] for name in open_ends if name in suggested.near}
    where = str(cases.path)
    if unsure:
        shown = [f"--{name} {' | '.join(near)}" for name, near in unsure.items()]
        raise CaseFileError(
            value=list(unsure),
            rule="no column is certain to carry this fact.",
            where=where,
            remedy=f"Name it, for example {'; '.join(shown)}; or '' where there is none.",
            zh="这些事实对应哪一列不能确定，请指明，如 " + "；".join(shown) + "；确实没有的写 ''",
        )
    if "end" in open_ends and "end" in cell_facts(commitment):
        label = cell_facts(commitment)["end"].zh
        raise CaseFileError(
            value=["end"],
            rule="no column carries the end of the clock.",
            where=where,
            remedy="Name it with --end COLUMN; or write --end '' where there is none and every case is open.",
            zh=f"没有找到{label}的列，请用 --end 列名 指明；确实没有的写 --end ''，各件按未办结判定",
        )
    check_needed(commitment, columns, where)
    return columns, found


def _named(fact: Fact, columns: Sequence[str]) -> list[str]:
    """Columns that name the fact, by the surest way that finds any."""
    exact = {bare(fact.zh), bare(fact.en), bare(fact.name)}
    found = [column for column in columns if {_leaf(column), bare(column.replace(LEVELS, ""))} & exact]
    if found or fact.name in _ONLY_BY_NAME:
        return found
    stems = _stems(bare(fact.zh), fact.kind)
    return [column for column in columns if _stems(_leaf(column), fact.kind) & stems]


def _stems(label: str, kind: FactKind) -> frozenset[str]:
    """A label without the words that say only what kind of value it is."""
    if kind is FactKind.DATE:
        for ending in _ENDINGS:
            if label.endswith(ending) and len(label) > len(ending):
                return frozenset({label.removesuffix(ending)})
        return frozenset()
    if kind is FactKind.TRUTH:
        return frozenset({label, *(label.replace(one, "", 1) for one in _QUESTIONS if one in label)})
    return frozenset({label})


def _alike(fact: Fact, columns: Iterable[str]) -> tuple[str, ...]:
    """Columns that may be meant: a neighbouring event, a part of the label, nearly the same letters."""
    label = bare(fact.zh)
    stems = _stems(label, fact.kind) or {label}
    ranked: list[tuple[float, str]] = []
    for column in columns:
        leaf = _leaf(column)
        other = _stems(leaf, fact.kind)
        neighbours = any(group & stems and group & other for group in _NEIGHBOURS)
        part = any(len(stem) > 1 and (stem in leaf or leaf in stem) for stem in stems) and len(leaf) > 1
        likeness = max(
            difflib.SequenceMatcher(None, leaf, name).ratio() for name in (label, bare(fact.en), fact.name)
        )
        if fact.kind is FactKind.DATE and not other:
            part = False  # 受理人 is no date
        if neighbours or part or likeness >= _ALIKE:
            ranked.append((2.0 if neighbours else 1.5 if part else likeness, column))
    ranked.sort(key=lambda entry: -entry[0])
    return tuple(column for _, column in ranked[:_MOST_NEAR])


def _leaf(column: str) -> str:
    return bare(column.rpartition(LEVELS)[2])
