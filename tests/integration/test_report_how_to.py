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
    partnership, contents, dismissals, targets = blocks("toml")
    (written,) = blocks("markdown")
    folder = tmp_path / "ours"
    (folder / "prose").mkdir(parents=True)
    settings = f'{partnership}dismissals = "dismissals.toml"\ntargets = "targets.toml"\n'
    more = ', "initial_conferences_within_15_working_days"]'
    contents = contents.replace('"initial_conferences"]', f'"initial_conferences"{more}')
    for name, text in (
        ("partnership.toml", settings),
        ("contents.toml", contents),
        ("dismissals.toml", dismissals),
        ("targets.toml", targets),
        ("prose/scrutineer.md", written),
        ("prose/section-47-tells.md", written),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    made = make_report(partnership=folder, out=tmp_path / "out")
    assert made.holds, made.lines()
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page)))
    assert text.count("reached 1,252 this year, from 912. England's rate was 187.1.") == 2
    assert "the target of 85.0%" in text
    assert "The head of safeguarding and review answers for this here." in text
    assert "A backlog was cleared" in text
    assert "Are we enquiring more, or is there more to find?" in text


def test_the_page_names_every_way_to_show_figures():
    text = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert named - {"show"} == set(get_args(Show))


def test_a_table_of_ones_own_comes_into_the_report_as_its_page_says(tmp_path):
    page = PAGE.with_name("add-a-table-mapping.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", page, re.MULTILINE | re.S))
    settings, block = re.findall(r"^```text\n(mappings.*?|  \[\[sec.*?)^```$", page, re.M | re.S)
    folder = tmp_path / "ours"
    (folder / "tables").mkdir(parents=True)
    for name in ("training_by_agency.csv", "training_by_agency.toml"):
        (folder / "tables" / name).write_text(files[name], encoding="utf-8")
    (folder / "partnership.toml").write_text(
        f'name = "Ours"\narea = "821"\ncontents = "contents.toml"\n{settings}', encoding="utf-8"
    )
    (folder / "contents.toml").write_text(
        'title = "T"\narrangement = "ours"\n[[section]]\nid = "training"\ntitle = "Training"\n'
        + block,
        encoding="utf-8",
    )
    made = make_report(partnership=folder, out=tmp_path / "out")
    assert made.whole, made.lines()
    text = unescape((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert "Training places taken: Health" in text
