"""The same measure printed in two tables, or twice in one, with different numbers."""

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.crossed import crossed
from goldenthread.claims.tables.retold import retold
from goldenthread.claims.tables.series import Differing, differing
from goldenthread.claims.tables.splits import apart
from goldenthread.claims.tables.table import tables_of
from goldenthread.claims.tables.tidy import repeated
from goldenthread.claims.tables.titled import titled
from goldenthread.nouns.fault import Severity


def run(reading: Reading, findings: Findings) -> None:
    """Hold the tables of all documents against each other."""
    tables = tables_of(reading)
    told: set[frozenset[tuple[str, str]]] = set()  # a table printed twice is told once
    pairs: set[frozenset[tuple[str, str]]] = set()
    every = (
        *apart(tables, reading.documents),
        *differing(tables),
        *retold(tables),
        *crossed(tables),
        *titled(tables),
        *(each for table in tables for each in repeated(table)),
    )
    for found in every:
        places = frozenset(
            ((found.file, found.cell.locator), (found.other_file, found.other.locator))
        )
        if places in pairs:
            continue
        pairs.add(places)
        names = frozenset(((found.name, found.cell.text), (found.other_name, found.other.text)))
        if names not in told:
            told.add(names)
            findings.add(_fault(found))


def _fault(found: Differing) -> ClaimFault:
    elsewhere = f"{found.other_file}, " if found.other_file != found.file else ""
    place = f"{elsewhere}{found.other.locator}"
    return ClaimFault(
        file=found.file,
        locator=found.cell.locator,
        kind=KIND.name,
        severity=Severity.ERROR if found.sure else Severity.WARNING,
        printed=found.cell.text,
        expected="",
        message=(
            f"{found.name} is printed here as {found.cell.text} and in another place ({place}) as "
            f"{found.other.text} ({found.other_name}): find out which is right, or say how the two "
            "differ."
        ),
        evidence=f"{found.cell.text} here, {found.other.text} at {place}; {found.reason}",
    )


KIND = Kind(
    name="same_measure",
    title="One measure with two values",
    asks="Is the same measure of the same place and period printed in two tables with two values?",
    examples=(
        Example(
            text=(
                "Fines by ward\n\n| Ward | Fines 2021/22 |\n|---|---|\n| Oak | 20 |\n| Elm | 31 |\n"
                "| Total fines | 51 |\n\nFines by cause\n\n| Cause | Fines 2021/22 |\n|---|---|\n"
                "| Litter | 30 |\n| Noise | 24 |\n| Total fines | 54 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "Loans\n\n| Branch | 2019 | 2020 |\n|---|---|---|\n| Hill | 402 | 388 |\n"
                "| Quay | 251 | 260 |"
            ),
            after=(
                "Loans\n\n| Branch | 2020 | 2021 |\n|---|---|---|\n| Hill | 388 | 371 |\n"
                "| Quay | 206 | 255 |",
            ),
            fault=True,
        ),
        Example(
            text=(
                "Booked\n\n| Kind | Q1 | Q2 | Q3 | Q4 | Year |\n|---|---|---|---|---|---|\n"
                "| Places booked | 149 | 137 | 172 | 275 | 733 |\n\nBooked by body\n\n"
                "| Body | Q1 | Q2 | Q3 | Q4 | Year |\n|---|---|---|---|---|---|\n"
                "| Council | 100 | 90 | 112 | 200 | 502 |\n| Others | 49 | 47 | 50 | 75 | 221 |\n"
                "| Total | 149 | 137 | 162 | 275 | 723 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "Loans made, by branch\n\n| Branch | 2020-21 | 2021-22 |\n|---|---|---|\n"
                "| Hill | 402 | 388 |\n| Quay | 251 | 260 |\n| Mill | 97 | 114 |\n\n"
                "Loans made in 2021-22 and their cost, by branch\n\n"
                "| Branch | Loans made | Cost of each |\n|---|---|---|\n"
                "| Hill | 388 | £1.20 |\n| Quay | 206 | £1.31 |\n| Mill | 114 | £1.12 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "Two years of the library\n\n| | 2020/21 | 2021/22 |\n|---|---|---|\n"
                "| Books lent | 164 | 187 |\n| Maps lent | 129 | 171 |\n\n"
                "By branch\n\n| Branch | Books lent | Maps lent |\n|---|---|---|\n"
                "| Hill | 92 | 41 |\n| Quay | 57 | 38 |\n| Mill | 38 | 38 |\n"
                "| Library 2021/22 | 187 | 117 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "Two years of the library\n\n| | 2020/21 | 2021/22 |\n|---|---|---|\n"
                "| Books lent | 164 | 187 |\n| Maps lent | 129 | 171 |\n\n"
                "By branch\n\n| Branch | Books lent | Maps lent |\n|---|---|---|\n"
                "| Hill | 92 | 41 |\n| Quay | 57 | 38 |\n| Mill | 15 | 50 |\n"
                "| Library 2020/21 | 164 | 129 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Loans made, by branch\n\n| Branch | 2020-21 | 2021-22 |\n|---|---|---|\n"
                "| Hill | 402 | 388 |\n| Quay | 251 | 260 |\n| Mill | 97 | 114 |\n\n"
                "Loans returned in 2021-22, by branch\n\n"
                "| Branch | Loans returned | Cost of each |\n|---|---|---|\n"
                "| Hill | 388 | £1.20 |\n| Quay | 206 | £1.31 |\n| Mill | 114 | £1.12 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Fines by ward\n\n| Ward | Fines 2021/22 |\n|---|---|\n| Oak | 20 |\n| Elm | 31 |\n"
                "| Total fines | 51 |\n\nFines by cause\n\n| Cause | Fines 2021/22 |\n|---|---|\n"
                "| Litter | 30 |\n| Noise | 21 |\n| Total fines | 51 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Helpers, May 2019\n\n| Role | Helpers |\n|---|---|\n| Cook | 12 |\n"
                "| Driver | 9 |\n\nHelpers, May 2020\n\n| Role | Helpers |\n|---|---|\n"
                "| Cook | 14 |\n| Driver | 7 |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "Calls by month\n\n| Month | Answered |\n|---|---|\n| May | 310 |\n"
                "| June | 298 |\n\nLetters by month\n\n| Month | Answered |\n|---|---|\n"
                "| May | 44 |\n| June | 51 |"
            ),
            fault=False,
        ),
    ),
    limits=(
        "Two numbers are of one thing where row, column, period and the subject of the title "
        "agree, or where the rest of two series agrees; the same thing under two names is "
        "known only where all the other rows of the two tables agree.",
        "Where the period is nowhere printed, tables of different files are not compared. Two "
        "splits of one thing in one file are, unless a heading between them or a note (not "
        "recorded, includes, provisional) may part them.",
        "Numbers said to be provisional, revised, or at other prices are let differ.",
    ),
    run=run,
)
