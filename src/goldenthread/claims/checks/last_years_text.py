"""Paragraphs of an earlier year's text that stand again in a later one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from goldenthread.claims.documents.model import Document, Passage
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.alike import Block, joined, place, runs, worded
from goldenthread.claims.sayings.years import report_year
from goldenthread.nouns.fault import Severity

SHORTEST = 20  # words of a paragraph that is looked for
RUN = 5  # words of each run looked up
ALIKE = 0.7  # of its runs that stand in one paragraph of the earlier text
_ACKNOWLEDGED = re.compile(
    r"\b(?:as (?:we|was|were|it was)? ?(?:said|reported|told|described|set out|noted)"
    r"|last year['’]s report|previous (?:annual |yearly )?report|in our last report"
    r"|we said last year)\b",
    re.IGNORECASE,
)
# What is true of one year: what was new, what is to come.
_DATED = re.compile(
    r"\b(?:this year|(?:coming|next|last|past) (?:year|months|twelve months)|looking ahead|will"
    r"|plans? to|recently|new|newly|now|today|currently|for the first time|has begun|is being)\b",
    re.IGNORECASE,
)


def _run(reading: Reading, findings: Findings) -> None:
    for later, earlier in _pairs(reading.documents):
        for block in joined(list(_carried_over(later, earlier))):
            findings.add(_fault(block, later, earlier))


def _pairs(documents: Sequence[Document]) -> Iterator[tuple[Document, Document]]:
    """This year's text with each earlier one: by their years, or else by their order."""
    years = {document.file: report_year(document) for document in documents}
    for at, one in enumerate(documents):
        for other in documents[at + 1 :]:
            first, second = years[one.file], years[other.file]
            if first and second:
                if first.ending != second.ending:
                    yield (one, other) if first.ending > second.ending else (other, one)
            elif not _is_table(one) and not _is_table(other):
                yield one, other


def _is_table(document: Document) -> bool:
    return not any(not passage.heading for passage in document.passages)


def _carried_over(later: Document, earlier: Document) -> Iterator[Block]:
    before = worded(earlier, SHORTEST, plain_digits=False)
    known: dict[int, set[int]] = defaultdict(set)
    for at, passage in enumerate(before):
        for run in runs(passage, RUN):
            known[run].add(at)
    for here in worded(later, SHORTEST, plain_digits=False):
        if _ACKNOWLEDGED.search(here.passage.text):
            continue
        hashes = list(runs(here, RUN))
        best = Counter(at for run in hashes for at in known.get(run, ())).most_common(1)
        if best and best[0][1] >= ALIKE * len(hashes):
            there = before[best[0][0]]
            if not _is_updated(here.passage.text, there.passage.text):
                yield Block(here, there, 0, len(here.words), here.passage, there.passage)


def _is_updated(here: str, there: str) -> bool:
    """Whether at least half of the numbers are new: a set form of words with this year's values."""
    then, now = _told(there), _told(here)
    new = [each for each in now if not any(each.interval.meets(old.interval) for old in then)]
    return bool(now) and 2 * len(new) >= len(now)


def _told(text: str) -> list[Quantity]:
    return [each for each in quantities_in(text) if each.measure is not Measure.OTHER]


def _fault(block: Block, later: Document, earlier: Document) -> ClaimFault:
    here = place(block.here.passage, block.last_here)
    there = place(block.there.passage, block.last_there)
    texts = [passage.text for passage in _between(later, block)]
    dated = any(_told(text) or _DATED.search(text) for text in texts)
    years = report_year(earlier), report_year(later)
    told = f", whose year is {years[0]}" if years[0] and years[1] else ", the earlier text"
    return ClaimFault(
        file=later.file,
        locator=block.here.passage.locator,
        kind=KIND.name,
        severity=Severity.WARNING if dated else Severity.NOTE,
        printed=block.opening,
        expected="",
        message=f"What stands at {here} stood in {PurePath(earlier.file).name} at {there}{told}: "
        "say what is true of this year, or that it has not changed.",
        evidence=f"{block.many} words, the same but for a few or for numbers, from "
        f"“{block.opening}”",
    )


def _between(document: Document, block: Block) -> Iterator[Passage]:
    first, last = block.here.passage.order, block.last_here.order
    return (passage for passage in document.passages if first <= passage.order <= last)


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph of the examples in two years' words."""

    year: str
    number: str

    def __str__(self) -> str:
        return (
            f"# Yearly review {self.year}\n\nOur helpline answered {self.number} calls at night, "
            "most of them from parents who had nobody else to turn to. Volunteers were trained by "
            "a nurse and two retired teachers, and met every month to talk about what they heard."
        )


_NEW = """# Yearly review 2023/24

The helpline now runs by day as well. In a survey of 60 callers two thirds said that they would not
have rung in the night, and the volunteers' rota was changed so that nobody answers alone."""
_FACT = "# Yearly review 2023/24\n\nThe county has 310 schools and two hospitals."

KIND = Kind(
    name="last_years_text",
    title="Last year’s text",
    asks="Is a paragraph of an earlier year’s text pasted again into a later one?",
    examples=(
        Example(text=_NEW, after=(str(_Text("2022/23", "310")),), fault=False),
        Example(text=_FACT, after=(_FACT.replace("2023/24", "2022/23"),), fault=False),
        Example(
            text=str(_Text("2023/24", "310")), after=(str(_Text("2023/24", "310")),), fault=False
        ),
        Example(
            text=str(_Text("2023/24", "310")), after=(str(_Text("2022/23", "310")),), fault=True
        ),
        Example(
            text=str(_Text("2022/23", "310")), after=(str(_Text("2023/24", "310")),), fault=True
        ),
        Example(
            text=str(_Text("2023/24", "452")), after=(str(_Text("2022/23", "310")),), fault=False
        ),
        Example(
            text=f"{_NEW}\n\n{str(_Text('2023/24', '310')).partition('24')[2]}",
            after=(str(_Text("2022/23", "310")),),
            fault=True,
        ),
    ),
    limits=(
        "The texts’ years are taken from their names, titles or the year they speak of most; where "
        "none is found, the first text given is taken for this year’s.",
        "A paragraph at least half of whose numbers are new is a set form of words brought up to "
        "date, and passes.",
        f"Paragraphs shorter than {SHORTEST} words, which may be plain facts of a place, are left "
        "out.",
        "Whether a paragraph is still true a year later cannot be told: without a number in it, or "
        "a word such as “this year” or “will”, it is only a note.",
    ),
    run=_run,
)
