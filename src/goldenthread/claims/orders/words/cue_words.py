"""The words that say a value stands at an end of an order, as patterns."""

import re

RANK = (
    r"(?:(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9](?:nd|rd"
    r"|th)|10th)[\s-]+)?"
    r"(?P<joint>(?:joint|equal|jointly)[\s-]+)?"
)
_KIND = (
    r"(?:common(?:ly)?|frequent(?:ly)?|often|prevalent|popular|numerous|cited|reported|recorded"
    r"|used|visited|attended|borrowed|chosen|mentioned|affected|requested|accessed|downloaded"
    r"|viewed|named"
    r"|populous|crowded|productive|active|heavily\s+used|sought)"
)
_HIGH = (
    r"highest|largest|greatest|biggest|commonest|busiest|longest|tallest|hardest\s+hit"
    r"|worst[- ]affected"
    r"|dearest|heaviest|most\s+(?:expensive|costly)"
    rf"|most\s+{_KIND}(?:\s+(?:occurring|recorded|reported|cited|used|identified|seen|named"
    rf"|given))?"
    r"|record\s+high|all[- ]time\s+high|high\s+point|top(?:ped|s)\s+the\s+(?:list|table|chart"
    r"|rankings?)"
    r"|(?:led|leads)(?=\s*[,.;]|\s+(?:with|the\s+(?:list|table|way|field)))|head(?:ed"
    r"|s)\s+the\s+(?:list|table|rankings?)|never\s+(?:been\s+)?(?:higher|more|greater)\s+than\b"
)
_LOW = (
    rf"lowest|smallest|fewest|quietest|shortest|least\s+{_KIND}(?:\s+\w+ed)?|record\s+low"
    rf"|all[- ]time\s+low|low\s+point|lightest|slackest|cheapest|least\s+(?:expensive|costly)"
    rf""
    rf"|never\s+(?:been\s+)?(?:lower|fewer|less)\s+than\b"
)
_PEAK = (
    r"peaked|peaking|(?:hit|hits|reach(?:ed|es|ing)?|hitting|at|saw|had|with)\s+(?:(?:its"
    r"|their|a|the)\s+)?(?:\w+\s)?peaks?\b"
    r"|at\s+(?:its|their|a)\s+(?:[\w-]+\s)?high\b"
    r"|(?:a|an|its|their)\s+(?:[a-z]+|\d+)-(?:year|month|quarter|week|season|time)\s+high\b"
    r"|(?:its|their|the)\s+peaks?\b|(?:to|was)\s+(?:a|its|their)\s+peak\b"
)
_TROUGH = (
    r"troughed|bottomed\s+out|at\s+(?:its|their|a)\s+(?:[\w-]+\s)?low\b|the\s+trough\b"
    r"|(?:a|an|its|their)\s+(?:[a-z]+|\d+)-(?:year|month|quarter|week|season|time)\s+low\b"
)
_BEST = (
    r"(?:best|worst)(?:[- ]ever)?(?!\s+(?:practice|interests?|start|value|way|placed?|endeavours?"
    r"|possible|efforts?|known|able|outcomes?|chance|evidence|describ\w+|meet|suited|fit|understood"
    r"|served|to|friend|match|use|bet|before|buy|seller|sellers|selling|kept|of\s+(?:both|all|the)"
    r"|estimates?|guess|available|case|off|affected|hit|performing|[a-z]+ed)\b|-)"
    r"|fastest|quickest|slowest|strongest|weakest|(?:most|least)\s+(?:punctual|accurate|prompt)"
)
_MOST = (
    rf"(?:(?<=\bthe\s)|(?<=second\s)|(?<=third\s)|(?<=fourth\s))most(?=\s+(?!{_KIND}\b|recent"
    rf"|recently|vulnerable|important|significant|serious"
    r"|complex|deprived|effective|likely|severe|part|at\b|up\b|appropriate|of\b|urgent|successful"
    r"|pressing|difficult|challenging|experienced|senior|relevant|efficient)[a-z]+|\s*(?:[.;,]|$))"
)
_TOP = (
    r"top(?=\s+(?:[a-z]+\s+){0,2}(?:reasons?|categor(?:y|ies)|issues?|sources?|outcomes?|causes?"
    r"|types?|concerns?|themes?|needs?)\b)"
)
# "To a high of 62", "a record 57", "its highest".
_HEIGHT = (
    r"(?:to|at|hit|reached|reaching|with)\s+(?:a|its|their)\s+(?:new\s+)?high"
    r"(?=\s+(?:of|in|point)\b)"
    r"|(?:a|our|its|their)\s+(?:new\s+)?record(?=\s+(?:number|figure|total|month|year|level|high"
    r"|for|[\d,£]+\b)|\s*(?:[.;,)]|$))"
)
_DEPTH = (
    r"(?:to|at|hit|reached|reaching|with)\s+(?:a|its|their)\s+(?:new\s+)?low"
    r"(?=\s+(?:of|in|point)\b)"
)
_OTHER = (
    r"(?:any\s+other|at\s+any\s+(?:other\s+)?(?:point|time|stage)|(?P<before>{0}(?:any|either"
    r"|all)\s+(?:one\s+)?(?:of\s+)?(?:the\s+)?(?:other\s+)?"
    r"(?:two\s+|three\s+|four\s+|five\s+)?(?:previous|earlier|preceding|prior))"
    r"|(?:any|either|all)\s+of\s+the\s+other(?:s|\s+\w+)|either\s+of\s+the\s+others"
    r"|all\s+the\s+others?)\b(?:\s+[a-z]+)?"
)
_THAN = (
    r"\s+(?:[^\s.;:]+\s+){0,7}?than\s+(?:(?:that|those)\s+(?:of|in|for|at)\s+)?(?:(?:in|for|on|at"
    r"|from|during|was|did)\s+)?"
)
_MORE_WORD = r"(?:more|higher|larger|greater|busier|better)"
_FEWER_WORD = r"(?:fewer|lower|smaller|less|quieter)"
_MORE = rf"{_MORE_WORD}{_THAN}{_OTHER.format('')}"
_FEWER = rf"{_FEWER_WORD}{_THAN}{_OTHER.format('').replace('before', 'before2')}"
# "No ward had more fires than", with the label after it.
_NONE_MORE = rf"no\s+(?:other\s+)?(?:\w+\s+){{1,3}}?{_MORE_WORD}\s+(?:\w+\s+){{0,3}}than"
_NONE_FEWER = rf"no\s+(?:other\s+)?(?:\w+\s+){{1,3}}?{_FEWER_WORD}\s+(?:\w+\s+){{0,3}}than"
_RANKED = (
    r"(?:came|comes|ranked|ranks|placed|finished|was|were|is|stands)\s+(?P<place>first|top|second"
    r"|third|fourth|last"
    r"|bottom)\b"
    r"(?=\s*(?:[.,;)]|$|\s(?:and|with|of|for|on|among|in\s+the\s+(?:list|table))\b))"
)
CUE = re.compile(
    rf"\b{RANK}(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<peak>{_PEAK})|(?P<trough>{_TROUGH})"
    rf"|(?P<height>{_HEIGHT})|(?P<depth>{_DEPTH})|(?P<nonemore>{_NONE_MORE})"
    rf"|(?P<nonefewer>{_NONE_FEWER})"
    rf"|(?P<more>{_MORE})|(?P<fewer>{_FEWER})"
    rf"|(?P<ranked>{_RANKED})|(?P<best>{_BEST})"
    rf"|(?P<most>{_MOST})|(?P<top>{_TOP}))",
    re.IGNORECASE,
)
HAS_MOST = re.compile(
    r"(?:\b(?!(?:of|is|was|were|are|be|been|in|at|to|from|as|than|on"
    r"|among)\b)[a-z]+\s+(?:by\s+far\s+)?"
    r"|[A-Z]\w*\s+|^\W*|[.;]\s+)the\s+$"
)
