"""Turns a Vega-Lite specification into SVG, with the fonts shipped here and without a browser.

The converter holds a JavaScript engine, so it is imported only when a picture is wanted.
"""

from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from types import ModuleType
from typing import Any

from goldenthread.nouns import GoldenThreadError

VEGA_LITE = "6.4"


@cache
def _converter() -> ModuleType:
    try:
        converter = import_module("vl_convert")
    except ModuleNotFoundError as error:
        raise GoldenThreadError(
            'Drawing a chart needs vl-convert: install the report extra (pip install ".[report]" '
            "in a copy of the project)."
        ) from error
    with as_file(files("goldenthread.charts") / "fonts") as folder:
        converter.register_font_directory(str(folder))
    return converter


def render(specification: dict[str, Any]) -> str:
    """The SVG of a specification, as the converter writes it.

    Nothing is fetched: a specification that names an address fails. Raises GoldenThreadError
    where the extra ``report`` is not installed.
    """
    svg: str = _converter().vegalite_to_svg(
        specification, vl_version=VEGA_LITE, allowed_base_urls=[]
    )
    return svg
