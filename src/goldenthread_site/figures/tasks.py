"""Where the background worker looks for this room’s tasks."""

from goldenthread_site.figures.prepared.tasks import prepare_figures

__all__ = ["prepare_figures"]
