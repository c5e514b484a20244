"""Made-up reports in every format that proof-reading reads, for tests. All values are invented."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import typst

PROSE = "Referrals rose from 310 to 386, an increase of 24.5%."
PAGE = """\
<!doctype html><html><head><meta charset="utf-8"><title>Not read</title></head><body>
<nav>Not read either</nav><h1>Report</h1>
<p>Referrals rose from <b>310</b> to 386<sup>2</sup>, the 7<sup>th</sup> rise.</p>
<ul><li>12 of 40 (30%)<ul><li>of whom 3 twice</li></ul></li></ul>
<table><caption>Table 1</caption><thead>
<tr><th rowspan="2">Team</th><th colspan="2">Q1</th></tr><tr><th>new</th><th>old</th></tr></thead>
<tbody><tr><th>North</th><td>12</td><td>13</td></tr><tr><th>South</th><td colspan="2">n/a</td></tr>
</tbody></table><p hidden>Not shown</p></body></html>
"""
TYPST = """\
#set page(header: [Yearly report], footer: context [Page #counter(page).display()])
#set text(size: 10pt)
= Referrals
#text(size: 10pt)[Referrals rose from 310 to 386#super(typographic: false)[1],
an increase of 24.5%. {words}]

#table(columns: 3, [Team], [2022/23], [2023/24], [North], [12], [14], [South], [20], [25])

#text(weight: "bold")[Table 2: Ruled across]
#table(columns: 3, stroke: none, column-gutter: 3em,
  table.header([Team], [2022/23], [2023/24]), table.hline(),
  [North and the hills], [12], [14], table.hline(),
  [South], [20], [25], table.hline(),
  [Total], [32], [39], table.hline())

#text(weight: "bold")[Table 3: No rules]
#table(columns: 3, stroke: none, column-gutter: 3em,
  [Team], [2022/23], [2023/24], [East], [7], [9], [West], [8], [11])
#pagebreak()
Second page.
#pagebreak()
Third page.
"""
WORDS = (
    "The group looked at every one of them in its meetings and found that most were in time. " * 3
)


def a_page(file: Path) -> Path:
    """An HTML page with a heading, a paragraph, nested lists and a table with merged cells."""
    file.write_text(PAGE, encoding="utf-8")
    return file


def a_word_document(file: Path) -> Path:
    """A Word document with a heading, raised number, bullet, merged table and a boxed text."""
    document = docx.Document()
    document.add_heading("Referrals", 1)
    paragraph = document.add_paragraph("Referrals rose from 310 to 386")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(", an increase of 24.5%.")
    document.add_paragraph("12 of 40 (30%) were under five", style="List Bullet")
    document.add_paragraph().add_run("Key facts").bold = True
    document.add_paragraph("Table 1: Referrals by source")
    rows = [
        ["Source", "2023/24", "", "Total"],
        ["", "H1", "H2", ""],
        ["Police", "10", "12", "22"],
        ["Schools", "4", "5", "9"],
    ]
    table = document.add_table(4, 4)
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            table.cell(down, across).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.add_table(1, 1).cell(0, 0).text = "In a box: 5 of 10 (50%) agreed."
    document.save(str(file))
    return file


def a_pdf(file: Path, source: str = TYPST, words: str = WORDS) -> Path:
    """A PDF of three pages with ruled tables, a table without rules, and page furniture."""
    file.write_bytes(typst.compile(source.replace("{words}", words).encode()))
    return file


def rezipped(source: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy of a package, each part changed by ``change(name, content)``."""
    with (
        zipfile.ZipFile(source) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for entry in archive.infolist():
            copy.writestr(entry.filename, change(entry.filename, archive.read(entry)))
    return target
