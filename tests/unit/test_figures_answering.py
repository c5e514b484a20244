"""A return’s form answered from a figure book: what is asked for, and nothing else."""

import csv
from decimal import Decimal

import pytest

from goldenthread.figures import FigureBook
from goldenthread.figures.answering import Answered, Said, fill
from goldenthread.nouns import (
    Breakdown,
    Figure,
    FigureKey,
    GoldenThreadError,
    Period,
    Quality,
    Symbol,
    Thread,
    Unit,
)
from goldenthread.nouns.register import area

QUARTER = Period.quarters(2027, 2)
HEAD = ("Line", "2026-27 Q2", "What it counts", "Counted as")
REFERRALS = ("Referrals", "", "Number.", "referrals|count|821|2026-27 Q2")
AGAIN = (
    "Of these, again",
    "",
    "Per cent.",
    "re_referrals_within_12_months|percent|821|2026-27 Q2",
)


def figure(name="referrals", value="314", unit=Unit.COUNT, where="821", **more):
    given = {"breakdown": Breakdown(), "decimals": 0, "period": QUARTER, "source": "records.ssd"}
    given |= more
    source = given.pop("source")
    number = None if value is None else Decimal(value)
    return Figure(name, unit, area(where), thread=Thread(source, "here"), value=number, **given)


def form_of(folder, *lines, head=HEAD, mark="\ufeff", delimiter=","):
    place = folder / "form.csv"
    with place.open("w", encoding="utf-8", newline="") as opened:
        opened.write(mark)
        csv.writer(opened, delimiter=delimiter).writerows([head, *lines])
    return place


def filled(folder, lines, figures, **more):
    """What is told of it, and the numbers that stand in the file afterwards."""
    out = folder / "out.csv"
    told = fill(form_of(folder, *lines, **more), FigureBook.of(figures), out)
    delimiter = more.get("delimiter", ",")
    with out.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=delimiter))
    return told, [row[1] for row in rows[1:]], rows


def test_each_line_gets_its_figure_and_nothing_else_leaves(tmp_path):
    beside = [
        figure(value="3", breakdown=Breakdown.of(source="Police")),
        figure(value="9999", period=Period.quarters(2027, 1)),
        figure(value="8888", where="822"),
    ]
    again = figure(AGAIN[3].split("|")[0], "23.3", Unit.PERCENT, decimals=1)
    told, numbers, rows = filled(tmp_path, [REFERRALS, AGAIN], [figure(), again, *beside])
    assert numbers == ["314", "23.3"]
    assert told == Answered(2, (), (), ())
    assert rows[0] == list(HEAD)
    assert [row[0] for row in rows[1:]] == ["Referrals", "Of these, again"]
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert "9999" not in text
    assert "8888" not in text


def test_a_breakdown_that_is_asked_for_is_told(tmp_path):
    line = ("By the police", "", "", "referrals|count|821|2026-27 Q2|source=Police")
    police = figure(value="41", breakdown=Breakdown.of(source="Police"))
    assert filled(tmp_path, [line], [figure(), police])[1] == ["41"]


def test_what_is_not_known_and_what_is_of_nothing_are_said_in_the_site_s_words(tmp_path):
    why = {"quality": Quality.POOR, "quality_note": "no return of this quarter"}
    unknown = figure(value=None, symbol=Symbol.NOT_AVAILABLE, **why)
    nothing = figure(AGAIN[3].split("|")[0], None, Unit.PERCENT, symbol=Symbol.NOT_APPLICABLE)
    told, numbers, _ = filled(tmp_path, [REFERRALS, AGAIN], [unknown, nothing])
    assert numbers == ["not known", "nil"]
    assert told.filled == 2
    assert told.no_number == (
        Said("Referrals", "no return of this quarter"),
        Said("Of these, again", "not applicable"),
    )


def test_a_count_that_does_not_apply_is_not_called_nil_which_would_be_nought(tmp_path):
    none = figure(value=None, symbol=Symbol.NOT_APPLICABLE)
    told, numbers, _ = filled(tmp_path, [REFERRALS], [none])
    assert numbers == [""]
    assert told.left == (Said("Referrals", "the figures hold no number: not applicable"),)


