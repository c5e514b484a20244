"""Decodes text files: UTF-8, UTF-16 with its mark, or what older Windows programs write."""

from goldenthread.nouns import GoldenThreadError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ALLOWED = frozenset("\t\n\r\f\v\x1a\x85")
_LOOKED_AT = 100_000
_MOST_CONTROLS = 0.002  # of the characters looked at


def decoded(data: bytes, file: str, encoding: str = "") -> str:
    """The text in a file's bytes; ``encoding`` is what the file says of itself, tried first.

    Raises GoldenThreadError where it is no text.
    """
    text = _decode(data, encoding)
    if text is None or _is_binary(text[:_LOOKED_AT]):
        raise GoldenThreadError(
            f"{file} is no text, nor any kind of document that can be read here: save it as .docx,"
            " .pdf, .html, .txt, .md, .csv, .xlsx or .ods."
        )
    return text


def _decode(data: bytes, encoding: str) -> str | None:
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    for codec in filter(None, (marked, "" if marked else encoding, "utf-8", "cp1252")):
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _is_binary(text: str) -> bool:
    controls = sum(each < " " and each not in _ALLOWED for each in text)
    return "\x00" in text or controls > _MOST_CONTROLS * len(text) + 1
