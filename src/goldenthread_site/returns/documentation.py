"""Writes the page about a return's statuses from the table of permitted moves itself."""

from goldenthread_site.returns.rules import MOVES, CellState, Status


def page() -> str:
    """``docs/reference/return-states.md``; a test compares the two."""
    return "\n".join([*_HEAD, *_diagram(), *_moves(), *_cells()]) + "\n"


_HEAD = (
    "# The states of a return",
    "",
    "This page is generated from `src/goldenthread_site/returns/rules.py`: change the code there",
    "and run `make docs`.",
    "",
    "A return is what one agency sends for one period by one template. It has versions; each",
    "version is in one of five states. What is not drawn here is refused.",
    "",
)


def _diagram() -> list[str]:
    lines = ["```mermaid", "stateDiagram-v2", f"  [*] --> {Status.DRAFT}: begin"]
    for move in MOVES:
        for before in sorted(move.before):
            lines.append(f"  {before} --> {move.after}: {move.name}")
    return [*lines, f"  {Status.SUPERSEDED} --> [*]", "```", ""]


def _moves() -> list[str]:
    lines = ["| move | from | to | made by | provided |", "|---|---|---|---|---|"]
    for move in MOVES:
        before = ", ".join(sorted(move.before))
        lines.append(
            f"| {move.name} | {before} | {move.after} | {move.side} | {move.provided or '–'} |"
        )
    return [*lines, ""]


def _cells() -> list[str]:
    lines = ["## What a cell can say", "", "| shown as | means |", "|---|---|"]
    return lines + [f"| {each.words} | {each.meaning} |" for each in CellState]
