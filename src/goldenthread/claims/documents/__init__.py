"""Documents as the checks see them, passages of prose and grids of cells, whatever the format."""

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.documents.model import Block, Document, Grid, Passage
from goldenthread.claims.documents.opening import read_document

__all__ = ["Block", "Document", "Grid", "Passage", "document_from_text", "read_document"]
