"""The four verbs that carry everything, as the manual page groups the commands by them."""

from enum import StrEnum


class Verb(StrEnum):
    """What a command helps a partnership do."""

    MEASURE = "Measure"
    ASK = "Ask"
    ACT = "Act"
    PUBLISH = "Publish"

    @property
    def meaning(self) -> str:
        """The verb in a few words."""
        return _MEANINGS[self]


_MEANINGS = {
    Verb.MEASURE: "know what is happening to children",
    Verb.ASK: "ask agencies the right questions",
    Verb.ACT: "act on what is learnt",
    Verb.PUBLISH: "say it truly in public",
}
