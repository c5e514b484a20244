"""The terms that figures are measured on, where a definition leaves something open."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from goldenthread.nouns.localities import Localities
from goldenthread.nouns.stages import Stages
from goldenthread.nouns.stages import stages as shipped


@dataclass(frozen=True)
class Terms:
    """What was chosen, for the whole of one run.

    ``chosen`` sets parameters other than their defaults; ``own_stages`` are those of areas where
    they are not the ones shipped; with ``localities`` figures are told by locality too.
    """

    chosen: Mapping[str, str] = field(default_factory=dict)
    own_stages: Stages | None = None
    localities: Localities | None = None

    @property
    def stages(self) -> Stages:
        """The stages of the journey by area and day."""
        return self.own_stages or shipped()

    def without_localities(self) -> "Terms":
        """The same, with nothing told by locality."""
        return replace(self, localities=None)


USUAL = Terms()
