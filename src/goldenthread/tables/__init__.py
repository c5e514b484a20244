"""What the records mean: one file per table, each column described, codes by year."""

from goldenthread.tables.catalogue import catalogue, table
from goldenthread.tables.codes import Code, CodeList, code_list
from goldenthread.tables.conform import Conformed, conform
from goldenthread.tables.definition import Column, ColumnKind, Table
from goldenthread.tables.found import Found
from goldenthread.tables.records import Balance, Coverage, Records, Return

__all__ = [
    "Balance",
    "Code",
    "CodeList",
    "Column",
    "ColumnKind",
    "Conformed",
    "Coverage",
    "Found",
    "Records",
    "Return",
    "Table",
    "catalogue",
    "code_list",
    "conform",
    "table",
]
