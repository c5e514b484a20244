"""Where the background worker looks for this room’s tasks."""

from goldenthread_site.returns.reading import read_upload
from goldenthread_site.returns.reminding import send_reminders

__all__ = ["read_upload", "send_reminders"]
