"""What people write: figures bound by name, mistakes named, markup kept harmless."""

import pytest

from goldenthread.disclosure import release
from goldenthread.figures import Shelf
from goldenthread.nouns import GoldenThreadError, Unit
from goldenthread.report.document import BulletList, Paragraph
from goldenthread.report.prose import bind, read_prose
from goldenthread.wording import Bound, plain
from goldenthread.wording.sentences import Writer
from tests.factories import ENGLAND, a_figure

SHELF = Shelf(
    [
        a_figure(1252),
        a_figure(912, period="2022-23"),
        a_figure(187.1, area=ENGLAND, unit=Unit.RATE_PER_10000, decimals=1),
        a_figure(
            97,
            indicator="care_leavers_in_touch",
            unit=Unit.PERCENT,
            period="2023-03-31",
            breakdown="age=17-18",
        ),
    ]
)


@pytest.fixture
def wrote(tmp_path):
    """Write a piece and read it back: its blocks, with figures in place."""

    def write(text: str):
        (tmp_path / "piece.md").write_text(text, encoding="utf-8")
        piece = read_prose(tmp_path, "piece", SHELF, "821", "the independent scrutineer")
        return bind(piece, Writer(release(piece.figures))) if piece else None

    return write


def test_a_figure_is_named_and_its_number_takes_the_place(wrote):
    prose = wrote("Enquiries reached {{section_47_enquiries count 2023-24}} in the year.")
    (paragraph,) = prose.blocks
    assert plain(paragraph.words) == "Enquiries reached 1,252 in the year."
    assert [part.released.value for part in paragraph.words if isinstance(part, Bound)] == [1252]
    assert prose.signed == "the independent scrutineer"


def test_another_area_and_a_breakdown_can_be_named(wrote):
    prose = wrote(
        "England: {{section_47_enquiries rate_per_10000 2023-24 area=England}}. In touch: "
        "{{care_leavers_in_touch percent 2022-23 year end age=17-18}}."
    )
    assert plain(prose.blocks[0].words) == "England: 187.1. In touch: 97%."


def test_paragraphs_and_lists_are_kept_and_other_markup_is_plain(wrote):
    prose = wrote("One *stressed* word.\n\n- first\n- second\n\n<script>alert(1)</script>\n")
    first, second, third = prose.blocks
    assert isinstance(first, Paragraph)
    assert plain(first.words) == "One stressed word."
    assert isinstance(second, BulletList)
    assert [plain(item) for item in second.items] == ["first", "second"]
    assert plain(third.words) == "<script>alert(1)</script>", "text, for a renderer to escape"


def test_several_figures_in_a_list_keep_their_places(wrote):
    prose = wrote(
        "- {{section_47_enquiries count 2022-23}} before\n"
        "- {{section_47_enquiries count 2023-24}} now\n"
    )
    assert [plain(item) for item in prose.blocks[0].items] == ["912 before", "1,252 now"]


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("{{section_47_enquiries}}", "must name an indicator, a unit and a period"),
        ("{{section_47_enquiries count 1999-00}}", "no figure is known"),
        ("{{section_47_enquiries counts 2023-24}}", "counts"),
        ("{{section_47_enquiries count lately}}", "is not a period"),
    ],
)
def test_a_wrong_name_stops_the_report_and_says_which_file(wrote, reference, told):
    with pytest.raises(GoldenThreadError, match=told) as raised:
        wrote(reference)
    assert str(raised.value).startswith("piece.md")


def test_nothing_written_is_nothing_and_a_blank_file_too(tmp_path, wrote):
    assert read_prose(tmp_path, "absent", SHELF, "821") is None
    assert read_prose(None, "piece", SHELF, "821") is None
    assert wrote("  \n") is None


def test_a_file_in_another_encoding_says_what_to_do(tmp_path):
    (tmp_path / "piece.md").write_bytes("caf\xe9".encode("latin-1"))
    with pytest.raises(GoldenThreadError, match=r"Save piece\.md as UTF-8"):
        read_prose(tmp_path, "piece", SHELF, "821")
