"""Tables that a file has lost the lines of, so that their rows stand in the text, with a total.

"Junior schools 64,491 9,983 (15.5%) Senior schools ... Total 118,778 16,824 (15.7%)": each row is
words and then its numbers, as many as the total has. Where one column adds up and another does not,
or two digits changed about in one number would make the only one add up, it is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.mended import swap_mends
from goldenthread.claims.wholes.unmade import Unmade

_COUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.,/:–-]*\d)(?!%)"
_SHARE = r"\(?\d+(?:\.\d+)?\s?%\)?"
_CELL = re.compile(rf"(?P<share>{_SHARE})|(?P<count>{_COUNT})")
_RUN = re.compile(rf"(?<![\w£.,/<–-])(?:(?:{_SHARE}|{_COUNT})(?:[ \t]+|(?=\n)|$))+")
_TOTAL = re.compile(
    rf"\b(?:(?:grand|overall) )?total(?: number| count)?s?:?[ \t]+(?P<cells>(?:{_SHARE}|{_COUNT})"
    rf"(?:[ \t]+(?:{_SHARE}|{_COUNT}))*)",
    re.IGNORECASE,
)
_WITHHELD = re.compile(r"[<≤]\s?\d")
_FEWEST, _MOST = 3, 40
_NEAR = Fraction(4, 3)
_HUNDRED = 100  # shares that are rounded make it within half a point each


@dataclass(frozen=True, slots=True)
class _Row:
    """The numbers of one row, and what each is: a count or a share."""

    counts: tuple[str, ...]
    signs: str


def unmade_below(reading: Reading) -> Iterator[Unmade]:
    """Every total of a lost table that the rows before it do not make."""
    passages = reading.passages
    for at, (document, passage) in enumerate(passages):
        found = list(_TOTAL.finditer(passage.text))
        if len(found) != 1:
            continue
        before = [each for of, each in passages[max(0, at - _MOST) : at] if of is document]
        above = _above(before, passage, found[0].start())
        failed = _fails(above, _read(found[0]["cells"]))
        sentence = _sentence(reading, document.file, passage) if failed else None
        if failed and sentence:
            yield Unmade(sentence=sentence, whole=failed[0], parts=failed[1])


def _above(before: Sequence[Passage], passage: Passage, end: int) -> str:
    """What stands above a total as far up as each passage ends in numbers."""
    lines = [passage.text[:end]]
    order = passage.order
    for each in reversed(before):
        run = list(_RUN.finditer(each.text))
        if each.order != order - 1 or not run or run[-1].end() < len(each.text.rstrip()):
            break
        lines.insert(0, each.text)
        order = each.order
    return "\n".join(lines)


def _read(cells: str) -> _Row:
    found = list(_CELL.finditer(cells))
    signs = "".join("%" if each["share"] else "n" for each in found)
    return _Row(tuple(each["count"] for each in found if each["count"]), signs)


def _fails(above: str, total: _Row) -> tuple[Quantity, tuple[Quantity, ...]] | None:
    """The one number of a total that its column does not make, and the column."""
    rows: list[_Row] = []
    start = len(above)
    for run in reversed(list(_RUN.finditer(above))):
        row = _read(run.group())
        shape = rows[0].signs if rows else row.signs
        if row.signs == "n" and "%" in shape:
            continue  # a number in a row's own name
        if not row.signs.endswith(shape) and not (rows and shape.endswith(row.signs)):
            break
        rows.append(row)
        start = run.start()
    width = min((row.signs.count("n") for row in rows), default=0)
    if len(rows) < _FEWEST or not 0 < width == len(total.counts) or _WITHHELD.search(above, start):
        return None
    held, failed = 0, []
    for column in range(width):
        whole = _quantity(total.counts[column])
        parts = tuple(_quantity(row.counts[column - width]) for row in reversed(rows))
        made = sum((each.value for each in parts), Fraction(0))
        rounded = whole.value == _HUNDRED and 2 * abs(made - whole.value) <= len(parts)
        if made == whole.value or rounded:
            held += 1
        elif max(made, whole.value) <= min(made, whole.value) * _NEAR:
            failed.append((whole, parts))
    if len(failed) != 1 or held + 1 != width:
        return None
    return failed[0] if held or swap_mends(*failed[0]) else None


def _quantity(text: str) -> Quantity:
    value = Fraction(text.replace(",", ""))
    return Quantity(
        text=text,
        start=0,
        end=len(text),
        value=value,
        interval=Interval.exactly(value),
        measure=Measure.COUNT,
    )


def _sentence(reading: Reading, file: str, passage: Passage) -> Sentence | None:
    """The sentence in which the total stands."""
    for each in (*reading.lost_rows, *reading.sentences):
        if each.file == file and each.passage is passage and _TOTAL.search(each.text):
            return each
    return None
