"""A slip is an exception: what is so of cell after cell is asked about once."""

from goldenthread.claims.checking import Checked, check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _checked(text: str) -> Checked:
    return check(Reading((document_from_text("made-up.md", text),)))


def _told(text: str) -> list[tuple[str, str, Severity]]:
    return [(each.kind, each.printed, each.severity) for each in _checked(text).faults]


_INDEX = (
    "Income share of the top group, over that of the rest\n\n"
    "| Area | 2012 | 2013 | 2014 |\n|---|---|---|---|\n| Ash | 104% | 109% | 113% |\n"
    "| Beck | 97% | 101% | 108% |\n| Cold Ash | 95% | 99% | 98% |"
)
_VISITS = (
    "| Team | Visits | Visits in time | % in time |\n|---|---|---|---|\n"
    "| Ash | 40 | 36 | 90% |\n| Beck | 50 | 48 | 196% |\n| Cold Ash | 20 | 19 | 95% |"
)


def test_shares_above_a_hundred_all_over_a_table_are_one_question_and_no_error() -> None:
    checked = _checked(_INDEX)

    assert checked.errors == 0
    assert [each.severity for each in checked.faults] == [Severity.WARNING]


def test_one_share_above_a_hundred_is_still_an_error() -> None:
    assert ("196%", Severity.ERROR) in [(printed, how) for _, printed, how in _told(_VISITS)]


_BLOCKS = (
    "Pupils by stage\n\n| Stage | P1 | P2 |\n|---|---|---|\n"
    "| All | | |\n| 5 | 605 | 412 |\n| 6 | 511 | 623 |\n"
    "| Girls | | |\n| 5 | 301 | 207 |\n| 6 | 249 | 310 |\n"
    "| Boys | | |\n| 5 | 304 | 205 |\n| 6 | 262 | 313 |"
)


def test_blocks_of_one_table_that_differ_everywhere_are_of_different_things() -> None:
    assert _checked(_BLOCKS).errors == 0


def test_many_questions_about_one_table_are_told_as_one_with_their_places() -> None:
    rows = "\n".join(
        f"| {name} | {one} | {two} | {one + two + out} |"
        for name, one, two, out in (
            ("Ash", 2370, 957, 1),
            ("Beck", 1463, 799, -1),
            ("Cold Ash", 881, 377, 1),
            ("Dean", 5463, 1799, -1),
            ("Elm", 4463, 2799, 0),
        )
    )
    told = [
        each
        for each in _checked(
            f"Land by ward\n\n| Ward | Grass | Crops | Total |\n|---|---|---|---|\n{rows}"
        ).faults
        if each.kind == "total"
    ]

    assert [each.severity for each in told] == [Severity.WARNING]
    assert "3 other places" in told[0].evidence
    assert "The same holds of" in told[0].message


def test_totals_that_are_out_by_any_amount_stay_errors_each_for_itself() -> None:
    text = (
        "Places taken\n\n| Agency | Q1 | Q2 | Total |\n|---|---|---|---|\n"
        "| Ash | 122 | 74 | 229 |\n| Beck | 80 | 20 | 100 |\n| Cold Ash | 71 | 196 | 340 |\n"
        "| Dean | 45 | 64 | 190 |\n| Elm | 30 | 40 | 70 |"
    )

    assert _checked(text).errors == 3
