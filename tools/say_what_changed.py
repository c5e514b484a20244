"""Says what changed in how indicators are counted, for those that are counted in a new way by now.

For whoever changed an expression, or a step that expressions share:

    .venv/bin/python tools/say_what_changed.py "The note that people will read."

The indicators found are added to changes.toml with the note and the day. Where they changed for
different reasons, name the ones a note is for after it. Words alone change nothing, and need no
note.
"""

import argparse
from datetime import date
from pathlib import Path

from goldenthread.figures.measured import changes
from goldenthread.figures.measured.changes import Change, untold, written
from goldenthread.indicators import catalogue

FILE = Path(changes.__file__).with_name("changes.toml")


def say(note: str, names: list[str], on: date) -> list[str]:
    """Add the change to the file; the names of the indicators it tells of."""
    text = FILE.read_text(encoding="utf-8")
    found = untold(catalogue().values(), changes.read(text))
    told = {name: held for name, held in found.items() if not names or name in names}
    if told:
        added = f"{text}\n{written(Change(on, note, told))}"
        FILE.write_text(added, encoding="utf-8", newline="\n")
    return sorted(told)


def main() -> None:
    """Read what to say, add it, and list what it is said of."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("note", help="what changed, in a sentence for people")
    asked.add_argument("names", nargs="*", help="only these indicators")
    given = asked.parse_args()
    told = say(given.note, given.names, date.today())
    print("\n".join(told) if told else "Nothing is counted in a way that is not told already.")


if __name__ == "__main__":
    main()
