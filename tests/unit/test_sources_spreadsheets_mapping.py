"""A wrong mapping is answered with its file, line and key, and what to write instead."""

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.spreadsheets import load_mapping, read_table
from tests.factories.spreadsheets import BY_SOURCE_AND_MONTH, a_mapping


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"titel": '"x"'}, r"line 8, titel: there is no key 'titel' here; did you mean 'title'\?"),
        ({"unit": '"counts"'}, "line 5, unit: write one of 'count', 'percent'"),
        ({"published": '"yesterday"'}, "line 3, published: .*write published = 2024-12-31"),
        ({"period": '"2023-25"'}, "line 6, period: .*not one year"),
        ({"indicator": '"Contacts"'}, "line 4, indicator: .*small letters"),
        ({"indicator": '"contact"'}, "line 4, indicator: There is no indicator .* contacts"),
        ({"area": '"Lutton"'}, "area: nobody knows 'Lutton'"),
        ({"sensitivity": '"public"'}, "sensitivity: write one of 'children', 'workforce'"),
        ({"data": '"../../etc/passwd"'}, "line 2, data: .*not a file beside the mapping"),
        ({"data": '"/etc/passwd"'}, "not a file beside the mapping"),
        ({"data": r'"C:\\secret.csv"'}, "not a file beside the mapping"),
        ({"data": r'"..\\up.csv"'}, "not a file beside the mapping"),
        ({"data": r'"\\\\server\\share.csv"'}, "not a file beside the mapping"),
        ({"data": '"a/../../b.csv"'}, "not a file beside the mapping"),
        ({"data": '"a\\u0000.csv"'}, "not a file beside the mapping"),
        ({"data": '""'}, "not a file beside the mapping"),
        ({"breakdown": '{ source = "a;b" }'}, "without a semicolon"),
        ({"blank": '"zero"'}, "blank"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(keys, said, tmp_path):
    mapping = a_mapping(tmp_path, **keys)
    with pytest.raises(GoldenThreadError, match=said) as error:
        read_table(mapping)
    assert str(error.value).startswith("a_table.toml")


@pytest.mark.parametrize(
    ("axes", "said"),
    [
        ("", r"columns: missing; write \[\[columns\]\]"),
        ('[[columns]]\nis = "period"', r"rows: missing; write \[\[rows\]\]"),
        (
            BY_SOURCE_AND_MONTH.replace('"period"', '"period"\nyear = "2023-10"'),
            "financial year: write year",
        ),
        (BY_SOURCE_AND_MONTH.replace('dimension = "source"', ""), "needs dimension"),
        (BY_SOURCE_AND_MONTH.replace('"breakdown"', '"period"'), "stands twice"),
        (BY_SOURCE_AND_MONTH.replace('"breakdown"', '"indicator"'), "needs values"),
        (BY_SOURCE_AND_MONTH.replace('"period"', '"period"\ntotals = ["T"]'), "totals are for"),
        (BY_SOURCE_AND_MONTH + 'totals = ["All"]\nignore = ["all *"]', "given twice"),
        (BY_SOURCE_AND_MONTH + "[[rows]]\n" + BY_SOURCE_AND_MONTH.split("[[rows]]")[1], "apart"),
        (
            BY_SOURCE_AND_MONTH + '[[cell]]\nunit = "count"\n[[cell]]\nunit = "share"',
            r"line 19, cell 2, unit: write one of",
        ),
        (BY_SOURCE_AND_MONTH + "[rows.values]\nA = { colour = 1 }", "colour: there is no key"),
    ],
)
def test_a_wrong_axis_is_named_with_what_to_write(axes, said, tmp_path):
    with pytest.raises(GoldenThreadError, match=said):
        load_mapping(a_mapping(tmp_path, axes))


@pytest.mark.parametrize("needed", ["indicator", "unit", "period", "area"])
def test_what_every_figure_needs_must_be_said_somewhere(needed, tmp_path):
    axes = BY_SOURCE_AND_MONTH.replace('"period"', '"ignore"')
    file = a_mapping(tmp_path, axes)
    lines = [line for line in file.read_text().splitlines() if not line.startswith(f"{needed} =")]
    file.write_text("\n".join(lines))
    with pytest.raises(GoldenThreadError, match=f"nothing says the {needed}: write"):
        load_mapping(file)


def test_several_mistakes_are_told_at_once_each_once(tmp_path):
    with pytest.raises(GoldenThreadError) as error:
        load_mapping(a_mapping(tmp_path, unit='"counts"', titel='"x"'))
    assert len(str(error.value).splitlines()) == 2


def test_a_file_that_is_no_mapping_at_all_is_said_to_be_none(tmp_path):
    for name, content, said in (
        ("broken.toml", b"title = ", "is not TOML"),
        ("deep.toml", b"a = " + b"[" * 50_000, "TOML|nested too deeply"),
        ("long.toml", b"#" * 300_000, "larger than"),
        ("latin.toml", b'title = "\xe9"', "byte 10: the mapping is not UTF-8"),
        ("Two Words.toml", b"", "small letters"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(GoldenThreadError, match=said):
            load_mapping(file)
    with pytest.raises(GoldenThreadError, match="There is no mapping at"):
        load_mapping(tmp_path / "absent.toml")
