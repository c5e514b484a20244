"""The command ``goldenthread-site``: Django's own commands and the site's."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from goldenthread_site.barrier.asking import as_the_system


def main() -> None:
    """Run the command named on the command line; exit 2 where the deployment is said wrongly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread_site.config.settings")
    try:
        settings.INSTALLED_APPS  # noqa: B018  (the first that is asked for has all of them read)
    except ImproperlyConfigured as wrong:
        # A person set this up a moment ago, and wants the sentence, not where the code stood.
        print(f"goldenthread-site: {wrong}", file=sys.stderr)
        sys.exit(2)
    from django.core.management import execute_from_command_line

    # Django's own command moves rows of every table; each of the site's says for itself.
    if sys.argv[1:2] == ["migrate"]:
        with as_the_system("the tables are brought up to date"):
            execute_from_command_line(sys.argv)
    else:
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
