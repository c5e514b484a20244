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

    @property
    def whole(self) -> bool:
        """True where every check holds and nothing of what was read was lost."""
        errors = [fault for fault in self.checks["faults"] if fault["severity"] == "error"]
        return self.holds and not errors

    def lines(self) -> list[str]:
        """What to print: what was made, what was found, and where to look."""
        found = self.checks
        lines = [f"Made {self.title}, with {self.figures} figures, each with its thread."]
        lines += [
            f"  {'holds' if c['holds'] else 'FAILS'}  {c['name']}: {c['detail']}"
            for c in found["checks"]
        ]
        if inherited := len(found["inherited"]):
            lines.append(
                f"Withheld by public sources, yet to be worked out from their own tables: "
                f"{inherited} of the counts used here; this report adds nothing to that, and "
                "checks.json names them."
            )
        unmet = [r for r in found["requirements"] if r["state"] != "met"]
        lines.append(
            f"{found['edition']['title']} asks for {len(found['requirements'])} things; "
            f"{len(unmet)} are still for people to write, and checks.json lists them."
        )
        lines += [f"Stands out: {each['title']} ({each['reason']})." for each in found["outliers"]]
        serious = [fault for fault in found["faults"] if fault["severity"] != "note"]
        if serious:
            lines.append(f"Faults in what was read: {len(serious)}; checks.json names each.")
            lines += [
                f"  {each['file']}, {each['place']}: {each['message']}" for each in serious[:3]
            ]
        lines.append(f"Look at {self.folder / 'index.html'} first; also: {', '.join(self.files)}.")
        return lines
