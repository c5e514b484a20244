"""The page of who sees what: written from what the site answered, and read back cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from goldenthread_site.accounts.roles import Role
from tests.seeing.asking import Cell
from tests.seeing.belonging import OF_A_PARTNERSHIP, Whose
from tests.seeing.line import NOT_A_THING, ROOMS, Line

Answers = dict[Cell, str]

_HEAD = """# Who sees what

Made by `make sees WRITE=1`, which asks the site itself: do not edit it. Every page is asked for as
every role, about what belongs to one’s own agency, to another agency of the same partnership, to
one in which an interest is declared, and to a partnership next door. `make test` asks again, on
SQLite and on PostgreSQL, and compares every cell. A page of the site that is not here fails it.

- **● opens**: the page is shown. **● in it** and **○ not in it**: what belongs to them is, or is
  not, on a page that lists things.
- **◆ done**: what was sent changed something. **○ nothing done**: the page took it and changed
  nothing, because what was named is none of theirs or is not theirs to change.
- **✕ refused**: the role does not open the page, or may not do this. Nothing is written.
- **○ not there**: the same answer as for something that does not exist. Nothing is written.
- **→**: sent on to another page.

Who holds a role for no agency is asked about the same agencies: the first two are alike to them.
Two answers, such as “● opens, ✕ refused”, are to looking and then to sending the form.

Roles that see children’s records are shown here with their second factor. Without it they are sent
to add or show one, whatever page they ask for. What is open to the public, and the pages of
signing in, are on the page of [roles and permissions](roles-and-permissions.md).
"""
_AGENCIES = """
## In short

**An agency sees its own returns and what the partnership has shared, never another agency’s
drafts.** These are the rows that say so; the tables below have every page."""
SHORT = (
    "A draft",
    "A submitted return",
    "An accepted return",
    "Fill in a draft",
    "Commentary kept to its writers",
    "Commentary for every reader",
)
_ANYONE_ELSES = "anyone else’s"
_OF = {Whose.OWN: "own partnership", Whose.ELSEWHERE: "another partnership"}


def page(answers: Answers, lines: Iterable[Line]) -> str:
    """The whole page, as Markdown."""
    every = list(lines)
    parts = [_HEAD, _AGENCIES, *_table([each for each in every if each.title in SHORT], answers)]
    for room in ROOMS:
        parts.append(f"\n## {room}")
        parts += _table([each for each in every if each.room == room], answers)
    return "\n".join(parts) + "\n"


def _table(lines: list[Line], answers: Answers) -> Iterator[str]:
    """Roles that are answered alike everywhere in the table share a column."""
    cells = [(line, whose) for line in lines for whose in line.of]
    columns: dict[tuple[str, ...], list[Role]] = defaultdict(list)
    for role in Role:
        columns[tuple(answers[Cell(line.title, whose, role)] for line, whose in cells)].append(role)
    yield ""
    heads = [", ".join(role.told.title for role in roles) for roles in columns.values()]
    yield _row(["Page", "Whose", *heads])
    yield _row(["---"] * (2 + len(heads)))
    for line in lines:
        alike: dict[tuple[str, ...], list[Whose]] = defaultdict(list)
        for whose in line.of:
            said = (answers[Cell(line.title, whose, roles[0])] for roles in columns.values())
            alike[tuple(said)].append(whose)
        first = True
        for said, belonging in alike.items():
            shown = f"{line.title}<br>`{_address(line)}`" if first else line.title
            yield _row([shown, _whose(line, belonging), *said])
            first = False


def _whose(line: Line, belonging: list[Whose]) -> str:
    if line.of == NOT_A_THING:
        return "–"
    if len(belonging) == len(line.of):
        return "anyone’s"
    if belonging == [each for each in Whose if each is not Whose.OWN]:
        return _ANYONE_ELSES
    names = _OF if line.of == OF_A_PARTNERSHIP else {each: each.value for each in Whose}
    return "; ".join(names[each] for each in belonging)


def _address(line: Line) -> str:
    return line.address.partition("?")[0].replace("{", "<").replace("}", ">")


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def read(text: str, lines: Iterable[Line]) -> Answers:
    """Every cell of a page that was kept. Raises ValueError for a row or a role it does not know.

    The table in short is left out: its rows stand again in the table of their room.
    """
    by_title = {each.title: each for each in lines}
    by_role = {role.told.title: role for role in Role}
    found: Answers = {}
    columns: list[list[Role]] = []
    for row in text.split(f"\n## {ROOMS[0]}\n")[1].splitlines():
        if not row.startswith("| ") or row.startswith("| ---"):
            continue
        title, whose, *said = row.removeprefix("| ").removesuffix(" |").split(" | ")
        if title == "Page":
            columns = [[by_role[name] for name in head.split(", ")] for head in said]
            continue
        line = by_title.get(title.partition("<br>")[0])
        if line is None:
            raise ValueError(f"no line asks about the row {title}")
        for belonging in _belonging(line, whose):
            for roles, answer in zip(columns, said, strict=True):
                found |= {Cell(line.title, belonging, role): answer for role in roles}
    return found


def _belonging(line: Line, told: str) -> tuple[Whose, ...]:
    if told in ("–", "anyone’s"):
        return line.of
    if told == _ANYONE_ELSES:
        return tuple(each for each in Whose if each is not Whose.OWN)
    names = _OF if line.of == OF_A_PARTNERSHIP else {each: each.value for each in Whose}
    by_name = {name: each for each, name in names.items()}
    return tuple(by_name[each] for each in told.split("; "))
