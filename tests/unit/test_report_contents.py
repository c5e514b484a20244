"""The contents file: what comes with the system reads; mistakes are named with their place."""

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.report.contents import read_contents, walk

WHOLE = """
title = "A report"
arrangement = "as we like it"

[[section]]
id = "one"
title = "One"
kinds = ["data_and_figures"]

  [[section.block]]
  id = "referrals"
  show = "indicator"
  indicators = ["referrals"]
"""


@pytest.fixture
def read(tmp_path):
    """Read contents from text."""

    def reading(text: str):
        path = tmp_path / "ours.toml"
        path.write_text(text, encoding="utf-8")
        return read_contents(path)

    return reading


@pytest.mark.parametrize("name", ["journey", "priorities"])
def test_the_contents_that_come_with_the_system_are_whole(name):
    contents = read_contents(name)
    assert contents.title
    assert sum(len(section.block) for section in walk(contents.section)) > 10


def test_a_partnership_writes_its_own(read):
    contents = read(WHOLE)
    assert contents.section[0].block[0].indicators == ("referrals",)


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('show = "indicator"', 'show = "pie"', r"ours\.toml, at section\.0\.block\.0\.show"),
        ('["referrals"]', '["referals"]', "names the indicator referals"),
        ('["data_and_figures"]', '["figures"]', "has the kind figures"),
        ('id = "referrals"', 'id = "one"', "the id one is used twice"),
        ('id = "referrals"', 'id = "Our Referrals"', "section.0.block.0.id"),
        ('title = "A report"', "", "title: Field required"),
        ('title = "A report"', 'title = "A report', "not valid TOML"),
        ('title = "One"', 'title = "One"\ncolour = "red"', "colour"),
    ],
)
def test_a_mistake_is_named_with_its_place(read, was, becomes, told):
    with pytest.raises(GoldenThreadError, match=told):
        read(WHOLE.replace(was, becomes))


def test_a_file_that_is_not_there_is_asked_for(tmp_path):
    with pytest.raises(GoldenThreadError, match="could not be read"):
        read_contents(tmp_path / "none.toml")
    with pytest.raises(GoldenThreadError, match="give journey, priorities"):
        read_contents("chapters")
