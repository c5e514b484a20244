"""Whatever is withheld leaves no trace: other hidden counts give the same report, byte for byte.

The hidden counts of a made-up partnership are varied among values that fit what is printed. Were
anything in any output to depend on one of them (an order, a mark, a sentence, a file's size), the
outputs would differ.
"""

import csv
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest
from lxml import html

from goldenthread.report.make import make_report
from tests.factories.small_counts import COUNTS, FOSTERING, a_partnership, raise_threshold

# By how much a rectangle of hidden counts may turn without changing any row or column, and the
# children privately fostered on the days on which their number is withheld.
WORLDS = {
    "as it is": (0, (419, 586)),
    "turned one way": (113, (802, 31)),
    "turned the other": (-204, (586, 586)),
}

# Nobody prints these by chance: the hidden counts of the first world, and two withheld shares.
CANARIES = ("737", "3907", "1533", "1689", "419", "586", "16.3", "37.4")
IN_WORDS = ("seven hundred and thirty", "four hundred and nineteen", "five hundred and eighty")
PRINTED = "4210"


def turned(by: int) -> dict[str, tuple[int, ...]]:
    """The counts of another world: November and December exchange some, so that all sums stay."""
    counts = {issue: list(row) for issue, row in COUNTS.items()}
    for issue, sign in (("Domestic violence", 1), ("Physical abuse", -1)):
        counts[issue][1] += sign * by
        counts[issue][2] -= sign * by
    return {issue: tuple(row) for issue, row in counts.items()}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    """The report's outputs in every world, by file name."""
    made = {}
    with pytest.MonkeyPatch.context() as patched:
        raise_threshold(patched)
        for number, (name, (by, (before, now))) in enumerate(WORLDS.items()):
            place = tmp_path_factory.mktemp("world") / str(number)
            fostering = FOSTERING | {"2023-03-31": before, "2024-03-31": now}
            partnership = a_partnership(place / "ours", turned(by), fostering)
            out = place / "out"
            report = make_report(
                out=out, partnership=partnership, contents=str(partnership / "contents.toml")
            )
            assert report.holds, report.lines()
            made[name] = {
                path.relative_to(out).as_posix(): path.read_bytes()
                for path in sorted(out.rglob("*"))
                if path.is_file()
            }
    return made


def test_the_worlds_withhold_what_they_were_made_to_withhold(worlds):
    entries = json.loads(worlds["as it is"]["thread.json"])["figures"]
    withheld = {
        (each["period"], each["breakdown"])
        for each in entries
        if each["indicator"] == "contacts" and each["symbol"] == "c"
    }
    corners = {(month, issue) for month in ("2023-11", "2023-12") for issue in turned(0)}
    assert withheld == {(month, f"issue={issue}") for month, issue in corners if issue != "Neglect"}


@pytest.mark.parametrize("world", [name for name in WORLDS if name != "as it is"])
def test_every_output_is_the_same_whatever_is_hidden(worlds, world):
    here, there = worlds["as it is"], worlds[world]
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_no_digest_of_a_table_of_our_own_is_printed(worlds):
    entries = json.loads(worlds["as it is"]["thread.json"])["figures"]
    own = [each for each in entries if each["source"].startswith("local.")]
    assert own
    assert {each["digest"] for each in own} == {""}
    assert any(each["digest"] for each in entries), "of public files it is"


def texts(outputs: dict[str, bytes]) -> dict[str, str]:
    """What a person or a program can read out of every output, by a name that says where."""
    page = html.fromstring(outputs["index.html"])
    attributes = [
        value
        for element in page.iter()
        for name, value in element.attrib.items()
        if name in ("alt", "title", "content", "aria-label", "summary", "data-value")
    ]
    pictures = [" ".join(each.itertext()) for each in page.iter("{*}svg", "svg")]
    book = zipfile.ZipFile(BytesIO(outputs["tables.xlsx"]))
    sheets = openpyxl.load_workbook(BytesIO(outputs["tables.xlsx"]))
    document = pypdfium2.PdfDocument(outputs["report.pdf"])
    pages = [page.get_textpage().get_text_range() for page in document]
    with pikepdf.open(BytesIO(outputs["report.pdf"])) as pdf:
        told = [str(value) for value in pdf.docinfo.values()] + [str(pdf.Root.get("/Metadata"))]
        told += [
            str(each[name])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary)
            for name in ("/Alt", "/ActualText")
            if name in each
        ]
    return {
        "the page": " ".join(page.itertext()),
        "the page’s attributes": "\n".join(attributes),
        "the pictures": "\n".join(pictures),
        "the PDF": "\n".join(pages),
        "the PDF’s descriptions": "\n".join(told),
        # Of a sheet its cells: in the XML they are numbers of shared texts, which mean nothing.
        **{
            f"the workbook’s {name}": re.sub(r"<[^>]+>", " ", book.read(name).decode())
            for name in book.namelist()
            if name.endswith((".xml", ".rels")) and "worksheets/sheet" not in name
        },
        **{
            f"the workbook’s sheet {sheet.title}": "\n".join(
                str(cell) for row in sheet.values for cell in row
            )
            for sheet in sheets
        },
        **{name: cells(outputs[name]) for name in ("figures.csv", "figures.meta.csv")},
        **{name: outputs[name].decode() for name in ("thread.json", "checks.json")},
    }


def cells(table: bytes) -> str:
    """The cells of a CSV file, one on a line."""
    return "\n".join(cell for row in csv.reader(table.decode().splitlines()) for cell in row)


def stands_in(number: str, text: str) -> bool:
    """Whether a number stands in a text by itself, with or without its comma."""
    thousands = re.fullmatch(r"(\d)(\d{3})", number)
    written = rf"{thousands[1]},?{thousands[2]}" if thousands else re.escape(number)
    return bool(re.search(rf"(?<![\w.])(?<!\d,){written}(?!\w)", text))


def test_no_hidden_count_can_be_read_anywhere_in_figures_or_in_words(worlds):
    for place, text in texts(worlds["as it is"]).items():
        assert [number for number in CANARIES if stands_in(number, text)] == [], place
        assert [words for words in IN_WORDS if words in text.casefold()] == [], place


def test_the_search_finds_what_is_printed(worlds):
    """Otherwise nothing found would mean nothing."""
    found = {place for place, text in texts(worlds["as it is"]).items() if stands_in(PRINTED, text)}
    assert {"the page", "the PDF", "figures.csv", "thread.json"} <= found
    assert any(place.startswith("the workbook’s sheet") for place in found)


def test_without_protection_the_worlds_would_differ(tmp_path: Path):
    """The threshold is what keeps them alike: at five, every number is printed."""
    pages = []
    for by in (0, 113):
        partnership = a_partnership(tmp_path / str(by), turned(by))
        out = tmp_path / f"out{by}"
        make_report(out=out, partnership=partnership, contents=str(partnership / "contents.toml"))
        pages.append((out / "figures.csv").read_bytes())
    assert pages[0] != pages[1]
