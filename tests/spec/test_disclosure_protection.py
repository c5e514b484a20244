"""What is hidden in a release before it may leave, by worked examples an analyst can follow.

Each example is a folder as it is inside; ``protected`` gives what the public may read. Counts of
1 to 5 are protected.
"""

from pathlib import Path

from goldenthread.disclosure.publication import read_publication
from tests.factories.protected import inside, protected

QUARTER = """
    [[dimension]]
    name = "period"
    [[dimension.total]]
    is = "2023-24 Q4"
    of = ["2024-01", "2024-02", "2024-03"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


def test_one_small_count_takes_the_cheapest_of_its_sum_with_it(tmp_path: Path) -> None:
    """January is 3. With January alone hidden, 20 - 9 - 8 gives it; so March, the smaller, goes."""
    release = inside(
        tmp_path,
        QUARTER,
        contacts="period, value\n2024-01, 3\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    assert protected(tmp_path, release)["contacts"] == {
        "2024-01": "c",
        "2024-02": "9",
        "2024-03": "c",
        "2023-24 Q4": "20",
    }


def test_two_small_counts_protect_each_other_only_if_enough_is_left(tmp_path: Path) -> None:
    """6 are left for January and February together: either could be 6. Of 4 neither could be."""
    enough = inside(
        tmp_path,
        QUARTER,
        name="enough",
        contacts="period, value\n2024-01, 2\n2024-02, 4\n2024-03, 14\n2023-24 Q4, 20",
    )
    assert protected(tmp_path, enough)["contacts"]["2024-03"] == "14"
    little = inside(
        tmp_path,
        QUARTER,
        name="little",
        contacts="period, value\n2024-01, 2\n2024-02, 2\n2024-03, 16\n2023-24 Q4, 20",
    )
    hidden = protected(tmp_path, little)["contacts"]
    assert "c" in (hidden["2024-03"], hidden["2023-24 Q4"])


def test_a_table_without_small_counts_leaves_as_it_is(tmp_path: Path) -> None:
    printed = "period, value\n2024-01, 0\n2024-02, 9\n2024-03, 11\n2023-24 Q4, 20"
    release = inside(tmp_path, QUARTER, contacts=printed)
    assert "c" not in protected(tmp_path, release)["contacts"].values()
    safe = tmp_path / "safe" / release.name / "contacts.csv"
    assert safe.read_text() == (release / "contacts.csv").read_text()


FOUR_BY_FOUR = """
    [[dimension]]
    name = "agency"
    [[dimension.total]]
    is = "All agencies"
    of = ["Police", "Health", "School", "Other"]
    [[dimension]]
    name = "area"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "East", "South", "West"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""
COUNTS = """
    agency,       area,  value
    Police,       North, 15
    Police,       East,  6
    Police,       South, 3
    Police,       West,  21
    Police,       Luton, 45
    Health,       North, 5
    Health,       East,  17
    Health,       South, 17
    Health,       West,  11
    Health,       Luton, 50
    School,       North, 15
    School,       East,  10
    School,       South, 4
    School,       West,  6
    School,       Luton, 35
    Other,        North, 13
    Other,        East,  16
    Other,        South, 4
    Other,        West,  17
    Other,        Luton, 50
    All agencies, North, 48
    All agencies, East,  49
    All agencies, South, 28
    All agencies, West,  55
    All agencies, Luton, 180
"""


def test_the_classic_four_by_four_keeps_its_margins(tmp_path: Path) -> None:
    """Two hidden in every line would still have given Police in the South away.

    All four small counts are hidden and no total is; every line that hides one hides another.
    """
    table = protected(tmp_path, inside(tmp_path, FOUR_BY_FOUR, contacts=COUNTS))["contacts"]
    hidden = {place for place, value in table.items() if value == "c"}
    assert {"Police,South", "School,South", "Other,South", "Health,North"} <= hidden
    assert not {place for place in hidden if "Luton" in place or "All" in place}
    for line in ("Police", "Health", "School", "Other", "North", "East", "South", "West"):
        assert len([place for place in hidden if line in place.split(",")]) != 1, line


