"""Many words as one pattern: what the words side by side would find, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.claims.language.any_of import any_of

WORDS = st.lists(st.text("abc~", min_size=1, max_size=4), min_size=1, max_size=12)
TEXTS = st.text("abc ", max_size=30)


@given(words=WORDS, text=TEXTS)
def test_it_finds_what_the_words_side_by_side_find(words, text):
    side_by_side = "|".join(sorted(words, key=len, reverse=True)).replace("~", r"\s")
    together = any_of(" ".join(words))
    for around in ("(?:{})", r"\b(?:{})\b", "(?:{})(?=a)"):
        found, expected = (
            [each.span() for each in re.finditer(around.format(pattern), text)]
            for pattern in (together, side_by_side)
        )
        assert found == expected


def test_a_tilde_is_the_space_that_is_asked_for():
    assert re.fullmatch(any_of("shot~up"), "shot\nup")
    assert not re.fullmatch(any_of("shot~up", space=" "), "shot\nup")
