"""Targets: a partnership's own aims, as figures with their thread, and the posts that answer."""

import pytest

from goldenthread.comparisons import read_targets
from goldenthread.indicators import catalogue
from goldenthread.nouns import GoldenThreadError
from tests.factories import LUTON

ONE = """
[[target]]
indicator = "child_protection_reviews_in_time"
year = "2023-24"
value = 95
owner = "the head of safeguarding"
source = "business plan, objective 2"
agreed = 2023-05-12
"""


@pytest.fixture
def read(tmp_path):
    """Read targets from text."""

    def reading(text):
        path = tmp_path / "targets.toml"
        path.write_text(text, encoding="utf-8")
        return read_targets(path, catalogue())

    return reading


def test_a_target_is_a_figure_that_leads_back_to_where_it_was_agreed(read):
    (target,) = read(ONE)
    figure = target.figure(catalogue()[target.entry.indicator], LUTON)
    assert (figure.value, figure.period.code) == (95, "2023-24")
    assert figure.thread.locator == "target 1: business plan, objective 2"
    assert figure.thread.known_since.isoformat() == "2023-05-12"
    assert target.entry.owner == "the head of safeguarding"


def test_a_target_is_about_the_indicators_own_kind_of_period(read):
    text = ONE.replace("child_protection_reviews_in_time", "looked_after_children")
    (target,) = read(text)
    figure = target.figure(catalogue()["looked_after_children"], LUTON)
    assert figure.period.code == "2024-03-31"


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("child_protection_reviews_in_time", "reviews", "'reviews' is no indicator's name"),
        ("2023-24", "last year", "is not a period"),
        ("value = 95", "value = -1", "value"),
        ('owner = "the head of safeguarding"\n', "", "'owner' is missing"),
        ("2023-05-12", '"soon"', "agreed"),
    ],
)
def test_a_mistake_is_named_with_its_place(read, was, becomes, told):
    with pytest.raises(GoldenThreadError, match=told) as raised:
        read(ONE.replace(was, becomes))
    assert "targets.toml" in str(raised.value)
