"""Made-up published files: a few areas in the Department for Education's standard form."""

from collections.abc import Iterable, Mapping
from pathlib import Path

GEOGRAPHY = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
    "category",
)
NAME_BEFORE_CODE = (*GEOGRAPHY[:8], "la_name", "new_la_code", "category")

ENGLAND = ("National", "", "", "", "", "")
EAST = ("Regional", "E12000006", "East of England", "", "", "")
LUTON = ("Local authority", "E12000006", "East of England", "821", "E06000032", "Luton")
GATESHEAD = ("Local authority", "E12000001", "North East", "390", "E08000037", "Gateshead")
GATESHEAD_BEFORE = ("Local authority", "E12000001", "North East", "390", "E08000020", "Gateshead")

C1 = "c1_children_in_need_referrals_and_rereferrals_2024_to_2024.csv"
C1_NEXT = "c1_children_in_need_referrals_and_rereferrals_2024_to_2025.csv"
C4 = "c4_children_in_need_section_47s_and_icpcs_2024_to_2024.csv"
POPULATION = "ons_mid-year_population_estimates_2023_to_2023.csv"
POPULATION_NEXT = "ons_mid-year_population_estimates_2023_to_2024.csv"
STABILITY = "la_cla_placement_stability.csv"


def geography(area: tuple[str, ...], year: int) -> dict[str, str]:
    """The columns that say where and when."""
    level, region, region_name, old, new, name = area
    values = (str(year), "Reporting year", level, "E92000001", "England")
    values += (region, region_name, old, new, name, "Made up")
    return dict(zip(GEOGRAPHY, values, strict=True))


def table(
    rows: Iterable[tuple[tuple[str, ...], int, Mapping[str, str]]],
    order: tuple[str, ...] = GEOGRAPHY,
    line_end: str = "\r\n",
) -> str:
    """A file's text: each row an area, a year and its cells by column."""
    lines = []
    for area, year, cells in rows:
        where = geography(area, year)
        if not lines:
            lines.append(",".join((*order, *cells)))
        lines.append(",".join((*(where[name] for name in order), *cells.values())))
    return "".join(line + line_end for line in lines)


def c1_cells(**changes: str) -> dict[str, str]:
    """Luton's referrals in the year to March 2024, as the release of 2024 prints them."""
    return {
        "Referrals": "3130",
        "Referrals_rate": "519.9",
        "Re_referrals": "652",
        "Re_referrals_percent": "20.8",
        "No_Further_Action": "109",
        "No_Further_Action_percent": "3.5",
        "Not_in_Need": "1221",
        "Not_in_Need_percent": "39",
        "Referrals_child": "2802",
        "Referrals_child_rate": "465.4",
        "Re_referrals_child": "575",
        "Re_referrals_child_percent": "20.5",
    } | changes


def c1_next_cells(**changes: str) -> dict[str, str]:
    """The same as the release of 2025 prints them: renamed, and without rates."""
    return {
        "referral_count": "3130",
        "rereferral_count": "652",
        "rereferral_percent": "20.8",
        "no_further_action_count": "109",
        "no_further_action_percent": "3.5",
        "not_in_need_count": "1221",
        "not_in_need_percent": "39",
        "referral_child_count": "2802",
        "rereferral_child_count": "575",
        "rereferral_child_percent": "20.5",
    } | changes


def c4_cells(**changes: str) -> dict[str, str]:
    """Luton's section 47 enquiries and conferences in the year to March 2024."""
    return {
        "Section47": "1252",
        "Section47_rate": "207.9",
        "Section47_child": "1122",
        "Section47_child_rate": "186.4",
        "ICPC": "551",
        "ICPC_rate": "91.5",
        "ICPC_child": "551",
        "ICPC_child_rate": "91.5",
        "Duration_0-10_days": "36",
        "Duration_11-15_days": "403",
        "Duration_16-20_days": "42",
        "Duration_21+_days": "70",
        "Duration_25th_Percentile": "13",
        "Duration_median": "14",
        "Duration_75th_Percentile": "15",
    } | changes


def population_cells(estimate: str) -> dict[str, str]:
    """Children aged 0 to 17."""
    return {"age_group": "Children aged 0 to 17 years", "population_estimate": estimate}


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """Put a file into a folder and say where it is."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def a_folder(folder: Path) -> Path:
    """A folder with a population file and the c1 and c4 files of 2024, all well."""
    where = (ENGLAND, EAST, LUTON)
    people = [(ENGLAND, "11998646"), (EAST, "1330000"), (LUTON, "60207")]
    write(folder, POPULATION, table((area, 2023, population_cells(n)) for area, n in people))
    write(folder, C1, table((area, 2024, c1_cells()) for area in where))
    write(folder, C4, table((area, 2024, c4_cells()) for area in where))
    return folder
