"""A whole and its parts that stand apart in a text: sides, ages, lists, brackets, lost tables."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _errors(text: str) -> list[ClaimFault]:
    faults = check(Reading((document_from_text("page.txt", text),))).faults
    return [each for each in faults if each.severity is Severity.ERROR]


_SIDES = (
    "In 2012 there were {whole} licences granted by courts in England and Wales.\n\n"
    "Wales saw a rise of 12% in 2012, with 371 licences granted by boards in Wales. In England "
    "there was a rise of 9%, with 4,835 licences granted by courts in England."
)
_AGES = (
    "For May 2015, there were 943,000 keepers (aged from 16 to 24) who kept no goats, down 20,000 "
    "from May 2014.\n\nThere were 53,000 keepers aged from 16 to 17 who kept no goats, and "
    "{part} keepers aged from 18 to 24 who kept no goats."
)
_NET = (
    "- Net long-term migration to the island was estimated to be {net} in the year ending June "
    "2013, up from 177,000 the year before.\n\n- 526,000 people immigrated to the island in the "
    "year ending June 2013.\n\n- 314,000 people emigrated from it in the year ending June 2013."
)
_SPLIT = (
    "Total value of all 3 harvests in 2013 was £3,239 million, up from £2,794 million in 2009.\n\n"
    "The split of total value between the 3 harvests is:\n\n"
    "- oats were sold for £216 million in 2013, up from £79 million in 2004. This was price\n\n"
    "- barley was sold for £995 million in 2013, up from £911 million in 2004\n\n"
    "- wheat was sold for {part} million in 2013, up from £1,701 million"
)
_BELOW = (
    "At 22 May 2016, 398 ponies are kept by the farm. This is an increase from 377 at 31 May "
    "2015.\n\nOf this number:\n\n\uf02d 132 live outside the valley \uf02d 45 live in stone "
    "stables, of which 12 live out of the valley \uf02d {part} live in open fields, of which "
    "{some} live out of the valley"
)
_ROWS = (
    "Kind of school Pupils on roll Known to sing Hill school 501 2 (0.4%)\n\n"
    "Dale school 64,491 9,983 (15.5%)\n\nMoor school 51,313 7,653 (14.9%)\n\n"
    "Total 116,305 {total} (15.2%)"
)
_BANDS = (
    "{share} of Northern people were aged 60 and over.\n\n| Age | Northern | Southern |\n"
    "|---|---|---|\n\n| 70 and over | 6.3% | 7.0% |\n| 65 to 69 | 5.4% | 6.1% |\n"
    "| 60 to 64 | 3.9% | 4.2% |\n| 0 to 59 | 84.4% | 82.7% |"
)
_PEOPLE = (
    "| Group | Share | Number |\n| --- | --- | --- |\n\n"
    "| People | 20.5% (16.4 - 23.7%) | {whole} (890,000 - 1,280,000) |\n"
    "| Children | 24.4% (16.4 - 31.0%) | 250,000 (160,000 - 310,000) |\n"
    "| Working-age adults | 21.0% (16.5 - 24.6%) | 710,000 (560,000 - 840,000) |\n"
    "| Pensioners | 14.8% (11.1 - 18.2%) | 150,000 (110,000 - 180,000) |"
)
_JOINED = (
    "| Place | 2019 | 2020 | 2021 |\n|---|---|---|---|\n| Vale | 412 | 530 | 611 |\n"
    "| Moss | 380 | 391 | 402 |\n| Vale and Moss | 792 | {whole} | 1,013 |\n"
    "| County | 4,120 | 4,310 | 4,415 |"
)

CASES = [
    (_SIDES.format(whole="5,206"), _SIDES.format(whole="5,260"), "5,260"),
    (_AGES.format(part="890,000"), _AGES.format(part="898,000"), "943,000"),
    (_NET.format(net="212,000"), _NET.format(net="221,000"), "221,000"),
    (_SPLIT.format(part="£2,028"), _SPLIT.format(part="£2,208"), "£3,239 million"),
    (_BELOW.format(part="281", some="92"), _BELOW.format(part="418", some="92"), "418"),
    (_BELOW.format(part="281", some="92"), _BELOW.format(part="281", some="192"), "192"),
    (_ROWS.format(total="17,638"), _ROWS.format(total="16,738"), "16,738"),
    (_BANDS.format(share="15.6%"), _BANDS.format(share="16.5%"), "16.5%"),
    (
        _PEOPLE.format(whole="1,110,000"),
        _PEOPLE.format(whole="1,010,000"),
        "1,010,000 (890,000 - 1,280,000)",
    ),
    (_JOINED.format(whole="921"), _JOINED.format(whole="912"), "912"),
    (
        "Of the 464 walks, half (51%) were in three parishes (24% in Ambly, 17% in Berrow and 10% "
        "in Cotter).",
        "Of the 464 walks, half (51%) were in three parishes (24% in Ambly, 21% in Berrow and 10% "
        "in Cotter).",
        "51%",
    ),
    (
        "Since then two (one completed, one ongoing) reviews of the mill were begun.",
        "Since then three (one completed, one ongoing) reviews of the mill were begun.",
        "three",
    ),
    (
        "Of 480 lambs, 287 are with other farms. Of these, 246 are in hill pastures and 41 in "
        "barns.",
        "Of 480 lambs, 287 are with other farms. Of these, 264 are in hill pastures and 41 in "
        "barns.",
        "287",
    ),
    (
        "512 bids had come in. 498 offers had been made of which 306 had been taken up.",
        "512 bids had come in. 498 offers had been made of which 606 had been taken up.",
        "606",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "printed"), CASES)
def test_the_slip_is_told_and_the_right_text_is_not(right: str, wrong: str, printed: str) -> None:
    assert not _errors(right)
    told = [each for each in _errors(wrong) if each.kind in ("total", "above_whole")]
    assert [each.printed for each in told] == [printed]


@pytest.mark.parametrize(
    "text",
    [
        # Of different years.
        "In 2011 there were 4,812 members.\n\nIn 2019 there were 2,945 women members and 1,876 "
        "men members in 2019.",
        # One of the two sides is told of another thing.
        "There were 4,812 members. There were 2,945 women members, and 1,876 visits by men.",
        # The whole is told rightly as well.
        "There were 4,821 members, and 4,812 members a year ago. There were 2,945 women members "
        "and 1,876 men members.",
        # Fewer may be of no side.
        "There were 812 pupils in the schools. There were 411 girls in the schools and 311 boys "
        "in the schools.",
        # A bracket that names only some.
        "Half (51%) of the walks were in three parishes, most of them near the coast (24% in "
        "Ambly).",
        # More walks than people, and several for each.
        "Of 48 families:\n\n- 112 children live in the valley\n- 12 families live on the hill",
        # No total of these rows: a row that is withheld.
        "Kind of school Pupils Hill school 501 Dale school <3 Moor school 313 Total 841",
        # An average among its parts.
        "| Place | All | North | South |\n|---|---|---|---|\n| Vale | 48 | 47 | 51 |\n"
        "| Moss | 52 | 50 | 58 |\n| Fell | 89 | | 100 |\n| Dene | 61 | 59 | 66 |",
    ],
)
def test_nothing_is_told_where_the_words_leave_it_open(text: str) -> None:
    assert not [each for each in _errors(text) if each.kind in ("total", "above_whole")]


_HOMES = (
    "At 22 May 2016, 398 children were looked after. Of this number:\n\n"
    "- {out} live outside the valley\n- 45 live in hill homes\n- 281 live with foster families\n"
    "- {parents} live with parents"
)


def test_homes_of_one_list_are_no_more_than_all() -> None:
    assert not _errors(_HOMES.format(out="132 (or 33%)", parents="32"))
    told = _errors(_HOMES.format(out="132 (or 33%)", parents="302"))
    assert [(each.kind, each.printed) for each in told] == [("total", "398")]


def test_a_share_in_a_list_is_of_the_number_before_it() -> None:
    told = _errors(_HOMES.format(out="132 (or 23%)", parents="32"))
    assert [(each.kind, each.printed) for each in told] == [("share", "23%")]


def test_shares_of_a_lost_table_make_a_hundred_as_rounded_ones_do() -> None:
    text = (
        "Rock 57 8 Slate 8 3 Flint 6 7 Chalk 4 2 Clay 5 9 Marl 1 1 Sand 0 4 Silt {} 6 Total 100 40"
    )

    assert not _errors(text.format(18))
    assert _errors(text.format(28))
