"""A definition's version changes with whatever makes the number: no words, no machine."""

import ast
import textwrap
from collections.abc import Callable

import pytest

from goldenthread.figures.measured import Terms, reached
from goldenthread.figures.measured.definitions import definition, version
from goldenthread.indicators import catalogue, indicator

RE_REFERRALS = indicator("re_referrals_within_12_months")
ROOM = "goldenthread.indicators"
OWN = f"{ROOM}.referrals.re_referrals_within_12_months"

Changed = Callable[..., tuple[str, ...]]


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Changed:
    """The code an indicator comes to, with a text put for another in a module."""
    parsed = reached.parsed

    def change(module: str, old: str, new: str) -> tuple[str, ...]:
        def instead(name: str) -> ast.Module:
            if name != module:
                return parsed(name)
            text = ast.unparse(parsed(name))
            assert old in text, f"{module} no longer says {old!r}"
            return ast.parse(text.replace(old, new))

        monkeypatch.setattr(reached, "parsed", instead)
        reached._shared.cache_clear()
        found = reached.reached(RE_REFERRALS)
        monkeypatch.setattr(reached, "parsed", parsed)
        reached._shared.cache_clear()
        return found

    return change


@pytest.mark.parametrize(
    ("module", "old", "new", "changes"),
    [
        (OWN, "day='referral_date'", "day='closure_date'", True),
        (OWN, "All referrals received in the year.", "All the year’s referrals.", False),
        (OWN, "title='Re-referrals", "title='Referrals again", False),
        (f"{ROOM}.steps", "before.notnull() & soon", "soon", True),  # a step it takes
        (f"{ROOM}.steps", "class Steps:", "class Other:\n    pass\n\nclass Steps:", False),
        (f"{ROOM}.steps", "last < first", "last <= first", False),  # a step it does not take
        (f"{ROOM}.journey", "interval(days=365)", "interval(days=366)", True),
        (f"{ROOM}.journey", "('1-4', 1, 5)", "('1-4', 1, 6)", True),  # a constant of a breakdown
        (f"{ROOM}.journey", "Whole years from one day", "Years from one day", False),  # words
        (f"{ROOM}.protection", "conference_date", "the_date", False),
    ],
)
def test_the_version_follows_the_code_that_counts(
    changed: Changed, module: str, old: str, new: str, changes: bool
) -> None:
    before = reached.reached(RE_REFERRALS)
    assert (changed(module, old, new) != before) is changes


def test_layout_comments_types_and_documentation_are_no_code() -> None:
    def shape(text: str) -> str:
        return reached._shape(ast.parse(textwrap.dedent(text)).body[0])

    plain = shape("def a(b):\n    return f'{b} c'")
    assert plain == shape('''
        def a(b: int) -> str:
            """Says what it does."""
            # and why
            return (
                f"{b} c"
            )
        ''')
    assert plain != shape("def a(b):\n    return f'{b} d'")


def test_the_groups_of_a_list_that_is_labelled_with_are_part_of_it() -> None:
    assert any(each.startswith("referral_source: {") for each in reached.reached(RE_REFERRALS))
    assert not any(each.startswith("abuse_category") for each in reached.reached(RE_REFERRALS))


def test_every_indicator_comes_to_code_that_reads_its_tables() -> None:
    for one in catalogue().values():
        if one.expression:
            texts = reached.reached(one)
            assert any("Journey.table" in each for each in texts), one.name
            said = "\n".join(texts)
            unread = {need.table for need in one.expression.needs if f"'{need.table}'" not in said}
            assert unread == set(), f"{one.name} is not seen to read {unread}"


def test_the_version_follows_the_choices_it_is_counted_by_and_no_others() -> None:
    by_months, by_days = ({"within_12_months": each} for each in ("calendar", "365_days"))
    assert version(RE_REFERRALS) == version(RE_REFERRALS, Terms(by_months))
    assert version(RE_REFERRALS) != version(RE_REFERRALS, Terms(by_days))
    referrals = indicator("referrals")
    assert version(referrals) == version(referrals, Terms(by_days))


def test_a_definition_names_basis_and_version() -> None:
    written = definition(indicator("referrals"))
    assert written == f"referrals:records@{version(indicator('referrals'))}"
    assert definition(RE_REFERRALS).startswith(
        "re_referrals_within_12_months:records(same_day_referral=no,within_12_months=calendar)@"
    )
