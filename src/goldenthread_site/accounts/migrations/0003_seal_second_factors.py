"""Seals the secrets of second factors that were kept before they were sealed at all.

Such rows come from trials only: whoever has one could not sign in, and their app’s codes stay good.
"""

from typing import Any

from django.db import migrations

from goldenthread_site.accounts.sealing import is_sealed, seal

_NAMES = ("secret", "seed")


def seal_what_is_not(apps: Any, schema_editor: Any) -> None:
    """Every row, so that a second run finds nothing left to do."""
    authenticators = apps.get_model("mfa", "Authenticator").objects
    for row in authenticators.filter(type__in=("totp", "recovery_codes")).iterator(500):
        plain = [name for name in _NAMES if name in row.data and not is_sealed(row.data[name])]
        if plain:
            row.data |= {name: seal(row.data[name]) for name in plain}
            row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_keep_typing"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(seal_what_is_not, migrations.RunPython.noop)]
