"""Which data sets this project reads, and by what words each is found in the public API."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PAGES = "https://explore-education-statistics.service.gov.uk/find-statistics"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One data set to fetch.

    ``words`` must all stand in the title of the data set that is meant; ``file`` is the name it is
    kept under, in which ``{years}`` stands for those it covers.
    """

    name: str
    publication: str
    slug: str
    words: frozenset[str]
    file: str

    def is_titled(self, title: str) -> bool:
        """True where a data set's title has all the words."""
        return self.words <= title_words(title)

    def file_name(self, first: str, last: str) -> str:
        """What the file that covers these years is called here."""
        return self.file.replace("{years}", f"{first}_to_{last}")

    @property
    def page(self) -> str:
        """Where a person finds the publication's files."""
        return f"{_PAGES}/{self.slug}"


def title_words(title: str) -> frozenset[str]:
    """The words of a title in small letters, punctuation left out: ``10,000`` is one word."""
    without = re.sub(r"(?<=\d),(?=\d)|['’]", "", title.lower())
    return frozenset(re.findall(r"[a-z0-9]+", without))


@cache
def wanted() -> dict[str, Wanted]:
    """Every data set that can be fetched, by its name."""
    text = (files("goldenthread.sources.fetching") / "datasets.toml").read_text(encoding="utf-8")
    found = {}
    for publication in tomllib.loads(text)["publication"]:
        for entry in publication["datasets"]:
            found[entry["name"]] = Wanted(
                name=entry["name"],
                publication=publication["title"],
                slug=publication["slug"],
                words=title_words(entry["words"]),
                file=entry["file"],
            )
    return found
