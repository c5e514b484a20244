"""What nobody may miss stands wherever a report is opened: page, PDF, workbook."""

import io

import openpyxl
import pypdfium2

from goldenthread.report.html import render as render_html
from goldenthread.report.pdf.render import render as render_pdf
from goldenthread.report.workbook.render import render as render_workbook
from tests.factories.documents import a_document

NOTICE = "Made-up children: nothing here is about a real child."


def test_report_notice_stands_at_the_head_and_the_foot_of_the_page() -> None:
    page = render_html(a_document(notice=NOTICE))
    body = page.split("<body>")[1]
    assert body.count(NOTICE) == 2
    assert body.index(NOTICE) < body.index("<h1>")
    assert '<aside class="notice" aria-label="Notice">' in body
    assert '<aside class="notice"' not in render_html(a_document())


def test_report_notice_stands_on_every_page_of_the_pdf() -> None:
    pdf = pypdfium2.PdfDocument(render_pdf(a_document(notice=NOTICE)))
    try:
        texts = []
        for page in pdf:
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
    finally:
        pdf.close()
    assert len(texts) > 3
    assert all(NOTICE in text for text in texts)


def test_report_notice_stands_on_every_sheet_of_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(a_document(notice=NOTICE))))
    for sheet in book:
        if sheet.title == "Contents":  # a list of the sheets and nothing else
            continue
        head = [cell for row in sheet.iter_rows(max_row=4, values_only=True) for cell in row]
        assert NOTICE in head, sheet.title
