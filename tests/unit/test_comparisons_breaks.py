"""Breaks in a series: read with clear faults, and on which side of one a period lies."""

from datetime import date

import pytest

from goldenthread.comparisons import national_breaks, read_breaks, stage_breaks
from goldenthread.indicators import catalogue
from goldenthread.nouns import Break, GoldenThreadError, Period
from goldenthread.nouns.breaks import between, is_after, within
from goldenthread.nouns.stages import stages
from tests.factories import LUTON
from tests.factories.comparing import an_indicator, years_of

GOOD = """
[[break]]
when = 2025-04-01
reason = "Family Help replaced early help and child-in-need stages."
indicators = ["early_help_episodes_open", "referrals"]
areas = ["821"]
source = "Partnership's executive, March 2025"

[[break]]
when = 2022-06-01
reason = "New threshold guidance."
indicators = ["contacts"]
source = "Partnership's yearly report for 2022-23"
confirm = "The very day."
"""


def written(tmp_path, text):
    file = tmp_path / "breaks.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_partnership_s_breaks_are_read_in_order_of_date(tmp_path):
    found = read_breaks(written(tmp_path, GOOD))
    assert [each.when for each in found] == [date(2022, 6, 1), date(2025, 4, 1)]
    assert found[0].confirm == "The very day."
    assert found[1].areas == ("821",)


def test_an_empty_file_holds_no_breaks(tmp_path):
    assert read_breaks(written(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("2022-06-01", '"June"'), "break 2: 'when':"),
        (GOOD.replace('reason = "New threshold guidance."', ""), "break 2: 'reason' is missing"),
        (GOOD.replace("New threshold guidance.", " "), "break 2: 'reason':"),
        (GOOD.replace("confirm", "conferm"), "break 2: 'conferm' is not a key that is known"),
        (GOOD.replace('["contacts"]', "[]"), "break 2: 'indicators':"),
        (GOOD.replace('["contacts"]', '"contacts"'), "break 2: 'indicators':"),
        (GOOD.replace("[[break]]", "[[breaks]]"), "begin each entry with [[break]]"),
        ("[break]\nwhen = 2022-06-01", "in double brackets"),
        ("[[break]\n", "breaks.toml is not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, said):
    with pytest.raises(GoldenThreadError) as caught:
        read_breaks(written(tmp_path, text))
    assert str(caught.value).startswith("breaks.toml")
    assert said in str(caught.value)


def test_an_indicator_nobody_knows_is_an_error(tmp_path):
    with pytest.raises(GoldenThreadError, match=r"break 2: 'contacts' is no indicator's name"):
        read_breaks(written(tmp_path, GOOD), {"early_help_episodes_open", "referrals"})


def test_a_file_that_is_absent_or_not_text_says_so(tmp_path):
    with pytest.raises(GoldenThreadError, match=r"breaks\.toml cannot be read"):
        read_breaks(tmp_path / "breaks.toml")
    file = tmp_path / "breaks.toml"
    file.write_bytes("reason = 'é'".encode("latin-1"))
    with pytest.raises(GoldenThreadError, match="save it as UTF-8"):
        read_breaks(file)


@pytest.mark.parametrize(
    ("period", "when", "after"),
    [
        ("2021-22", date(2022, 6, 1), False),
        ("2022-23", date(2022, 6, 1), True),  # ten of its twelve months
        ("2022-23", date(2023, 2, 1), False),  # two of its twelve months
        ("2022-23", date(2022, 4, 1), True),
        ("2022-23", date(2023, 4, 1), False),
        ("2024-03-31", date(2024, 3, 31), True),
        ("2024-03-31", date(2024, 4, 1), False),
        ("2024-03-31", date(2010, 1, 1), True),
        ("2022-06", date(2022, 6, 16), True),
        ("2022-06", date(2022, 6, 17), False),
    ],
)
def test_a_period_is_on_the_side_where_most_of_its_days_are(period, when, after):
    assert is_after(Period.parse(period), when) is after


def test_a_break_counts_for_its_indicators_and_areas_only():
    local = Break(date(2022, 6, 1), "Guidance.", ("contacts",), ("821",))
    years = Period.parse("2021-22"), Period.parse("2022-23")

    def found(indicator, area):
        return between(*years, indicator=indicator, area=area, breaks=[local])

    assert found("contacts", "821") is local
    assert found("contacts", "330") is None
    assert found("referrals", "821") is None
    everywhere = Break(date(2022, 6, 1), "Census.", ("contacts",))
    assert between(*years, indicator="contacts", area="330", breaks=[everywhere]) is everywhere


def test_of_two_breaks_the_last_is_told():
    breaks = [Break(date(year, 4, 1), "x", ("contacts",)) for year in (2022, 2021)]
    years = Period.parse("2019-20"), Period.parse("2022-23")
    assert between(*years, indicator="contacts", area="821", breaks=breaks) is breaks[0]


def test_only_breaks_inside_a_series_are_drawn_on_it():
    series = years_of(an_indicator(), LUTON, {2022: 1, 2023: 2, 2024: 3})
    breaks = [
        Break(when, "x", ("section_47_enquiries",))
        for when in (date(2015, 4, 1), date(2022, 6, 1), date(2024, 4, 1))
    ]
    assert within(series, breaks) == (breaks[1],)
    assert within([], breaks) == ()


def test_national_breaks_name_indicators_of_the_catalogue_and_where_they_are_known_from():
    breaks = national_breaks()
    assert breaks
    for each in breaks:
        assert set(each.indicators) <= set(catalogue())
        assert each.source
        assert not each.areas


def test_a_series_breaks_where_a_stage_took_the_place_of_what_it_counts():
    (found,) = stage_breaks(stages(), catalogue().values())
    assert (found.when, found.areas) == (date(2025, 4, 1), ("821",))
    assert found.reason.startswith("Family Help took the place of early help")
    assert found.source
    assert found.confirm
    assert "early_help_assessments" in found.indicators
    assert "children_in_need_at_31_march" in found.indicators
    assert "referrals" not in found.indicators
    assert {*found.indicators} == {each.name for each in catalogue().values() if each.stages}


def test_a_rise_is_told_across_that_day_elsewhere_and_not_in_luton():
    breaks = stage_breaks(stages(), catalogue().values())
    years = Period.parse("2024-25"), Period.parse("2025-26")

    def found(area):
        return between(*years, indicator="early_help_assessments", area=area, breaks=breaks)

    assert found("821") is breaks[0]
    assert found("822") is None
