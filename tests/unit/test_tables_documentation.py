"""The pages of tables and codes say everything the files do."""

import re

from goldenthread.tables import ColumnKind, catalogue, code_list
from goldenthread.tables.codes import code_lists
from goldenthread.tables.documentation import codes_page, page


def entries(text: str) -> dict[str, str]:
    """Each part of a page under its heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_table_and_column_is_told() -> None:
    told = entries(page())
    for table in catalogue().values():
        rows = re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \| (.*) \|$", told[table.name], re.M)
        assert [row[0] for row in rows] == [column.name for column in table.own_columns]
        for (_, held, marks), column in zip(rows, table.own_columns, strict=True):
            assert column.kind.value in held
            assert (f"codes.md#{column.codes}" in held) == (column.kind is ColumnKind.CODE)
            assert ("required" in marks, "personal" in marks) == (column.required, column.personal)
        assert table.grain in told[table.name]


def test_every_code_is_told_with_its_years() -> None:
    told = entries(codes_page())
    for name in code_lists():
        found = re.findall(r"^\| `(.+?)` \|", told[name], re.MULTILINE)
        assert found == [each.code for each in code_list(name).codes]
    assert "| to 2018 |" in told["activity"]


def test_every_list_that_a_column_names_is_there_and_says_where_it_is_used() -> None:
    told = entries(codes_page())
    for table in catalogue().values():
        for column in table.own_columns:
            if column.codes:
                assert f"`{table.name}.{column.name}`" in told[column.codes]