def test_a_quarter_hidden_for_its_month_takes_another_quarter_along(tmp_path: Path) -> None:
    """January, 4, is a part of its quarter and the quarter of its year: no sum is left with one."""
    release = inside(
        tmp_path,
        """
            [[dimension]]
            name = "period"
            [[dimension.total]]
            is = "2023-24"
            of = ["2023-24 Q1", "2023-24 Q2", "2023-24 Q3", "2023-24 Q4"]
            [[dimension.total]]
            is = "2023-24 Q4"
            of = ["2024-01", "2024-02", "2024-03"]
            [[table]]
            file = "months.csv"
            measure = "contacts"
            [[table]]
            file = "quarters.csv"
            measure = "contacts"
            cost = 0.1                              # quarters are wanted less than months here
        """,
        months="period, value\n2024-01, 4\n2024-02, 120\n2024-03, 100",
        quarters="""
            period,     value
            2023-24 Q1, 200
            2023-24 Q2, 300
            2023-24 Q3, 240
            2023-24 Q4, 224
            2023-24,    964
        """,
    )
    tables = protected(tmp_path, release)
    assert tables["months"] == {"2024-01": "c", "2024-02": "120", "2024-03": "100"}
    hidden = [place for place, value in tables["quarters"].items() if value == "c"]
    assert hidden == ["2023-24 Q1", "2023-24 Q4"]


def test_two_overlapping_geographies_are_seen_together(tmp_path: Path) -> None:
    """The locality less the cluster is Farley, 4, though Farley is printed nowhere."""
    release = inside(
        tmp_path,
        """
            [[dimension]]
            name = "area"
            [[dimension.total]]
            is = "Locality"
            of = ["Dallow", "Biscot", "Farley"]
            [[dimension.total]]
            is = "School cluster"
            of = ["Dallow", "Biscot"]
            [[table]]
            file = "localities.csv"
            measure = "contacts"
            [[table]]
            file = "clusters.csv"
            measure = "contacts"
        """,
        localities="area, value\nLocality, 44",
        clusters="area, value\nSchool cluster, 40",
    )
    tables = protected(tmp_path, release)
    assert sorted([*tables["localities"].values(), *tables["clusters"].values()]) == ["44", "c"]


SHARES = """
    [[dimension]]
    name = "area"
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
    [[table]]
    file = "conversion.csv"
    measure = "referrals"
    percent_of = "contacts"
    decimals = 1
"""


def test_a_percentage_with_its_base_is_the_count(tmp_path: Path) -> None:
    """7.5% of 40 contacts is 3 referrals, printed nowhere: the percentage is hidden."""
    release = inside(
        tmp_path,
        SHARES,
        contacts="area, value\nNorth, 40\nSouth, 60",
        conversion="area, value, numerator, denominator\nNorth, 7.5, 3, 40\nSouth, 25.0, 15, 60",
    )
    tables = protected(tmp_path, release)
    assert tables["contacts"] == {"North": "40", "South": "60"}
    assert tables["conversion"] == {"North": "c", "South": "25.0"}


def test_a_percentage_that_leaves_few_over_is_hidden_and_so_is_their_difference(
    tmp_path: Path,
) -> None:
    """37 of 40 contacts were referred, 3 were not: 40 less 37 would say so even without 92.5%."""
    release = inside(
        tmp_path,
        SHARES + '[[table]]\nfile = "referrals.csv"\nmeasure = "referrals"\n',
        contacts="area, value\nNorth, 40",
        conversion="area, value, numerator, denominator\nNorth, 92.5, 37, 40",
        referrals="area, value\nNorth, 37",
    )
    tables = protected(tmp_path, release)
    assert tables["conversion"] == {"North": "c"}
    assert sorted([tables["contacts"]["North"], tables["referrals"]["North"]])[1] == "c"


def test_a_sentence_that_repeats_a_hidden_number_is_hidden_too(tmp_path: Path) -> None:
    release = inside(
        tmp_path,
        QUARTER
        + '[[statement]]\nmeasure = "contacts"\nat = { period = "2024-01" }\nvalue = 3\n'
        + 'place = "Front door, second paragraph"\n'
        + '[[statement]]\nmeasure = "contacts"\nat = { period = "2024-02" }\nvalue = 9\n',
        contacts="period, value\n2024-01, 3\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    protected(tmp_path, release)
    first, second = read_publication(tmp_path / "safe" / release.name).items[-2:]
    assert (first.place, first.value) == ("Front door, second paragraph", None)
    assert second.value == 9
