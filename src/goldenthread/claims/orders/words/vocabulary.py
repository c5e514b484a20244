"""Words that add nothing to what a superlative speaks of, by how much they may stand beside."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Between a label and its superlative: "neglect and harm were both at their ...".
FILL = _words(
    """was were is are be been being has have had remain remained remaining continue continued to
    all both each also again still then now at its it their they the a an in of on for with as
    hit reach reached reaching saw seen see record recorded recording show shown showed number
    count figure total percentage proportion rate share level point volume by far clearly
    overall month quarter year category reason issue type outcome source case single itself
    stood ranked came represent represented mark marked accounted made up which that this these
    those per cent position place respectively currently one experienced reported received
    contact referral over during while time we our made sent took about among found seen term
    week day season scored ran carried two three four five"""
)
# What is done that adds nothing: "Ash got the lowest", "calls dipped to their lowest".
DONE = _words(
    """dipped slipped sank slumped edged crept soared jumped rose fell climbed dropped grew
    increased decreased declined went came got gained earned achieved posted registered returned
    logged drew drawn attracted brought took taken gave given held won lost issued answered
    handled dealt treated closed opened completed dispatched produced generated made making used
    kept stood scored ran carried two three four five topped enjoyed suffered faced saw seen
    throughout"""
)
# Words that join labels to a list.
JOIN = _words("and or both the also all then as well plus but while")
FILL = FILL | DONE
# Nouns that may follow any superlative; "reason" and "referral" only where the table has them.
GENERIC = (FILL - _words("contact referral reason issue type outcome source case")) | _words(
    """group value score figure ever result performance among two three four five six seven eight
    ten our period date kind sum amount size volume session quantity high low new monthly yearly
    annual quarterly weekly in turn every each across any of ranged ranging varied from between
    range"""
)
# What may stand in a sentence whose subject is the table's only line or its total.
VERBS = _words(
    """rose fell climbed dropped grew increased decreased declined peaked hit although however
    there we january february march april may june july august september october november
    december"""
)
# What a sentence about a list told before may say besides the list's own words.
PLAIN = _words(
    """increase decrease rise fall growth change result score value figure performance rate two
    three four five six seven eight ten our we their first second third fourth quarter period
    ever so date shown above listed own group area trust school this"""
)
# What places and groups are called, which may follow "the busiest" whatever is counted.
CLASSES = _words(
    """site branch ward team school hub depot station centre area district region office home unit
    department city town village borough neighbourhood band age group season point time result
    place ever yet rate total figure number latest current previous most recent lost of for by
    date record run overall so far list table now still again since began begun records period
    four-year three-year five-year ten-year decade annual monthly quarterly weekly daily average
    highest lowest than more fewer higher lower any other either previous compare low high peak
    end start beginning half measure count one two three four five six seven eight nine ten
    clear council county trust service force charity college academy partnership among between
    across within crowd audience subject course question method channel mode product service
    option topic theme turnout there here as well after last next came went took taken answered
    dealt handled held made given closed treated saw seen had has have did do does best worst
    good bad poor strong weak successive consecutive row running thus therefore hence already
    once only just indeed fact meanwhile instead"""
)
# What a label's own noun may be, though no heading says it: "Special schools" for "Special".
KINDS = _words(
    """school schools ward team area service site station group branch hospital clinic phase setting
    pupil district department division unit office home centre region"""
)
# What may stand beside a label in any telling, and is no part of its name.
BESIDE = _words(
    """weekday weekdays weekend having coming comes goes gone being bar bars column line slice
    spend cost costs desk counter door them who what where when therefore makes making not no
    most least"""
)
