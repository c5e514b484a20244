"""A file that is broken, hostile or of another kind is refused in one sentence that names it."""

import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from goldenthread.claims.documents.opening import read_document
from goldenthread.claims.documents.pdf import read_pdf
from goldenthread.nouns import GoldenThreadError
from tests.factories.reports import a_pdf, a_word_document, rezipped

RUBBISH = zlib.compress(bytes(range(256)) * 40)[:3000] + bytes(range(256))
DOCUMENT = "word/document.xml"


def refused(path: Path) -> str:
    with pytest.raises(GoldenThreadError) as caught:
        read_document(path)
    said = str(caught.value)
    assert path.name in said
    assert ":" in said
    assert said.endswith(".")
    return said


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.html", "a.pdf", "a"])
def test_binary_rubbish(tmp_path: Path, name: str) -> None:
    refused(written(tmp_path / name, b"\x00\x01" + RUBBISH))


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7\n"])
def test_rubbish_with_a_good_beginning(tmp_path: Path, start: bytes) -> None:
    refused(written(tmp_path / "report", start + RUBBISH))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" \n", "empty"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "password or is of an older format"),
        (b"{\\rtf1 Hello}", "older format"),
        (b"\t\t\t\n\t\t", "empty"),
        (b"12", "no words and no table"),
    ],
)
def test_what_holds_no_report(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in refused(written(tmp_path / "report.txt", content))


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    assert "is a folder: name the files in it" in refused(tmp_path)
    assert "No such file" in refused(tmp_path / "missing.docx")


def test_a_text_that_is_far_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goldenthread.claims.documents.opening.LARGEST_TEXT", 1_000_000)
    assert "larger than 1 million bytes" in refused(written(tmp_path / "a.txt", b"a " * 600_000))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda content: content.replace(b"<w:body>", b"<w:body>" + b" " * 70_000_000), "unpacks"),
        (
            lambda content: content.replace(
                b"<w:document", b'<!DOCTYPE x [<!ENTITY a "aa">]><w:document', 1
            ),
            "document type",
        ),
        (lambda content: content[:-40], "broken inside"),
        (lambda _: b"<x/>", "no whole Word document"),
        (
            lambda content: content.replace(
                b"<w:body>",
                b"<w:body>" + b"<w:sdt><w:sdtContent>" * 900 + b"</w:sdtContent></w:sdt>" * 900,
            ),
            "no whole Word document",
        ),
    ],
    ids=["bomb", "entity", "broken-off", "other", "nested"],
)
def test_a_hostile_word_document(
    tmp_path: Path, change: Callable[[bytes], bytes], said: str
) -> None:
    good = a_word_document(tmp_path / "good.docx")
    bad = rezipped(good, tmp_path / "bad.docx", lambda n, c: change(c) if n == DOCUMENT else c)
    assert said in refused(bad)


def test_a_package_broken_off(tmp_path: Path) -> None:
    content = a_word_document(tmp_path / "good.docx").read_bytes()
    assert "damaged" in refused(written(tmp_path / "bad.docx", content[: len(content) // 2]))


def test_a_workbook_with_a_document_type(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "aa">]><workbook/>')
    assert "document type" in refused(tmp_path / "bad.xlsx")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html>" + "<div>" * 3000 + "12 of 40", "nested more deeply"),
        ("<html><table><tr>" + "<td colspan=9999 rowspan=9999>1" * 50, "more than 200,000 cells"),
        ("<html><script>1 + 1</script>", "no words and no table"),
    ],
)
def test_a_hostile_page(tmp_path: Path, page: str, said: str) -> None:
    assert said in refused(written(tmp_path / "page.html", page.encode()))


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    with pikepdf.open(a_pdf(tmp_path / "open.pdf")) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    assert "has a password" in refused(tmp_path / "locked.pdf")


def test_a_pdf_of_pictures(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "scan.pdf")
    assert "pictures of pages and no text" in refused(tmp_path / "scan.pdf")


def test_a_pdf_broken_off(tmp_path: Path) -> None:
    content = a_pdf(tmp_path / "good.pdf").read_bytes()
    assert "broken inside" in refused(written(tmp_path / "bad.pdf", content[: len(content) // 2]))


def test_a_pdf_that_never_ends_is_given_up(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"q 1 0 0 1 0 0 cm Q " * 2_000_000)
        pdf.save(tmp_path / "endless.pdf", compress_streams=True)
    with pytest.raises(GoldenThreadError, match="takes more memory or time"):
        read_pdf(tmp_path / "endless.pdf", patience=2.0)


@pytest.mark.parametrize(
    "text",
    [
        "*a " * 100_000,
        "**" * 100_000 + "_" * 50_000 + "[" * 50_000 + "<" * 50_000 + "`" * 50_000 + " a",
        "a|" * 200_000 + "a",
        (" " * 50_000 + "a\n") * 5,
        "a  1\n" * 20_000,
        "- " * 50_000 + "a",
        "<!--" * 50_000 + "a",
    ],
    ids=["stars", "marks", "pipes", "spaces", "rows", "bullets", "comments"],
)
def test_no_text_takes_long(tmp_path: Path, text: str) -> None:
    """A reader that is quadratic in any of these takes minutes."""
    begun = time.monotonic()
    assert read_document(written(tmp_path / "a.md", text.encode())).blocks
    assert time.monotonic() - begun < 20
