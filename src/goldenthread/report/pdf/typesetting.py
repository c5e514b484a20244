"""Typst in a process of its own: data in, a PDF out, and its memory given back.

Typst keeps what it has worked out in case the same document comes again, which for reports of
this size is hundreds of megabytes that nobody will ask for. A process that ends holds nothing.

Run as ``python -m goldenthread.report.pdf.typesetting``, it reads the job as JSON from standard
input and writes the PDF to standard output.
"""

import json
import sys
from datetime import date, datetime, time
from importlib.resources import as_file, files
from types import ModuleType

from goldenthread.charts.apart import REFUSED, Apart, NoAnswerError
from goldenthread.nouns import GoldenThreadError
from goldenthread.report.pdf.glyphs import FONTS

TEMPLATE = files("goldenthread.report.pdf") / "template.typ"

# A report takes about a second; a document that takes so long is not coming.
PATIENCE = 120


class Typesetting(Apart):
    """The PDF of a report given as JSON for the template, dated ``as_of``, begun at once.

    Raises GoldenThreadError where Typst is not installed.
    """

    def __init__(self, report: str, as_of: date) -> None:
        _ask_for_typst()
        super().__init__("goldenthread.report.pdf.typesetting")
        self.hand(json.dumps({"report": report, "as_of": as_of.isoformat()}).encode())

    def pdf(self) -> bytes:
        """The finished PDF.

        Raises GoldenThreadError where Typst refuses the document or does not end.
        """
        try:
            return self.answer(PATIENCE)
        except TimeoutError as error:
            raise GoldenThreadError(
                "the PDF did not come within two minutes: make the report without the PDF"
            ) from error
        except NoAnswerError as error:
            raise GoldenThreadError(
                f"the PDF could not be {'laid out' if error.refused else 'made'} ({error}): "
                "correct the part of the report that it names, or make the report without the PDF"
            ) from error


def _ask_for_typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise GoldenThreadError(
            'the PDF needs Typst: install the report extra (pip install ".[report]" in a copy of '
            "the project), or make the report without the PDF"
        ) from error
    return typst


def _compile(report: str, as_of: date) -> bytes:
    # Typst wants a moment in UTC; midnight of the day makes the same bytes every time.
    midnight = datetime.fromisoformat(f"{as_of.isoformat()}T{time().isoformat()}+00:00")
    with as_file(FONTS) as fonts:
        pdf = _ask_for_typst().compile(
            TEMPLATE.read_bytes(),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"report": report},
            pdf_standards=["ua-1"],
            timestamp=midnight,
        )
    return bytes(pdf)


def _main() -> int:
    job = json.load(sys.stdin.buffer)
    try:
        pdf = _compile(job["report"], date.fromisoformat(job["as_of"]))
    except _ask_for_typst().TypstError as error:
        sys.stderr.write(error.message)
        return REFUSED
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
