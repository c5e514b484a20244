"""How the lists for inspectors write codes: a letter, then the code or a few words."""

from collections.abc import Mapping
from string import ascii_lowercase

import pyarrow as pa

from goldenthread.synthetic.projections.texts import Column, in_words, yes_no
from goldenthread.tables import code_list


def _lettered(codes: str) -> Mapping[str, str]:
    """Codes in the order of a text, each after its letter; after z comes zz."""
    letters = [*ascii_lowercase, "zz"]
    return {code: f"{letters[at]}) {code}" for at, code in enumerate(codes.split())}


_SOURCE_CODES = "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10"
_SOURCES = dict(zip(_SOURCE_CODES.split(), (*"abcdefghijklmnop", "p1", *"qrstu"), strict=True))
_WORDS: Mapping[str, Mapping[str, str]] = {
    "sex": {"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded (or unborn)"},
    "ethnicity": _lettered(
        "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE "
        "OOTH REFU NOBT"
    ),
    "category": {
        "NEG": "a) Neglect",
        "PHY": "b) Physical abuse",
        "SAB": "c) Sexual abuse",
        "EMO": "d) Emotional abuse",
        "MUL": "e) Multiple/not recommended",
    },
    "placement": _lettered(
        "U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 P1 P2 P3 H5 K1 K2 R1 R2 R3 R5 S1 Z1 T0 T1 T2 T3 T4"
    ),
    "provider": _lettered("PR0 PR1 PR2 PR3 PR4 PR5"),
    "end": _lettered(
        "E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E8 X1 E17"
    ),
    "eligibility": {
        "RELEVANT": "a) Relevant child",
        "FORMER RELEVANT": "b) Former relevant child",
        "QUALIFYING": "c) Qualifying care leaver",
        "ELIGIBLE": "d) Eligible child",
        "OTHER": "e) Other",
    },
    "in_touch": {
        "YES": "a) Yes",
        "NO": "b) No",
        "DIED": "c) Died",
        "REFU": "d) Refu",
        "NREQ": "e) NREQ",
        "RHOM": "f) RHOM",
    },
    "leaving": {
        "WITHDREW": "a) Withdrew",
        "HOLD": "b) Process on hold",
        "REFUSED": "c) Application refused",
    },
}


def worded(kind: str, codes: Column) -> pa.Array:
    """Codes of a kind in the words of the lists."""
    return in_words(codes, _WORDS[kind])


def source(codes: Column) -> pa.Array:
    """Who made contact or referred: a letter, the code and what it stands for."""
    labels = code_list("referral_source").labels()
    words = {code: f"{letter}) {code}: {labels[code]}" for code, letter in _SOURCES.items()}
    return in_words(codes, words)


def need(codes: Column) -> pa.Array:
    """The main need, by its code and name."""
    return in_words(codes, _named("primary_need"))


def closure(codes: Column) -> pa.Array:
    """Why a case closed, by its code and name."""
    return in_words(codes, _named("closure_reason"))


def legal(codes: Column) -> pa.Array:
    """Legal status, by its code and name."""
    return in_words(codes, _named("legal_status"))


def _named(codes: str) -> Mapping[str, str]:
    return {each.code: f"{each.code} - {each.label}" for each in code_list(codes).codes}


def lettered_yes_no(flags: Column) -> pa.Array:
    """Yes, no, or nothing."""
    return yes_no(flags, "a) Yes", "b) No")


def always(value: str, count: int) -> pa.Array:
    """The same text in every row."""
    return pa.repeat(pa.scalar(value, pa.string()), count)
