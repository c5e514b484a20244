"""What is known by several values is the same asked of the book, of a shelf, or counted by hand."""

from collections import defaultdict
from datetime import date
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.figures.differing import on_different_bases, others_of, restated
from goldenthread.nouns import Symbol
from tests.factories import ENGLAND, LUTON, a_figure, a_thread

TOLD = st.tuples(
    st.sampled_from((LUTON, ENGLAND)),
    st.sampled_from(("2022-23", "2023-24")),
    st.sampled_from(("", "sex=female")),
    st.sampled_from((None, 1, 2)),
    st.sampled_from(("plans:all", "plans:all@2", "plans:new")),
    st.sampled_from(("dfe.d1", "local.a")),
    st.sampled_from(("2024", "2025")),
    st.sampled_from((None, date(2024, 10, 31), date(2025, 10, 30))),
)


def figures_of(told):
    """Figures as they were told, each in a place of its own."""
    places = count(1)
    for area, period, breakdown, value, definition, source, vintage, since in told:
        yield a_figure(
            value,
            None if value else Symbol.CONFIDENTIAL,
            area=area,
            period=period,
            breakdown=breakdown,
            thread=a_thread(
                source=source,
                vintage=vintage,
                definition=definition,
                known_since=since,
                locator=f"row {next(places)}",
            ),
        )


def ids(groups):
    return [[figure.id for figure in group] for group in groups]


@given(st.lists(TOLD, max_size=12))
def test_book_shelf_and_hand_agree(told):
    figures = list(figures_of(told))
    con = connect()
    book = FigureBook.of(figures, con)
    shelf = book.shelf({LUTON.code}, beside={ENGLAND.code})
    by_hand, bases = defaultdict(set), defaultdict(set)
    for each in figures:
        if each.known:
            basis = each.thread.definition.split("@")[0]
            by_hand[each.key, basis].add(each.value)
            bases[each.key].add(basis)
    found = book.restatements()
    assert {(e.key, e.thread.definition.split("@")[0]) for group in found for e in group} == {
        told for told, values in by_hand.items() if len(values) > 1
    }
    found = book.different_bases()
    assert [group[0].key for group in found] == sorted(
        key for key, several in bases.items() if len(several) > 1
    )
    own = list(shelf.several(LUTON.code))
    assert ids(restated(own)) == ids(book.restatements(LUTON.code))
    assert ids(on_different_bases(own)) == ids(book.different_bases(LUTON.code))
    for each in figures:
        known = shelf.as_in_book(each.key)
        if each.area is LUTON:
            assert others_of(each, known) == book.other_values(each)
    con.disconnect()
