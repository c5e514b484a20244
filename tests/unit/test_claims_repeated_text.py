"""Text that stands twice in one document, and last year's paragraphs in this year's report."""

from goldenthread.nouns.fault import Severity
from tests.factories.several_texts import found_by, reading_of_all

PARAGRAPH = (
    "Youth workers spent their evenings in the parks where young people meet, and handed out bus "
    "passes, hot drinks and the number of a nurse who answers until midnight on every day of the "
    "week."
)
TOLD = PARAGRAPH.replace("a nurse", "one of 14 nurses")


def test_a_paragraph_under_two_headings_is_told_once_with_both_places() -> None:
    text = f"# Parks\n\n{PARAGRAPH}\n\n# Streets\n\nFewer came.\n\n{PARAGRAPH}"
    (fault,) = found_by("repeated_text", reading_of_all(text))
    assert fault.severity is Severity.WARNING
    assert (fault.locator, "line 3" in fault.message) == ("line 9", True)
    assert fault.printed.startswith("Youth workers spent")


def test_a_stretch_within_other_words_is_found() -> None:
    text = f"In May: {PARAGRAPH} That was good.\n\nA second time, though: {PARAGRAPH.lower()} Yes."
    assert len(found_by("repeated_text", reading_of_all(text))) == 1


def test_passages_that_follow_one_another_are_one_block() -> None:
    second = (
        "The nurse was paid for by three charities and a bank, none of which asked for its name to "
        "be printed anywhere, and each of which sent somebody to walk round with her for a night."
    )
    text = f"{PARAGRAPH}\n\n{second}\n\nFewer came.\n\nMore came.\n\n{PARAGRAPH}\n\n{second}"
    (fault,) = found_by("repeated_text", reading_of_all(text))
    assert "line 9 to line 11" in fault.message


def test_a_form_put_to_many_agencies_goes_by() -> None:
    text = "\n\n".join(f"# Agency {at}\n\n{PARAGRAPH}\n\nAnswer {at}." for at in "ABCD")
    assert found_by("repeated_text", reading_of_all(text)) == []


def test_two_documents_may_say_the_same() -> None:
    assert found_by("repeated_text", reading_of_all(PARAGRAPH, PARAGRAPH)) == []


def test_the_later_year_s_text_is_the_one_told() -> None:
    older, newer = (f"# Yearly report {year}\n\n{TOLD}" for year in ("2022/23", "2023/24"))
    for texts in ((older, newer), (newer, older)):
        reading = reading_of_all(*texts)
        (fault,) = found_by("last_years_text", reading)
        assert fault.file == f"text-{texts.index(newer) + 1}.txt"
        assert fault.severity is Severity.WARNING


def test_where_only_the_year_was_changed_it_is_told() -> None:
    older = f"# Yearly report 2022/23\n\nIn 2022/23 this was done. {TOLD}"
    newer = f"# Yearly report 2023/24\n\nIn 2023/24 this was done. {TOLD}"
    assert len(found_by("last_years_text", reading_of_all(newer, older))) == 1


def test_without_a_number_it_is_a_note() -> None:
    texts = (f"# Report {year}\n\n{PARAGRAPH}" for year in ("2023/24", "2022/23"))
    (fault,) = found_by("last_years_text", reading_of_all(*texts))
    assert fault.severity is Severity.NOTE


def test_a_form_of_words_with_this_year_s_number_goes_by() -> None:
    newer = f"# Report 2023/24\n\n{TOLD.replace('14', '19')}"
    assert found_by("last_years_text", reading_of_all(newer, f"# Report 2022/23\n\n{TOLD}")) == []


def test_two_texts_of_one_year_go_by() -> None:
    texts = (f"# {name} 2023/24\n\n{TOLD}" for name in ("Report", "Annex"))
    assert found_by("last_years_text", reading_of_all(*texts)) == []


def test_without_years_the_first_is_this_year_s() -> None:
    (fault,) = found_by("last_years_text", reading_of_all(TOLD, f"Before.\n\n{TOLD}"))
    assert fault.file == "text-1.txt"
