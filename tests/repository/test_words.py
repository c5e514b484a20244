"""British English in what people read: pages, docstrings and comments."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.factories.committed import files, name

# American spelling: the one wanted here. Endings are matched by the word's beginning.
SPELLINGS = {
    "analyz": "analys-",
    "artifact": "artefact",
    "behavior": "behaviour",
    "canceled": "cancelled",
    "catalog": "catalogue",
    "center": "centre",
    "color": "colour",
    "customiz": "customis-",
    "defense": "defence",
    "favor": "favour",
    "fulfill": "fulfil",
    "gray": "grey",
    "initializ": "initialis-",
    "labeled": "labelled",
    "labor": "labour",
    "maximiz": "maximis-",
    "minimiz": "minimis-",
    "modeling": "modelling",
    "neighbor": "neighbour",
    "normaliz": "normalis-",
    "organiz": "organis-",
    "prioritiz": "prioritis-",
    "recogniz": "recognis-",
    "serializ": "serialis-",
    "summariz": "summaris-",
    "traveled": "travelled",
    "utiliz": "use",
}
AMERICAN = re.compile(rf"\b({'|'.join(SPELLINGS)})(?!ue)[a-z]*", re.IGNORECASE)
# Words this project has plainer ones for, or that belittle the reader.
UNWANTED = re.compile(r"\b(simply|utilise|in order to|obviously|trivially)\b", re.IGNORECASE)
CODE = re.compile(r"```.*?```|``.*?``|`[^`]*`|https?://\S+|\]\([^)]*\)", re.DOTALL)


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """What a person reads in a file, with its line: code in it is left out."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield from _lines(1, text)
        return
    # To take a file apart takes long, and most have neither in their code nor in their words any.
    if not (AMERICAN.search(text) or UNWANTED.search(text)):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            words = ast.get_docstring(node, clean=False)
            if words:
                yield from _lines(node.body[0].lineno, words)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], CODE.sub("", token.string)


def _lines(first: int, text: str) -> Iterator[tuple[int, str]]:
    blanked = CODE.sub(lambda match: "\n" * match[0].count("\n"), text)
    yield from enumerate(blanked.splitlines(), first)


@cache
def everything() -> tuple[tuple[Path, int, str], ...]:
    paths = [*files(".md"), *files(".py")]
    return tuple((path, number, line) for path in paths for number, line in prose(path))


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name(path)}, line {number}: {match[0]}"
        for path, number, line in everything()
        if (match := pattern.search(line))
    ]


def test_the_spelling_is_british() -> None:
    assert AMERICAN.search("a colored catalog")
    assert not AMERICAN.search("a coloured catalogue")
    assert found(AMERICAN) == []


def test_no_word_belittles_the_reader() -> None:
    assert UNWANTED.search("simply run it")
    assert found(UNWANTED) == []
