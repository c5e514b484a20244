"""The figure book's columns: what each holds, in one table that code, tests and the page share.

The Parquet files carry ``SCHEMA_VERSION`` in their metadata; a reader refuses a newer one and
migrates an older one.
"""

from dataclasses import dataclass

import pyarrow as pa

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type, and what it means to a person."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False


COLUMNS = (
    Column("indicator", pa.string(), "Name of the indicator, as in the catalogue"),
    Column("unit", pa.string(), "What the value is a number of"),
    Column("area_code", pa.string(), "Key of the area: old council code, ONS region code or slug"),
    Column("area", pa.string(), "Name of the area"),
    Column("area_kind", pa.string(), "Council, region, country, ward, footprint and so on"),
    Column("period", pa.string(), "Written code of the period, such as 2023-24 or 2024-03-31"),
    Column("period_kind", pa.string(), "Financial year, year end, month and so on"),
    Column("period_start", pa.date32(), "First day of the period"),
    Column("period_end", pa.date32(), "Last day of the period"),
    Column("breakdown", pa.string(), "dimension=value pairs; empty: the whole"),
    Column("value", pa.float64(), "The value as published or computed", nullable=True),
    Column("symbol", pa.string(), "The letter in its place where there is no value", nullable=True),
    Column("decimals", pa.int8(), "Decimal places the source gives"),
    Column("numerator", pa.float64(), "Count above the line, where known", nullable=True),
    Column("denominator", pa.float64(), "Count or population below it, where known", nullable=True),
    Column(
        "denominator_vintage",
        pa.string(),
        "Which population estimate is used, or which other release prints the counts",
    ),
    Column("status", pa.string(), "Forecast, provisional or final"),
    Column("quality", pa.string(), "Good, caution or poor"),
    Column("quality_note", pa.string(), "Why, where it is not good"),
    Column("sensitivity", pa.string(), "Whom a small count could give away"),
    Column("source", pa.string(), "Dataset, such as dfe.c4 or lait, or a partnership's table"),
    Column("vintage", pa.string(), "Release of the dataset"),
    Column("file", pa.string(), "Name of the file it was read from"),
    Column("digest", pa.string(), "SHA-256 of that file"),
    Column("locator", pa.string(), "Row and column, or sheet and cell, in that file"),
    Column("definition", pa.string(), "Version of the definition it was counted by"),
    Column("known_since", pa.date32(), "Day it could first be known", nullable=True),
    Column("calculation", pa.string(), "How it was worked out, where it was computed"),
    Column("inputs", pa.string(), "Ids of the figures it was computed from, semicolon separated"),
)

SCHEMA = pa.schema(
    [pa.field(c.name, c.type, nullable=c.nullable) for c in COLUMNS],
    metadata={"goldenthread.figure_book": str(SCHEMA_VERSION)},
)
