"""Words that decide whether a number is a plain statement, and whose words go with it."""

import re

# Words by which a number is no plain statement of what was: a plan, an estimate, a part of what
# stood before, one of several in turn. Such a piece is left alone.
NO_SAYING = re.compile(
    r"\b(?:provisional(?:ly)?|revised|restated|updated|amended|corrected|forecast\w*"
    r"|project(?:ed|ion)\w*|estimat\w+|expect(?:s|ed|ing)?|planned|plans to|aims?|aimed|aiming"
    r"|ambition|up to|would|could|should|must|shall|if|unless"
    r"|of (?:them|whom|which|this)|these|of those|those(?!\s(?:aged|under|over)\b)|another"
    r"|further|additional|extra|remaining|remainder|rest|each|every|per|respectively|between"
    r"|rang(?:e|ed|es|ing)|other|others|later|earlier|previously|originally|initially|at first"
    r"|first (?:expected|thought|reported)|formerly|afterwards|subsequent\w*|since|so far|to date"
    r"|until|more than half|by then|thought|believed|claim(?:s|ed)|assum\w+|alleged|example|e\.g"
    r"|typical\w*|elsewhere|cumulative\w*|excluding|including|include[sd]?|plus|minus|draft|pilot"
    r"|sample[ds]?|known as|worked out|again|highest|lowest|peak\w*|record|apart|scenario"
    r"|both)\b|\?",
    re.IGNORECASE,
)
# The same of a number's standing alone.
STANDING = re.compile(
    r"\b(?:provisional(?:ly)?|revised|restated|updated|amended|corrected|forecast\w*|estimat\w+"
    r"|expected|planned|budget\w*|target\w*|draft|projected)\b",
    re.IGNORECASE,
)
# Who did it is told in the sentence before.
PRONOUN = re.compile(r"^\W*(?:\w+\s){0,2}(?:they|he|she)\b", re.IGNORECASE)
# "The chair wrote that ...": who says it is no part of what is said.
REPORTED = re.compile(
    r"^\W*(?:\w+\s){1,7}?(?:wrote|writes|note|see|recalls?|said|says?|told us|noted|notes"
    r"|explained|confirmed|stated|welcomed|accepted|recorded|discussed|told|reminded"
    r"|announced|announces|stresses|stressed|means|states|reported|reports|shows?|showed|found|heard"
    r"|learned|learnt|knows?|worth (?:noting|saying|adding|repeating)"
    r"|(?:are|is|am) (?:proud|pleased|glad|delighted|sorry|concerned|disappointed|aware|clear))"
    r"(?: (?:the )?(?:finding|fact|news|evidence))? that\b",
    re.IGNORECASE,
)
# "Our crews", "its staff": whoever speaks.
OURS = re.compile(
    r"\b(?:our|its)\s(?:own\s)?(?:crews?|officers?|staff|teams?|people|colleagues|volunteers"
    r"|advisers|nurses|teachers|practitioners|workers)\b",
    re.IGNORECASE,
)
# What is counted from a time told before.
THEN = re.compile(
    r"\b(?:later|earlier|before|afterwards|ago|then|since|previously|next|following)\b",
    re.IGNORECASE,
)
# "..., where at least one lives alone", "..., following payments of": told of the clause before.
OF_THE_SUBJECT = re.compile(
    r"\s*(?:where|who|whom|whose|which|when|that|[a-z]{3,}ing)\s", re.IGNORECASE
)
# "When gifts are left out, ...": what is told then is told of nothing else.
IN_THAT_CASE = re.compile(
    r"\W*(?:when|where|once|if|after|before|(?:exclud|includ|remov|count|allow|adjust|tak|leav|"
    r"standardis|correct|assum)ing)\s",
    re.IGNORECASE,
)
# "..., 2,225 in Wales": what is counted was said with the first number.
ELLIPTIC = re.compile(
    r"\W*(?:(?:only|just|some|about|another)\s)*#\s(?:in|at|for|among|from|on|to|by)\s(?:the\s|our\s|its\s)?"
    r"[\w’'-]+(?:\s[\w’'-]+){0,2}\W*"
)
# What follows the number is told of a part of it.
PART = re.compile(
    r"\s*(?:and\s|with\s)?(?:\w+\s)?of\s(?:which|whom|these|those|them)\b", re.IGNORECASE
)
# "..., in nineteen professions", "were built at three sites": how it was done.
REMARK = re.compile(
    r"\s*(?:in|across|over|at|from|with|on)\s(?:only\s|just\s|some\s)?(?:\d+|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty)\s\w",
    re.IGNORECASE,
)
HOW = re.compile(
    r"\b(?:was|were|been)\s\w+(?:\s[^,;]*)?\s(?:at|in|across)\s$",
    re.IGNORECASE,
)
# "..., since the helpline answered 310 calls": why, and no time.
WHY = re.compile(r"^\s*(?:since|because|as|given that)\s(?=(?:the|our|we|it|its|their)\s)", re.I)
# "We reached 310 children": the deed says what is counted, where "children" says little.
REACHED = re.compile(r"\breach(?:ed|ing)?\s(?:\w+\s){0,2}$", re.IGNORECASE)
# "..., with theft the largest group": a remark.
WITH = re.compile(r"\s*(?:and\s)?(?:with|of)\b", re.IGNORECASE)
# A number of change and not of standing: "by 12%", "12% more", "an increase of 12".
CHANGE_BEFORE = re.compile(
    r"\b(?:by|(?:increase|decrease|rise|fall|drop|reduction|growth|change|improvement|decline"
    r"|difference|gap|saving|cut)s?(?:\s(?:of|was|is|has been))?"
    r"|(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)up|down|another|further"
    r"|additional|extra)\s(?:(?!on\s|from\s|to\s|than\s)\w+\s){0,2}$|[-−+]\s?$",
    re.IGNORECASE,
)
# "Was used by 460 people" tells who did it, and no change.
DONE_BY = re.compile(
    r"\b(?:used|attended|visited|completed|taken|seen|answered|signed|watched|read|supported|given"
    r"|written|read|sent|run|raised|staffed|served|viewed|downloaded|borrowed|held|done|made)\sby\s$",
    re.IGNORECASE,
)
CHANGE_AFTER = re.compile(
    r"[\s%)]*(?:\w+\s)?(?:increase|decrease|rise|fall|drop|reduction|growth|uplift|improvement"
    r"|decline|more\b|fewer|less\b|higher|lower|greater|up on|down on|points?)",
    re.IGNORECASE,
)
OF = re.compile(r"[\s%]*of\b")
# What opens a number that another is compared with.
THAN = re.compile(
    r"^(?:compared|in comparison|as against|against|versus|vs|than|.* (?:on|from|for)|from$)"
)
# A word or two before a comma: "Locally,".
ADVERB = re.compile(r"(?:and\s|but\s)?[\w-]+|[\w ]+ly")
# What is told after the number, of something else.
ANOTHER = re.compile(
    r",?\s(?:and\s(?:each|who|how|why|what|we|they|it|is|are|was|were|has|have|had|all|none|most|many"
    r"|some|both|then)|because(?!\sof)|so\sthat|with\s(?:only|just)|although|though)\b",
    re.IGNORECASE,
)
# A group known by its number: "the 214 pieces of evidence", "2,207 of the 9,142 crimes".
DEFINITE = re.compile(r"\b(?:all\s)?the\s$", re.IGNORECASE)
# Words before such a group by which it is another: "of the last 12", "the other", "by the".
DOUBT = re.compile(
    r"\b(?:next|last|other|remaining|nearly|almost|first|provisional|expected|target|planned|more|fewer"
    r"|than|average|if|would|not|than)\b",
    re.IGNORECASE,
)
# Words that join a number to what it is told of.
JOINING = re.compile(r"\b(?:at|in|for|now|with|on|or|just|some|only)\b", re.IGNORECASE)
# Before the whole of which a part is told.
OF_ALL = re.compile(r"\d\s(?:out\s)?of\s(?:all\s)?the\s$", re.IGNORECASE)
# A number as it is printed, without its sign and unit.
DIGITS = re.compile(r"\d[\d,.]*")
