"""Characters of symbol fonts, as word processors leave them, are no numbers and no times."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.reading import Reading

ARROW, BULLET = "\uf0e9", "\uf0b7"  # an arrow and a bullet of a symbol font


@pytest.mark.parametrize("symbol", [ARROW, BULLET, "\ue000", "\uf8ff"])
def test_a_symbol_takes_no_slot(symbol: str) -> None:
    skeleton = skeleton_of(f"{symbol} Visits rose {symbol} from 200 to 240")
    assert skeleton.text.replace("  ", " ").count("visits rose from") == 1
    assert [skeleton.quantity(skeleton.text[at]).value for at in skeleton.at] == [200, 240]


@pytest.mark.parametrize("symbol", [ARROW, BULLET])
def test_a_change_beside_a_symbol_is_judged(symbol: str) -> None:
    text = f"{symbol} Visits went from 200 to 240 {symbol} in 2023/24, a rise of 50% {symbol}"
    faults = check(Reading((document_from_text("made_up.txt", text),))).faults
    assert [each.printed for each in faults] == ["50%"]
