"""`goldenthread areas`: which areas there are, and by which codes files call them."""

import click

from goldenthread.cli.common import format_option, say_json, say_table
from goldenthread.nouns import Area, AreaKind, GoldenThreadError
from goldenthread.nouns.register import areas, find_area, last_day, region_of

KINDS = (AreaKind.COUNCIL, AreaKind.REGION, AreaKind.COUNTRY, AreaKind.PARTNERSHIP)


@click.command("areas")
@click.argument("text", required=False)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in KINDS]),
    help="Only areas of this kind.",
)
@click.option("--region", metavar="REGION", help="Only areas in this region, by name or code.")
@click.option("--former", is_flag=True, help="Also councils that are no more.")
@format_option
def command(
    text: str | None, kind: str | None, region: str | None, former: bool, format: str
) -> None:
    """List the councils, regions and their codes.

    TEXT keeps the areas whose name or code has it. The code in the first column is the one that
    figures are kept under: the Department for Education’s number for a council, because its
    longer codes change when a boundary moves.
    """
    inside = find_area(region) if region else None
    found = [
        each
        for each in areas()
        if (not kind or each.kind == kind)
        and (not inside or each.region == inside.code)
        and (former or last_day(each.code) is None)
        and (not text or text.casefold() in _all_names(each))
    ]
    if not found:
        raise GoldenThreadError(
            "No area fits: give less of its name, or add --former for a council that is no more."
        )
    if format == "json":
        say_json([_as_json(each) for each in found])
        return
    say_table(
        ("Code", "Name", "Kind", "Region", "Codes in files"),
        [(e.code, e.name, e.kind.value, _region(e), ", ".join(e.ons_codes)) for e in found],
    )


def _all_names(area: Area) -> str:
    return " ".join([area.name, area.code, *area.ons_codes]).casefold()


def _region(area: Area) -> str:
    region = region_of(area)
    return region.name if region else ""


def _as_json(area: Area) -> dict[str, object]:
    ended = last_day(area.code)
    return {
        "code": area.code,
        "name": area.name,
        "kind": area.kind.value,
        "region_code": area.region,
        "region": _region(area),
        "ons_codes": list(area.ons_codes),
        "members": list(area.members),
        "predecessors": list(area.predecessors),
        "successors": list(area.successors),
        "last_day": ended.isoformat() if ended else None,
    }
