"""The how-to on contents is followed to the letter: its files make the report it promises."""

import re
from html import unescape
from pathlib import Path
from typing import get_args

import pytest

from goldenthread.report.contents import Show
from goldenthread.report.make import make_report

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "shape-the-contents.md"


@pytest.fixture
def blocks():
    """The page's fenced blocks of a language, in order."""
    text = PAGE.read_text(encoding="utf-8")
    return lambda language: re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.S)


def test_the_files_of_the_page_make_a_report(blocks, tmp_path):
    partnership, contents, dismissals = blocks("toml")
    (written,) = blocks("markdown")
    folder = tmp_path / "ours"
    (folder / "prose").mkdir(parents=True)
    settings = f'{partnership}dismissals = "dismissals.toml"\n'
    for name, text in (
        ("partnership.toml", settings),
        ("contents.toml", contents),
        ("dismissals.toml", dismissals),
        ("prose/scrutineer.md", written),
        ("prose/section-47-tells.md", written),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    made = make_report(partnership=folder, out=tmp_path / "out")
    assert made.holds, made.lines()
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page)))
    assert text.count("reached 1,252 this year, from 912. England's rate was 187.1.") == 2
    assert "A backlog was cleared" in text
    assert "Are we enquiring more, or is there more to find?" in text


def test_the_page_names_every_way_to_show_figures():
    text = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert named - {"show"} == set(get_args(Show))
