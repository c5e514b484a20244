"""The digest of a return's files, by which a thread names them; and names for nameless things."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path


def of_files(paths: Sequence[Path]) -> str:
    """The SHA-256 of a file; of several, that of their digests in order."""
    digests = []
    for path in paths:
        with path.open("rb") as file:
            digests.append(hashlib.file_digest(file, "sha256").hexdigest())
    if len(digests) == 1:
        return digests[0]
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()


def of_identity(parts: Iterable[str | None]) -> str:
    """A name for a thing that its format gives none, the same in every return that tells of it.

    Made of what its key is made of, and digested, so that no identifier of a child stands in it.
    """
    text = "\x1f".join(part or "" for part in parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
