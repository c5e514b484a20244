"""The returns that a folder of records was put together from, each as it was read.

Their tables are read when they are asked for: rules between returns need them, measuring does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.parquet.writing import folder_of
from goldenthread.tables import Balance, Coverage, Return, catalogue


class Tables(Mapping[str, pa.Table]):
    """The tables of one return in a folder, by name."""

    def __init__(self, folder: Path, rows: Mapping[str, int]) -> None:
        self._folder = folder
        self._rows = rows
        self._read: dict[str, pa.Table] = {}

    def __getitem__(self, name: str) -> pa.Table:
        """A table; raises GoldenThreadError where its file is not as it was written."""
        if name not in self._read:
            schema = catalogue()[name].schema
            self._read[name] = (
                self._table(name, schema) if self._rows[name] else schema.empty_table()
            )
        return self._read[name]

    def _table(self, name: str, schema: pa.Schema) -> pa.Table:
        file = self._folder / f"{name}.parquet"
        try:
            return pq.read_table(file, columns=schema.names).cast(schema)
        except (OSError, pa.ArrowException, ValueError) as error:
            raise GoldenThreadError(
                f"{file} is not as `goldenthread read --out` writes it: write the folder again "
                "from the returns."
            ) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def parts(
    folder: Path, told: Sequence[Return], whole: Mapping[str, pa.Table]
) -> tuple[Return, ...]:
    """The returns with their tables; of one alone, these are those of the whole."""
    if len(told) == 1:
        theirs = {name: whole[name] for name in told[0].balances if name in whole}
        return (replace(told[0], tables=theirs),)
    return tuple(
        replace(
            each,
            tables=Tables(
                folder_of(folder, number),
                {name: balance.kept for name, balance in each.balances.items()},
            ),
        )
        for number, each in enumerate(told)
    )


def part_of(told: Mapping[str, Any]) -> Return:
    """A return as the page of contents tells it, yet without its tables.

    Raises KeyError, TypeError or ValueError where it does not tell it.
    """
    rows = {str(name): int(count) for name, count in told["rows"].items() if name in catalogue()}
    return Return(
        file=str(told["file"]),
        kind=str(told["kind"]),
        digest=str(told["digest"]),
        area=str(told["area"]),
        areas=tuple(str(each) for each in told["areas"]),
        year=None if told["year"] is None else int(told["year"]),
        tables={},
        coverage=tuple(spanned(each) for each in told["coverage"]),
        balances={name: Balance(count, count) for name, count in rows.items()},
        untold={
            str(name): frozenset(str(column) for column in columns)
            for name, columns in told["untold"].items()
        },
    )


def spanned(told: Mapping[str, Any]) -> Coverage:
    """A coverage as the page of contents tells it."""
    return Coverage(
        str(told["table"]),
        str(told["area"]),
        date.fromisoformat(told["start"]),
        date.fromisoformat(told["end"]),
    )
