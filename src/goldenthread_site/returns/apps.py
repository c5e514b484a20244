"""The room, as Django knows it."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class ReturnsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.returns"
    label = "returns"

    def ready(self) -> None:
        """Hear of agencies that take another’s place; tell what was sent and may be erased; have
        a place for what arrives."""
        from goldenthread_site.returns import following, keeping, matters, telling  # noqa: F401

        Path(settings.FILE_UPLOAD_TEMP_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
