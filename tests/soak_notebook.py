"""What a long run has done so far, written down as it goes, so that one broken off can go on.

A machine that is switched off after an hour used to take the hour with it. The notebook holds a
line for each test that came to its end, whatever its end was, under the commit that was tried.
Asked again at the same commit with nothing changed, those tests are counted and not run: a test is
counted once, by its first outcome, so a failure cannot be run away.
"""

import json
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Told:
    """What one test told: how it ended, what it counted, how many examples it was given."""

    test: str
    outcome: str = "passed"
    tallies: list[tuple[str, int]] = field(default_factory=list)
    examples: int | None = None


@dataclass
class Sitting:
    """One stretch of a long run, from its start to its end or to where it was broken off."""

    seed: str
    seconds: float = 0.0


class Notebook:
    """The lines written down for one commit; empty where the tree has changes of its own."""

    def __init__(self, path: Path, commit: str) -> None:
        self.path = path
        self.commit = commit
        self.told: dict[str, Told] = {}
        self.sittings: list[Sitting] = []

    def open(self, seed: str) -> None:
        """Read what an earlier sitting at this commit left, and begin a sitting."""
        lines: list[str] = []
        if self.commit and self.path.is_file():
            lines = self._read(self.path.read_text(encoding="utf-8").splitlines())
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        header = json.dumps({"commit": self.commit})
        part.write_text("".join(f"{line}\n" for line in [header, *lines]), encoding="utf-8")
        part.replace(self.path)
        self.sittings.append(Sitting(seed))
        self._write({"seed": seed})

    def tell(self, told: Told, seconds: float) -> None:
        """Write down one test that ended, ``seconds`` after its sitting began."""
        self.told[told.test] = told
        self.sittings[-1].seconds = seconds
        self._write({**asdict(told), "seconds": seconds})

    def close(self) -> None:
        """All is told, and on its page: the next run begins anew."""
        self.path.unlink(missing_ok=True)

    def _write(self, line: dict[str, object]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _read(self, lines: list[str]) -> list[str]:
        """Take up what was written down of this commit, and give back the lines that hold it.

        The last line may have been cut off in the middle; its test is then run again.
        """
        if not lines or json.loads(lines[0]) != {"commit": self.commit}:
            return []
        for number, text in enumerate(lines[1:], start=1):
            try:
                line = json.loads(text)
            except json.JSONDecodeError:
                if number == len(lines) - 1:
                    return lines[1:number]
                raise
            if "test" not in line:
                self.sittings.append(Sitting(line["seed"]))
                continue
            self.sittings[-1].seconds = line.pop("seconds")
            line["tallies"] = [(what, number) for what, number in line["tallies"]]
            self.told[line["test"]] = Told(**line)
        return lines[1:]


def commit_tried(root: Path) -> tuple[str, bool]:
    """The commit of ``root``, shortened, and whether its files are just that commit's."""

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    commit = git("rev-parse", "--short=12", "HEAD")
    return commit, bool(commit) and not git("status", "--porcelain")
