"""A passage cut into sentences."""

import pytest

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.language.sentences import cut, sentences_of


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("It rose by 3.5. Then it fell.", 2),
        ("Mr A. Smith spoke. He left.", 2),
        ("See No. 4 of the list, e.g. Action 3.2 there.", 1),
        ("They are police, schools etc. Others came too.", 2),
        ("Was it right? It was! So be it.", 3),
        ("Contacts rose. • Referrals fell.", 2),
        ("1. First things first", 1),
        ("It was £3.4m vs. £2.1m in the year.", 1),
        ("(It rose.) Then it fell.", 2),
        ("It rose to 45. 2023 was a good year.", 2),
    ],
)
def test_sentences_end_where_they_end(text, many):
    found = list(cut(text))
    assert len(found) == many, found


def test_the_second_sentence_has_a_place_of_its_own():
    passage = Passage(text="It rose to 5. It fell to 4.", locator="line 3", order=1)
    found = list(sentences_of("a.txt", passage))
    assert [each.locator for each in found] == ["line 3", "line 3, sentence 2"]
    assert [len(each.quantities) for each in found] == [1, 1]
