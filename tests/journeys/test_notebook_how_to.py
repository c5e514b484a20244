"""The how-to's examples are run in order on the embedded example, and print what it says."""

import ast
import re
from pathlib import Path

from tests.factories.notebooks import LIBRARIES_WARN

pytestmark = LIBRARIES_WARN

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "use-it-in-a-notebook.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run_cell(code, names):
    """Run code as a notebook cell: the last line's value is printed, unless it is None."""
    tree = ast.parse(code)
    last = tree.body[-1]
    value = tree.body.pop().value if isinstance(last, ast.Expr) else None
    exec(compile(tree, PAGE.name, "exec"), names)
    if value is not None:
        found = eval(compile(ast.Expression(value), PAGE.name, "eval"), names)
        if found is not None:
            print(repr(found))
            names["shown"] = found


def test_the_examples_run_in_order_and_print_what_stands_under_them(capsys):
    names = {}
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    printed = ""
    compared = 0
    for language, body in blocks:
        if language == "python":
            run_cell(body, names)
            printed = capsys.readouterr().out
        else:
            assert printed == body
            compared += 1
    assert compared >= 8
    for answer in ("rate", "compared", "picture", "neighbours", "plans"):
        html = names[answer]._repr_html_()
        assert "Where this comes from" in html
        assert "<svg" in html or "<caption" in html
    frame = names["frame"]
    assert set(frame["area"]) == {"Luton", "England"}
    assert set(frame["unit"]) == {"rate_per_10000"}
    assert names["table"].num_rows == len(frame)
    assert len(names["shown"]) == 1
