"""Writes the pages of docs/reference that are made from the code: run by ``make docs``.

A test compares each committed page with what its function says, so that none can fall behind.
"""

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"

# Each page, and the function that says it.
PAGES = {
    "checks.md": "goldenthread.claims.documentation:page",
    "codes.md": "goldenthread.tables.documentation:codes_page",
    "command-line.md": "goldenthread.cli.manual:page",
    "disclosure-rules.md": "goldenthread.disclosure.documentation:page",
    "figure-book.md": "goldenthread.figures.documentation:page",
    "indicator-manual.md": "tests.manual.page:page",
    "indicators.md": "goldenthread.indicators.documentation:page",
    "openapi.json": "goldenthread_site.api.v1.documentation:page",
    "record-rules.md": "goldenthread.sources.rules.documentation:page",
    "return-states.md": "goldenthread_site.returns.documentation:page",
    "returns-gcp2.md": "goldenthread.sources.gcp2.page:page",
    "returns-mash.md": "goldenthread.sources.mash.page:page",
    "roles-and-permissions.md": "goldenthread_site.directory.people.documentation:page",
    "rows-kept-back.md": "goldenthread_site.barrier.documentation:page",
    "tables.md": "goldenthread.tables.documentation:page",
}


def text_of(name: str) -> str:
    """What a page now has to say."""
    module, function = PAGES[name].split(":")
    text: str = getattr(import_module(module), function)()
    return text


def main() -> None:
    """Write every page, and say which changed."""
    sys.path.insert(0, str(ROOT))  # the manual is told from the tests
    REFERENCE.mkdir(exist_ok=True)
    for name in PAGES:
        path, text = REFERENCE / name, text_of(name)
        before = path.read_text(encoding="utf-8") if path.exists() else None
        if text != before:
            path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.name}: {'unchanged' if text == before else 'written'}")


if __name__ == "__main__":
    main()
