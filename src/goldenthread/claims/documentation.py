"""Writes the kinds of check as a page for people: ``docs/reference/checks.md``.

The page is generated, committed and compared by a test, so that it cannot fall behind the files.
"""

from collections.abc import Iterator

from goldenthread.claims.kinds import Example, Kind, kinds

_OPENING = """\
# Checks

This page is generated from `src/goldenthread/claims/checks/`: change the files there and run
`make docs`. `goldenthread check FILE...` runs every kind over the files given; the name in brackets
is the fault’s `kind` in its JSON.

A printed number stands for every value that could have been rounded to it. An *error* means that
no such values bear out what is said; a *warning*, that they only just can, or that something had
to be inferred; a *note*, that it is worth a look. A statement that cannot be understood is counted
and not guessed at.

The examples are run by a test: a fault is found in each of the wrong ones and in none of the right
ones. Their numbers are invented.
"""


def page() -> str:
    """The whole page as Markdown, ending in a newline."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    yield _OPENING
    for kind in kinds().values():
        yield f"- [{kind.title}](#{_anchor(kind)}): {kind.asks}"
    for kind in kinds().values():
        yield ""
        yield from _kind(kind)


def _heading(kind: Kind) -> str:
    return f"{kind.title} ({kind.name})"


def _anchor(kind: Kind) -> str:
    """The heading's address within the page, as readers of Markdown make it."""
    kept = (each for each in _heading(kind).lower() if each.isalnum() or each in " -_")
    return "".join(kept).replace(" ", "-")


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {_heading(kind)}"
    yield ""
    yield kind.asks
    for wrong, heading in ((True, "Wrong, and found:"), (False, "Right, and passed over:")):
        chosen = [example for example in kind.examples if example.fault is wrong]
        if chosen:
            yield ""
            yield heading
        for example in chosen:
            yield ""
            yield from _example(example)
    if kind.limits:
        yield ""
        yield "What it cannot tell:"
        yield ""
        yield from (f"- {limit}" for limit in kind.limits)


def _example(example: Example) -> Iterator[str]:
    for text in (example.text, *example.after):
        if text is not example.text:
            yield ""
            yield "and beside it"
            yield ""
        yield "```text"
        yield from (line.replace("\t", " | ") for line in text.strip("\n").split("\n"))
        yield "```"
    if example.area:
        yield ""
        beside = ", with its figure book beside it" if example.book else ""
        yield f"in a report about {example.area}{beside}."
