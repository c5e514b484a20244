"""Where a row is about, in the columns of the Department for Education's open data."""

from goldenthread.nouns import Area, AreaKind, GoldenThreadError, register

COLUMNS = (
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "new_la_code",
    "old_la_code",
    "la_name",
)

# National rows come first, then regions, then councils.
LEVELS = {
    AreaKind.COUNTRY: "National",
    AreaKind.REGION: "Regional",
    AreaKind.COUNCIL: "Local authority",
}

_COUNTRY = ("E92000001", "England")
_NO_REGION = ("", "")
_NO_COUNCIL = ("", "", "")


def place(area: Area) -> tuple[str, ...]:
    """The eight columns for an area; raises KeyError for a kind of area that has no row there.

    A council's Office for National Statistics code is its latest one, blank where none is known.
    """
    level = LEVELS[area.kind]
    if area.kind is AreaKind.COUNTRY:
        return (level, *_COUNTRY, *_NO_REGION, *_NO_COUNCIL)
    if area.kind is AreaKind.REGION:
        return (level, *_COUNTRY, area.code, area.name, *_NO_COUNCIL)
    newest = area.ons_codes[-1] if area.ons_codes else ""
    return (level, *_COUNTRY, *_region(area.region), newest, area.code, area.name)


def _region(code: str) -> tuple[str, str]:
    if not code:
        return _NO_REGION
    try:
        return (code, register.area(code).name)
    except GoldenThreadError:
        return _NO_REGION
