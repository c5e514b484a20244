"""What nobody means to send: texts, numbers, files and bodies that have broken sites before."""

import io
import zipfile
from dataclasses import dataclass

LONG = "9" * 6000
TEXTS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\x1b[31m\x07\x7f",
    "﻿\u202e\u200b\u2066 turned round",
    "e" + "\u0301" * 300,
    "\U0001f469\u200d\U0001f467 \U00100000",
    "ﷺ" * 300,
    "İstanbul ſ ß ŉ",
    LONG,
    "-1",
    "0",
    "1e999",
    "nan",
    "-inf",
    "١٢٣",
    "²",
    "2" * 19,
    str(2**63),
    "99999999999999999999999999999999999999",
    "0x1F",
    "1_000",
    "31",
    "9999",
    "10000",
    "2026-13",
    "2026-27 Q5",
    "0000-00",
    "9999-00 academic",
    "9999-12",
    "2026-02-30",
    "=cmd|' /C calc'!A0",
    "{{7*7}}{%x%}${7*7}",
    "<script>alert(1)</script>",
    "' OR 1=1;--",
    "%00%ff%s%n%(x)s{0}{x.__class__}",
    "../../../etc/passwd",
    "C:\\..\\..\\x",
    "[" * 3000,
    '{"a":' * 1500,
    "(" * 500 + "a" * 500,
    "\r\nSet-Cookie: x=1",
    "a@b.example\nBcc: c@d.example",
    "//elsewhere.example/",
    "javascript:alert(1)",
    "None",
    "true",
    "on",
    "821",
)
NAMES = (
    "x.csv",
    "x.xlsx",
    "x.ods",
    "../../x.csv",
    "..\\..\\x.xlsx",
    "x\x00.csv",
    "con.csv",
    ".csv",
    "x" * 300 + ".csv",
    "\u202exslx.csv",
    "",
    "x.exe",
)
RAW = (  # a body with what it says it is
    (b"", "multipart/form-data"),
    (b"--x\r\n", "multipart/form-data; boundary=x"),
    (b"\r\n--x--", "multipart/form-data; boundary=" + "x" * 300),
    (
        b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=utf-8''%00%ff\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--x--\r\n",
        "multipart/form-data; boundary=x",
    ),
    (b"%", "application/x-www-form-urlencoded"),
    (b"a=%ff%fe&%00=1&a=%u0041&==&&;", "application/x-www-form-urlencoded"),
    (b"a=1&" * 1500, "application/x-www-form-urlencoded"),
    (b"a=" + b"x" * 6_000_000, "application/x-www-form-urlencoded"),
    (b"\xff\xfe", "application/x-www-form-urlencoded; charset=utf-16"),
    (b"a=1", "application/x-www-form-urlencoded; charset=nothing"),
    (b"[" * 20_000, "application/json"),
    (b'{"a": NaN', "application/json"),
    (b"\x00", "text/plain\x00"),
)


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that is sent: the name it says, and its bytes."""

    name: str
    content: bytes


def _zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b'<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&j;&x;</a>'
)
BOMB = _zipped(**{"xl__workbook.xml": b" " * 70_000_000})
CONTENTS = (
    b"\x00" * 100,
    b"\xff\xfe\x00",
    b"Line,2026-27 Q2\n" * 3,
    b'"' * 2000,
    b"," * 100_000,
    b"URN,Name\n\x00,\xff\n",
    b"PK\x03\x04",
    b"PK\x05\x06" + b"\x00" * 18,
    BOMB,
    _zipped(**{"content.xml": ENTITIES, "mimetype": b"application/vnd.oasis.opendocument"}),
    _zipped(**{"xl__workbook.xml": ENTITIES, "[Content_Types].xml": ENTITIES}),
    _zipped(**{"..__..__etc__passwd": b"x", "xl__workbook.xml": b"<a/>"}),
)
