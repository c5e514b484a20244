"""Whether a share that two numbers beside it do not bear out is plainly of another near it.

In a long passage the whole is told once and its parts for pages: "5,366 (86%) could name one, and
3,542 of these somebody at home" tells a share of the 6,240 who were asked, two paragraphs before.
"""

from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.own_parts import told_beside
from goldenthread.claims.shares.section_wholes import sections


def borne_out_near(reading: Reading, utterance: Utterance, percent: int) -> bool:
    """Whether the count told beside a percentage is that share of any number of its section."""
    skeleton, sentence = utterance.skeleton, utterance.sentence
    part = told_beside(skeleton).get(percent)
    if part is None:
        return False
    at = skeleton.at[part], skeleton.at[percent]
    if any(min(at) < each < max(at) for each in skeleton.at):
        return False  # "1,203 of the 1,582 (33%)" names its whole
    counted, share = skeleton.quantities[part], skeleton.quantities[percent].interval
    return any(
        each.measure is counted.measure
        and each.value > counted.value
        and each.interval.low > 0
        and may_be_share(share, counted.interval, each.interval)
        for each in sections(reading)[sentence.file].around(sentence.passage.order)
    )