def test_a_figure_not_to_be_leaned_on_says_so_for_the_note(tmp_path):
    doubtful = figure(quality=Quality.CAUTION, quality_note="two weeks are missing")
    told = filled(tmp_path, [REFERRALS], [doubtful])[0]
    assert told == Answered(1, (), (Said("Referrals", "two weeks are missing"),), ())


def test_what_somebody_wrote_stays_and_is_told(tmp_path):
    mine = ("Referrals", "300", "", REFERRALS[3])
    again = figure(AGAIN[3].split("|")[0], "23.3", Unit.PERCENT, decimals=1)
    told, numbers, _ = filled(tmp_path, [mine, AGAIN], [figure(), again])
    assert numbers == ["300", "23.3"]
    assert told.left == (Said("Referrals", "300 stands there, and 314 was counted"),)


def test_a_form_that_is_filled_in_already_comes_back_as_it_was(tmp_path):
    mine = ("Referrals", "300", "", REFERRALS[3])
    told, numbers, _ = filled(tmp_path, [mine], [figure()])
    assert (told.filled, numbers) == (0, ["300"])


def test_a_line_told_in_two_ways_is_left_to_a_person(tmp_path):
    two = [figure(), figure(value="320", source="records.annex_a")]
    again = figure(AGAIN[3].split("|")[0], "23.3", Unit.PERCENT, decimals=1)
    told, numbers, _ = filled(tmp_path, [REFERRALS, AGAIN], [*two, again])
    assert numbers == ["", "23.3"]
    assert told.left == (Said("Referrals", "the figures tell it in several ways: 314, 320"),)


def test_lines_that_name_no_figure_stay_as_they_are(tmp_path):
    free = ("Something else", "", "Number.", "")
    told, numbers, _ = filled(tmp_path, [free, REFERRALS], [figure()])
    assert numbers == ["", "314"]
    assert told.left == ()


def test_a_form_saved_with_semicolons_comes_back_with_them(tmp_path):
    told, numbers, _ = filled(tmp_path, [REFERRALS], [figure()], delimiter=";", mark="")
    assert (told.filled, numbers) == (1, ["314"])


def test_where_nothing_fits_nothing_is_written_and_it_is_said_why(tmp_path):
    other = figure(where="822")
    with pytest.raises(GoldenThreadError, match=r"821 in 2026-27 Q2.*Bedford \(822\)"):
        fill(form_of(tmp_path, REFERRALS), FigureBook.of([other]), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("head", "lines", "said"),
    [
        (("Line", "Number", "Counted as"), (), "no template file"),
        (("Line", "2026-27 Q2"), (), "no template file"),
        (HEAD, (), "No line of form.csv says"),
        (HEAD, (("Referrals", "", "", "referrals|count|821"),), "cell D2"),
        (HEAD, (("Referrals", "", "", "referrals|number|821|2026-27 Q2"),), "cell D2"),
        (HEAD, (("Referrals", "", "", "referrals|count|821|some day"),), "cell D2"),
    ],
)
def test_a_file_that_is_no_form_is_refused_by_its_place(tmp_path, head, lines, said):
    with pytest.raises(GoldenThreadError, match=said):
        fill(form_of(tmp_path, *lines, head=head), FigureBook.of([figure()]), tmp_path / "o.csv")
    assert not (tmp_path / "o.csv").exists()


def test_a_form_that_is_not_there_or_a_place_that_is_no_folder_is_said(tmp_path):
    book = FigureBook.of([figure()])
    with pytest.raises(GoldenThreadError, match="cannot be read"):
        fill(tmp_path / "none.csv", book, tmp_path / "out.csv")
    (tmp_path / "file").write_text("x")
    with pytest.raises(GoldenThreadError, match="cannot be written"):
        fill(form_of(tmp_path, REFERRALS), book, tmp_path / "file" / "out.csv")


def test_a_key_reads_back_what_it_writes():
    police = figure(breakdown=Breakdown.of(source="Police", age="16-17")).key
    for key in (figure().key, police):
        assert FigureKey.parse(str(key)) == key
