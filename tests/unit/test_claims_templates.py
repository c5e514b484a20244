"""Captions, feet of pages and lists of sources repeat their words: no one thing is said twice."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading


def said_twice(text: str) -> list[str]:
    checked = check(Reading((document_from_text("made_up.md", text),)))
    return [fault.printed for fault in checked.faults if fault.kind == "said_twice"]


PARAGRAPH = (
    "Kites are flown on the north shore by visitors of every age, and nobody counts them.\n\n"
)
FOOT = "Kite flying strategy of the north shore trust {}\n\n"


def test_the_foot_of_every_page_tells_its_number_and_nothing_else() -> None:
    assert said_twice("".join(PARAGRAPH + FOOT.format(page) for page in (40, 41, 42, 43))) == []


KITES = "On 31 March 2023 the trust held {} kites in six sheds.\n\n"


def test_one_sentence_with_two_numbers_is_of_one_thing_and_with_three_of_three() -> None:
    assert said_twice(KITES.format("1,340") + PARAGRAPH + KITES.format("1,430")) == ["1,430"]
    numbers = ("1,340", "1,430", "1,304")
    assert said_twice("".join(PARAGRAPH + KITES.format(number) for number in numbers)) == []


@pytest.mark.parametrize(
    "source",
    [
        "{} Ashby, R. et al. Kites of the northern shore and who flies them.",
        "{} Corve, R. and Adwick, S. (2019). Kites of the northern shore.",
        "{} Shore trust [Internet]. Kites of the northern shore.",
        "{} Shore trust (2019). Op. cit.",
    ],
)
def test_the_numbers_of_notes_are_no_figures(source: str) -> None:
    text = "\n\n".join(source.format(number) for number in (53, 56))
    assert Reading((document_from_text("made_up.md", text),)).sentences[0].quantities == ()
    assert said_twice(text) == []
