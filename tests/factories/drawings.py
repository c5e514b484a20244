"""A stand-in for the drawing of charts, for tests of the page around the picture."""

from html import escape

from goldenthread.charts.model import Chart


def a_drawing(chart: Chart) -> str:
    """A named, described and otherwise empty picture."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320" width="640" height="320" '
        'style="width:100%" role="img">'
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.description)}</desc>"
        '<rect width="640" height="320" fill="#FFFFFF"/></svg>'
    )
