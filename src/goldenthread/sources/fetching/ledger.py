"""fetched.json: what was fetched from where, in which version, with which digest, and when."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from goldenthread.nouns import GoldenThreadError

NAME = "fetched.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was fetched. ``url_path`` is its address without the service's own."""

    dataset: str
    file: str
    title: str
    id: str
    version: str
    years: str
    published: str
    url_path: str
    sha256: str
    bytes: int
    when: str


class Ledger:
    """The entries of one folder, by data set. Saved whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Read the folder's ledger; raises GoldenThreadError where it cannot be understood."""
        self.path = folder / NAME
        self._entries: dict[str, Entry] = {}
        if not self.path.exists():
            return
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
            for item in data["files"]:
                self._entries[item["dataset"]] = Entry(**item)
        except (OSError, ValueError, TypeError, KeyError):
            raise GoldenThreadError(
                f"{self.path} cannot be read as a record of what was fetched: move it away, and"
                " the files will be fetched again."
            ) from None

    def get(self, dataset: str) -> Entry | None:
        """What was fetched for a data set, or None."""
        return self._entries.get(dataset)

    def record(self, entry: Entry) -> None:
        """Put an entry in place of the data set's earlier one, and save."""
        self._entries[entry.dataset] = entry
        files = [asdict(each) for _, each in sorted(self._entries.items())]
        part = self.path.with_suffix(".json.part")
        part.write_text(
            json.dumps({"schema": 1, "files": files}, indent=2, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )
        part.replace(self.path)
