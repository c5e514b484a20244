"""Whatever stands between the words and numbers of a text, a round of checks comes to its end."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading

# Symbol fonts, arrows, marks that turn the direction of writing, and letters of any script.
STRANGE = st.characters(categories=["Co", "So", "Sm", "Cf", "Lo", "Nd", "No", "Pd", "Zs"])
PIECES = st.sampled_from(
    [
        "visits", "rose from", "to", "200", "240", "12.5%", "(30%)", "in 2023/24", "in May 2024",
        "of", "the highest", "doubled", "a third", "last year", "per 10,000", "points", "£1.2m",
        ".", "–",
    ]
)  # fmt: skip


@given(st.lists(PIECES | STRANGE, min_size=3, max_size=40))
def test_a_round_comes_to_its_end(pieces: list[str]) -> None:
    text = f"# A made-up report 2023/24\n\n{' '.join(pieces)}\n"
    checked = check(Reading((document_from_text("made_up.md", text),)))
    assert checked.understood <= checked.statements
