"""What the report's typeface can show is known exactly, and what it cannot is said to be so."""

import pytest

from goldenthread.report.pdf import glyphs


@pytest.mark.parametrize("text", ["Children’s £1,252 – ½", "Åse Ødegård", "ΑΒΓ Ж", "▲ ▼ −3.4%"])
def test_report_pdf_prints_what_the_typeface_has(text: str) -> None:
    assert glyphs.printable(text) == text


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("well done 😀😀!", "well done [not shown]!"),
        ("中文 school", "[not shown] school"),
        ("12\u202e34", "1234"),
        ("a\x00b\x1bc\x9f", "abc"),
        ("one\ntwo\tthree", "one two three"),
        ("lone \ud800 half", "lone [not shown] half"),
    ],
)
def test_report_pdf_says_what_it_cannot_show(given: str, shown: str) -> None:
    assert glyphs.printable(given) == shown


def test_report_pdf_breaks_long_names_only_inside_them() -> None:
    assert glyphs.breakable("c4_2013_to_2024.csv") == "c4_\u200b2013_\u200bto_\u200b2024.\u200bcsv"
    assert glyphs.breakable("Section 47. Then") == "Section 47. Then"


def test_report_pdf_lets_an_endless_word_be_broken() -> None:
    address = "https://www.example.org/" + "safeguarding" * 5
    assert glyphs.printable(address).replace("\u200b", "") == address
    assert max(len(piece) for piece in glyphs.printable(address).split("\u200b")) <= 12
    assert glyphs.printable("an ordinary " + "x" * 45) == "an ordinary " + "x" * 45


def test_report_pdf_agrees_with_typst_on_what_can_be_shown() -> None:
    """A second way: under PDF/UA, Typst refuses a character that has no shape."""
    typst = pytest.importorskip("typst", reason="needs the report extra")

    def shows(characters: str) -> bool:
        source = """
            #set document(title: "t")
            #set text(font: "Liberation Sans", fallback: false)
            #text(sys.inputs.it) #strong(sys.inputs.it) #emph(sys.inputs.it)
        """
        fonts = [str(glyphs.FONTS)]
        try:
            typst.compile(
                source.encode(),
                font_paths=fonts,
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
                sys_inputs={"it": characters},
            )
        except typst.TypstError:
            return False
        return True

    visible = "".join(chr(c) for c in sorted(glyphs.shapes()) if chr(c).isprintable())
    assert len(visible) > 2000
    assert shows(visible)
    absent = [c for c in range(0x2200, 0x2300) if c not in glyphs.shapes()]
    assert len(absent) > 100
    assert [c for c in absent[:60] if shows(chr(c))] == []
