"""Documents as the checks see them, passages of prose and grids of cells, whatever the format."""

from goldenthread.claims.documents.lines import document_from_text

__all__ = ["document_from_text"]
