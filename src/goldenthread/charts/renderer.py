"""Turns a Vega-Lite specification into SVG, with the fonts shipped here and without a browser.

The converter holds a JavaScript engine, so it is imported only when a picture is wanted.

Run as ``python -m goldenthread.charts.renderer``, it reads specifications as a JSON list from
standard input and writes their SVGs as another to standard output.
"""

import json
import sys
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from goldenthread.nouns import GoldenThreadError

VEGA_LITE = "6.4"


# As little as there can be to draw: it makes the engine start.
_NOTHING = {"data": {"values": []}, "mark": "point"}


def ask_for_converter() -> None:
    """Raise GoldenThreadError where the converter is not installed; it is not loaded yet."""
    if find_spec("vl_convert") is None:
        raise GoldenThreadError(
            'Drawing a chart needs vl-convert: install the report extra (pip install ".[report]" '
            "in a copy of the project)."
        )


@cache
def _converter() -> ModuleType:
    ask_for_converter()
    converter = import_module("vl_convert")
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


def _main() -> int:
    """Get the engine ready, then wait for what to draw; nothing comes where it is not needed."""
    render(_NOTHING)
    job = sys.stdin.buffer.read()
    json.dump([render(each) for each in json.loads(job)] if job else [], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
