"""Where the background worker looks for this room’s tasks."""

from goldenthread_site.returns.reminding import send_reminders

__all__ = ["send_reminders"]
