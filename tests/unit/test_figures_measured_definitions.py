"""A definition's version changes with whatever makes the number, not with the machine."""

import pytest

from goldenthread.figures.measured import definitions
from goldenthread.figures.measured.definitions import definition, version
from goldenthread.indicators import indicator

RE_REFERRALS = indicator("re_referrals_within_12_months")
ROOM = "goldenthread.indicators"


@pytest.mark.parametrize(
    ("module", "changes"),
    [
        (f"{ROOM}.referrals.re_referrals_within_12_months", True),
        (f"{ROOM}.journey", True),
        (f"{ROOM}.counting", True),
        (f"{ROOM}.steps", True),  # the journey takes steps from it
        (f"{ROOM}.referrals.referrals", False),
        (f"{ROOM}.definition", False),
    ],
)
def test_the_version_follows_the_text_of_what_counts(
    module: str, changes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version(RE_REFERRALS)
    text = definitions._text
    monkeypatch.setattr(
        definitions, "_text", lambda name: text(name) + ("\n# more" if name == module else "")
    )
    definitions._texts.cache_clear()
    after = version(RE_REFERRALS)
    definitions._texts.cache_clear()
    assert (after != before) is changes


def test_the_version_follows_the_choices_it_is_counted_by_and_no_others() -> None:
    assert version(RE_REFERRALS) == version(RE_REFERRALS, {"within_12_months": "calendar"})
    assert version(RE_REFERRALS) != version(RE_REFERRALS, {"within_12_months": "365_days"})
    referrals = indicator("referrals")
    assert version(referrals) == version(referrals, {"within_12_months": "365_days"})


def test_a_definition_names_basis_and_version() -> None:
    written = definition(indicator("referrals"))
    assert written == f"referrals:records@{version(indicator('referrals'))}"
    assert definition(RE_REFERRALS).startswith(
        "re_referrals_within_12_months:records(same_day_referral=no,within_12_months=calendar)@"
    )
