"""What a finished report tells the person who asked for it: what was made, found and left."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class ReportMade:
    """The result of making a report.

    ``folder`` holds the files named; ``checks`` is the content of ``checks.json``; ``faults`` the
    number of faults in what was read, by severity.
    """

    folder: Path
    files: tuple[str, ...]
    title: str
    figures: int
    checks: dict[str, Any]

    @property
    def holds(self) -> bool:
        """True where every check of the report holds."""
        return all(check["holds"] for check in self.checks["checks"])

    def lines(self) -> list[str]:
        """What to print: what was made, what was found, and where to look."""
        found = self.checks
        lines = [f"Made {self.title}, with {self.figures} figures, each with its thread."]
        lines += [
            f"  {'holds' if c['holds'] else 'FAILS'}  {c['name']}: {c['detail']}"
            for c in found["checks"]
        ]
        unmet = [r for r in found["requirements"] if r["state"] != "met"]
        lines.append(
            f"{found['edition']['title']}: {len(found['requirements']) - len(unmet)} of "
            f"{len(found['requirements'])} requirements met; still to write: "
            f"{'; '.join(r['key'] for r in unmet) or 'nothing'}."
        )
        lines += [f"Stands out: {each['title']} ({each['reason']})." for each in found["outliers"]]
        serious = [fault for fault in found["faults"] if fault["severity"] != "note"]
        if serious:
            lines.append(f"{len(serious)} faults in what was read; checks.json names each.")
        lines.append(f"Look at {self.folder / 'index.html'} first; also: {', '.join(self.files)}.")
        return lines
