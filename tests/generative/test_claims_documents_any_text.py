"""Whatever text comes, it is read: no crash, no word lost, every place once, every row as long."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.documents.opening import read_document
from goldenthread.nouns import GoldenThreadError

PIECES = st.sampled_from(
    [
        "Referrals rose from 310 to 386", "12", "17.6%", "180 / 17.6%", "n/a", "2022/23", "Q1",
        "Total", "# ", "- ", "❖ ", "1. ", "a) ", "**", "*", "_", "`", "|", "|--|", "\t", "  ",
        "\n", "\n\n", "\f", ".", ":", "<b>", "</b>", "<sup>1</sup>", "[x](y)", "\\", "–", "---",
        "===", "> ", "```", "é", "\u00ad", "Page 3 of 9", ".....", "&amp;", "<!--", "-->",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)
WORDS = st.lists(st.from_regex(r"[A-Z][a-z]{3,7}", fullmatch=True), min_size=1, max_size=40)
CELLS = st.lists(
    st.lists(
        st.sampled_from(["", "12", "1,234", "Team", "n/a", "2022/23"]), min_size=1, max_size=6
    ),
    min_size=1,
    max_size=12,
)


def sound(document: Document) -> None:
    places = []
    for order, block in enumerate(document.blocks):
        assert block.order == order
        if isinstance(block, Grid):
            assert len({len(row) for row in block.rows}) == 1
            assert [len(row) for row in block.rows] == [len(row) for row in block.locators]
            assert 0 <= block.header_rows < max(2, len(block.rows))
            assert len(block.header) == len(block.rows[0]) > 1
            assert all(any(column) for column in zip(*block.rows, strict=True))
            places += [place for row in block.locators for place in row]
        else:
            assert block.text == " ".join(block.text.split()) != ""
    assert len(places) == len(set(places))
    passages = Counter(passage.locator for passage in document.passages)
    assert max(passages.values(), default=1) == 1


def sound_or_refused(file: Path) -> bool:
    """Whether a file is read soundly, or refused by name."""
    try:
        document = read_document(file)
    except GoldenThreadError as error:
        return file.name in str(error)
    sound(document)
    return True


@given(TEXTS, st.booleans())
def test_any_text_is_read_soundly(text: str, markdown: bool) -> None:
    sound(document_from_text("a.txt", text, markdown=markdown))


@given(WORDS, st.sampled_from([" ", "\n", "\n\n", "\n- ", " **", "** ", "\n# ", "\t"]))
def test_no_word_is_lost(words: list[str], between: str) -> None:
    document = document_from_text("a.txt", between.join(words))
    read = [passage.text for passage in document.passages]
    read += [cell for grid in document.grids for row in grid.rows for cell in row]
    seen = Counter(re.findall(r"\w+", " ".join(read)))
    once = {word for word, times in Counter(words).items() if times < 4}
    assert once <= set(seen)


@given(CELLS, st.sampled_from([("\t", "txt"), (" | ", "txt"), (",", "csv"), (";", "csv")]))
@example([["Team", ""], ["", "12", "12"], ["", "12", "12"]], ("\t", "txt"))
def test_any_table_is_read_soundly(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]], how: tuple[str, str]
) -> None:
    delimiter, ending = how
    quoted = [[f'"{c}"' if ending == "csv" else c for c in row] for row in cells]
    file = tmp_path_factory.mktemp("table") / f"table.{ending}"
    file.write_text("\n".join(delimiter.join(row) for row in quoted), encoding="utf-8")
    assert sound_or_refused(file)


@given(TEXTS)
def test_any_page_is_read_soundly(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    page = f"<html><table><tr><td>{text}<td>1<tr><td colspan=2>{text}</table><p>{text}</html>"
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(page, encoding="utf-8")
    assert sound_or_refused(file)


@given(st.binary(max_size=400), st.sampled_from(["txt", "csv", "html", "docx", "xlsx", "md"]))
def test_any_bytes_are_read_or_refused_by_name(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    file = tmp_path_factory.mktemp("any") / f"any.{ending}"
    file.write_bytes(content)
    assert sound_or_refused(file)
