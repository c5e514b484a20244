"""Fetching from the stand-in service: what the tests of it share."""

from pathlib import Path

from goldenthread.sources.fetching import Outcome, Service, fetch

C4 = "C4 Section 47 enquiries and initial child protection conferences"
FILE = "c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv"


def fetched(folder: Path, service: Service, *names: str, **more: object) -> list[Outcome]:
    return list(fetch(folder, service, names or ("dfe.c4",), **more))  # type: ignore[arg-type]


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
