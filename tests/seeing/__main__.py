"""Asks the site who sees what; with ``--write PAGE`` keeps it, otherwise says what differs."""

import logging
import os
import sys
from argparse import ArgumentParser
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.factories.site_settings"

import django
from django.test.utils import setup_databases, setup_test_environment

PAGE = Path("docs/reference/who-sees-what.md")


def main() -> int:
    """0 where the page says what the site answers, or says it now."""
    parser = ArgumentParser(prog="make sees", description=__doc__)
    parser.add_argument("--write", type=Path, help="the page to write")
    asked = parser.parse_args()
    django.setup()
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    setup_test_environment()
    setup_databases(verbosity=0, interactive=False)

    from goldenthread_site.barrier.asking import as_the_system
    from tests.seeing.asking import ask
    from tests.seeing.lines import lines
    from tests.seeing.page import page
    from tests.seeing.world import World

    every = lines()
    with as_the_system("the world that is asked about"):
        found = ask(World(), every)
    for fault in found.faults:
        print(fault, file=sys.stderr)
    if found.faults:
        return 1
    text = page(found.answers, every)
    if asked.write:
        asked.write.write_text(text, encoding="utf-8", newline="\n")
    if text == PAGE.read_text(encoding="utf-8"):
        return 0
    print(f"{PAGE} says otherwise: look at what changed with make sees WRITE=1", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
