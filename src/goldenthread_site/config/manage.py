"""The command ``goldenthread-site``: Django's own commands and the site's."""

import os
import sys

from goldenthread_site.barrier.asking import as_the_system


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread_site.config.settings")
    from django.core.management import execute_from_command_line

    # Django's own command moves rows of every table; each of the site's says for itself.
    if sys.argv[1:2] == ["migrate"]:
        with as_the_system("the tables are brought up to date"):
            execute_from_command_line(sys.argv)
    else:
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
