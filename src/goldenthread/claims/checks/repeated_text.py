"""Long stretches of words that stand twice in one document."""

from collections import Counter

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.alike import Block, joined, place, repeated, worded
from goldenthread.nouns.fault import Severity

LENGTH = 25  # words: about two lines of print, more than any set phrase or name of a body
# A question or a rule put to several agencies stands before each one's answer.
FORM = 3


def _run(reading: Reading, findings: Findings) -> None:
    for document in reading.documents:
        # Two entries of tables may say the same of two things: a glossary, a list of definitions.
        cells = {at for grid in document.grids for row in grid.locators for at in row}
        blocks = list(repeated(worded(document, LENGTH), LENGTH))
        often = Counter(block.there.stretch(0, LENGTH) for block in blocks)
        told = [
            block
            for block in blocks
            if often[block.there.stretch(0, LENGTH)] < FORM - 1
            and not (block.here.passage.locator in cells and block.there.passage.locator in cells)
            and not block.here.passage.text.rstrip().endswith("?")
        ]
        for block in joined(told):
            findings.add(_fault(block))


def _fault(block: Block) -> ClaimFault:
    first = place(block.there.passage, block.last_there)
    second = place(block.here.passage, block.last_here)
    where = f"twice at {first}" if first == second else f"at {first} and again at {second}"
    return ClaimFault(
        file=block.here.file,
        locator=block.here.passage.locator,
        kind=KIND.name,
        severity=Severity.WARNING,
        printed=block.opening,
        expected="",
        message=f"The same words stand {where}: keep them in one place, or write what is "
        "particular to the other.",
        evidence=f"{block.many} words are the same, from “{block.opening}”",
    )


_HUBS = (
    "Children's centres opened their doors on Saturdays for the first time, and fathers who work "
    "away in the week came with their toddlers for stories, songs and a warm meal together."
)
_FORM = "What worked well: visits were made on time and seen by a manager."

KIND = Kind(
    name="repeated_text",
    title="Repeated text",
    asks="Does a long stretch of words stand twice in one document?",
    examples=(
        Example(text=f"# Early help\n\n{_FORM}\n\n# Neglect\n\n{_FORM}", fault=False),
        Example(
            text=f"{_HUBS}\n\nIn the spring a new centre will open in the west of the town, paid "
            "for by the council and by two charities which have worked there for years.",
            fault=False,
        ),
        Example(
            text="Official: not for release\n\nReferrals rose.\n\nOfficial: not for release\n\n"
            "Assessments fell.",
            fault=False,
        ),
        Example(text=f"# Early help\n\n{_HUBS}\n\n# Neglect\n\n{_HUBS}", fault=True),
        Example(text=f"{_HUBS}\n\nPlans fell.\n\nLast spring, too: {_HUBS}", fault=True),
        Example(text=f"{_HUBS} {_HUBS}", fault=True),
    ),
    limits=(
        f"Only stretches of {LENGTH} words or more are told, word for word apart from capitals and "
        "punctuation.",
        "Two cells of tables may say the same; a cell and a paragraph may not.",
        "Questions, and text that stands three times or more, are taken for a form put to several "
        "agencies.",
        "Whether a repetition was meant (a summary that quotes a chapter) cannot be told.",
    ),
    run=_run,
)
