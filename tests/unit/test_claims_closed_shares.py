"""Shares whose part and whole are plain from what else stands with them, however it is said."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.closed.shares.told import wrong_shares
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def told(text: str, severity: Severity = Severity.ERROR) -> list[tuple[str, str]]:
    found = check(Reading(documents=(document_from_text("a.txt", text),))).faults
    return [(each.kind, each.printed) for each in found if each.severity is severity]


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (
            "{} of the 96 growers who wrote to us about the new charge for water want a meter "
            "(64 people).",
            "Two thirds",
            "A third",
        ),
        (
            "{} of the 350 plants set along the by-pass in the autumn had died by spring (70 of "
            "them).",
            "One in five",
            "One in three",
        ),
        (
            "{} of the year's 1,960 fly-tips, 490 to be exact, lay on private land.",
            "A quarter",
            "A third",
        ),
        (
            "{} of the 74 stalls on the green were run by charities (33 stalls), the rest by "
            "traders.",
            "Less than half",
            "More than half",
        ),
    ],
)
def test_a_share_in_words_fits_the_part_beside_it(said: str, right: str, wrong: str) -> None:
    assert told(said.format(right)) == []
    assert [kind for kind, _ in told(said.format(wrong))] == ["ratio_words"]


@pytest.mark.parametrize(
    "said",
    [
        "A third of the 90 tenants (aged 18 to 30) had moved in.",
        "A third of the 240 fiddles made here (20 more than before) went abroad.",
        "Half of the 64 stalls sold food, 12 crafts and 20 plants.",
        "A quarter of the 160 berths, 12 of which are new, are let.",
        "Two in five of our 200 members walk to the hall, 35 of them with a dog.",
        "One in five of the 350 plants, of which many were small, had died (35 trays).",
        "Half of the 640 bats and the 80 owls (40) were ringed.",
    ],
)
def test_a_number_that_is_not_the_part_is_let_be(said: str) -> None:
    assert told(said) == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        # The one beside it is of the 260, and so is this: "for" leans on the same verb.
        (
            "The yard had 260 calls, of which 104 (40%) were for noise and 65 ({}) for litter.",
            "25%",
            "62.5%",
        ),
        ("We looked at 150 swings, finding rust in 45 (30%) and rot in 36 ({}).", "24%", "80%"),
        # The two are all of them, so that neither is in the other.
        (
            "Crews made 1,275 visits in quarter 3. Of these, 1,122 took place within 14 days (88%) "
            "and the other 153 ({}) later.",
            "12%",
            "14%",
        ),
        (
            "Permits were given to 2,480 boats on the lake. Sails drive {} of them (711) and "
            "oars 21.5% (533).",
            "28.7%",
            "36.3%",
        ),
        # The base is told again.
        (
            "We read 240 files. A map was in 186 (77.5%). With these 186 files as the base, it "
            "ran to more than one page in {} (45 files).",
            "24.2%",
            "18.8%",
        ),
        # Two counts and one percentage are all there is.
        ("The panel heard 150 appeals. It allowed 45. That is {}.", "30%", "40%"),
        (
            "Shops sent 7,560 people a voucher last year, and 1,588 took up the offer ({}).",
            "21.0%",
            "12.0%",
        ),
        (
            "Of the 480 boats seen, 288 were seen by June. At {} this is better than elsewhere.",
            "60%",
            "66%",
        ),
    ],
)
def test_a_share_is_of_what_stands_with_it(said: str, right: str, wrong: str) -> None:
    assert told(said.format(right)) == []
    assert told(said.format(wrong)) == [("share", wrong)]


@pytest.mark.parametrize(
    "said",
    [
        # A part of a part.
        "The yard had 260 calls, of which 104 (40%) were for noise and 65 of these (62.5%) came "
        "for noise at night.",
        "Of 520 who applied, 130 (25%) were seen and 52 (40%) were offered a place.",
        "We read 64 files. In 16 (25%) a map was missing; in 12 of those (75%) so was the key.",
        # Beside the number told again, and not of it.
        "We read 240 files. A map was in 186 (77.5%). Besides these 186, a plan was in 18.8% "
        "(45 files).",
        # Any other number that bears it out, and any other relation of the two.
        "There are 112.5 acres and 150 beds. It has 45. That is 40%.",
        "We spent £900 on seed. It was £360 more than last time. That is a rise of 67%.",
        "The tank held 300 pints. It lost 120. That leaves 60%.",
        "Calls fell slightly from 71,204 to 70,886 in the month, a change of −0.4%.",
        # Another time, a target, another place, and what is too far off to be meant.
        "Stores of salt were 150 tons in 2019. In 2020 we had 45. That is 40%.",
        "The target was 560 pupils; 196 took part. That is a take-up of 45%.",
        "The pool has 60 lockers, and Elm up to 42 of late. That is a share of 40%.",
        "The panel heard 150 appeals. It allowed 45. That is 92%.",
        "In 2013, 7.7 million people lived alone, of which 4.1 million were aged 16 to 64. Of "
        "those, the majority (58%) were men.",
        "We sent 7,560 letters, and 1,588 boxes came back from elsewhere (12.0%).",
    ],
)
def test_a_share_that_may_be_of_something_else_is_let_be(said: str) -> None:
    assert told(said) == []


def test_an_error_takes_the_place_of_the_doubt_about_the_same_number() -> None:
    said = "Shops sent 7,560 people a voucher last year, and 1,588 took up the offer (12.0%)."
    assert told(said) == [("share", "12.0%")]
    assert told(said, Severity.WARNING) == []


@pytest.mark.parametrize(
    "said",
    [
        # Words lead to another number than the one they are next to.
        "A third of the 90 tenants who came, but few of the owners (12), spoke.",
        "All but a third of the 90 tenants (60) spoke.",
        "There are 36 tenants. A third of the 90 flats' tenants (12) spoke.",
        "The yard had 260 calls in 2020 and fewer in 2019: 104 (40%) were for noise and 65 (62.5%) "
        "for litter.",
        "We looked at 150 swings, finding rust in 45 (30%), but in Ambly in 36 (80%).",
        "We looked at 150 swings, finding rust in 45 (30%) and rot in 36 (92%).",
        "The slides number 48.\n\nWe looked at 150 swings, finding rust in 60 (40%) and on the "
        "slides rot in 36 (75%).",
        "We read 240 files. A map was in 186 (77.5%). With 186 maps seen, 18.8% (45 files) were "
        "torn.",
        # A sentence that does more than take two counts up.
        "The pool has 60 lockers, against 42 at Elm. That is 40%.",
        "Calls went from 300 to 120, a fall of 50%.",
        "The panel heard 150 appeals, up from 45. That is 40%.",
        "There are 112 beds.\n\nThe panel heard 150 appeals. It allowed 45. That is 40%.",
        "We sent 7,560 letters, and 1,588 boxes came back (12.0%).",
        "We sent 7,560 letters, and 1,588 took up the offer. Some wrote again (12.0%).",
        "We sent 7,560 letters, and 1,588 took up the offer, some of whom twice (12.0%).",
        "We looked at 150 swings. Rust was in 45 (30%), with rot in 36 more, and moss (80%).",
        "We looked at 150 swings. Rust was in 45 (30%) and fell by 36 (80%).",
        "We looked at 150 swings. Rust was in 45 (30%) and went from 20 to 36 (80%).",
    ],
)
def test_where_another_number_may_be_meant_this_reading_is_silent(said: str) -> None:
    assert wrong_shares(Reading(documents=(document_from_text("a.txt", said),))) == ()
