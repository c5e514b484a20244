"""A Word document written in an encoding that none has is refused with a sentence."""

import io
import zipfile

import pytest

from goldenthread.claims.documents.word import read_word
from goldenthread.nouns import GoldenThreadError


@pytest.mark.parametrize("encoding", ["utf-77", "hex", "utf-7"])
def test_an_encoding_that_no_document_has_is_refused(encoding: str) -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as written:
        written.writestr(
            "word/document.xml", f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode()
        )
    with pytest.raises(GoldenThreadError, match=r"report\.docx is written in an encoding"):
        read_word(package.getvalue(), "report.docx")
