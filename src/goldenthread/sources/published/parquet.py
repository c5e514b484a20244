"""Opens one delivered parquet file as text columns, or says what is wrong with it. Never raises."""

from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.nouns import Fault

MOST_ROWS = 5_000_000
MOST_BYTES = 2 * 1024**3


def open_parquet(
    path: Path, columns: tuple[str, ...], largest: int
) -> tuple[pa.Table | None, str, list[Fault]]:
    """The columns asked for as text, the file's digest, and what was wrong.

    None in place of the table where it cannot be used. What the file says it unpacks to is
    checked before it is unpacked.
    """

    def refuse(rule: str, message: str) -> tuple[None, str, list[Fault]]:
        return None, "", [Fault(rule, message, path.name)]

    try:
        if path.stat().st_size > largest:
            return refuse("too-large", f"it is larger than the {largest:,} bytes allowed")
        data = path.read_bytes()
        file = pq.ParquetFile(pa.BufferReader(data))
        metadata = file.metadata
        unpacked = sum(
            metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups)
        )
        if metadata.num_rows > MOST_ROWS or unpacked > MOST_BYTES:
            return refuse("too-large", "it unpacks to more rows or bytes than are allowed")
        missing = [name for name in columns if name not in file.schema_arrow.names]
        if missing:
            return refuse(
                "missing-column", f"there is no column {', '.join(missing)}; download it again"
            )
        table = file.read(columns=list(columns), use_threads=False)
        texts = [table.column(name).cast(pa.string()).fill_null("") for name in columns]
    except (pa.ArrowException, OSError, ValueError) as error:
        return refuse(
            "unreadable",
            f"it cannot be read as parquet ({type(error).__name__}); download it again",
        )
    return pa.table(dict(zip(columns, texts, strict=True))), sha256(data).hexdigest(), []
