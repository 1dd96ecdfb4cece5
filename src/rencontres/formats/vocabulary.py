"""The closed vocabularies of iCalendar: which words, numbers and names each place may have."""

from __future__ import annotations

PROPERTIES = frozenset(
    # The properties that this library writes (RFC 5545 §3.7 and §3.8, RFC 7986 §5, RFC 9074).
    "VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME X-WR-CALDESC X-WR-TIMEZONE REFRESH-INTERVAL "
    "X-PUBLISHED-TTL SOURCE COLOR UID DTSTAMP CREATED LAST-MODIFIED SEQUENCE DTSTART DTEND DUE "
    "DURATION SUMMARY LOCATION DESCRIPTION GEO CATEGORIES STATUS TRANSP CLASS URL ORGANIZER "
    "ATTENDEE RELATED-TO PRIORITY PERCENT-COMPLETE COMPLETED ACTION TRIGGER CONFERENCE TZID "
    "TZNAME TZOFFSETFROM TZOFFSETTO RRULE".split()
)

RESERVED = frozenset({"BEGIN", "END"})
"""What looks like a property and is a boundary: only components are built with these."""

RANGES = {
    "SEQUENCE": (0, 2**31 - 1),
    "PRIORITY": (0, 9),
    "PERCENT-COMPLETE": (0, 100),
    "REPEAT": (0, 2**31 - 1),
}
"""The lowest and highest number of each property (RFC 5545 §3.8)."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CLASS = _words("PUBLIC PRIVATE CONFIDENTIAL")

WORDS = {
    # RFC 5545 §3.7, §3.8.1.3, §3.8.1.11, §3.8.2.7, §3.8.6.1; the methods of RFC 5546 §1.4.
    ("VCALENDAR", "CALSCALE"): _words("GREGORIAN"),
    ("VCALENDAR", "METHOD"): _words(
        "PUBLISH REQUEST REPLY ADD CANCEL REFRESH COUNTER DECLINECOUNTER"
    ),
    ("VEVENT", "STATUS"): _words("TENTATIVE CONFIRMED CANCELLED"),
    ("VEVENT", "TRANSP"): _words("OPAQUE TRANSPARENT"),
    ("VEVENT", "CLASS"): _CLASS,
    ("VTODO", "STATUS"): _words("NEEDS-ACTION COMPLETED IN-PROCESS CANCELLED"),
    ("VTODO", "CLASS"): _CLASS,
    ("VJOURNAL", "STATUS"): _words("DRAFT FINAL CANCELLED"),
    ("VJOURNAL", "CLASS"): _CLASS,
    ("VALARM", "ACTION"): _words("AUDIO DISPLAY EMAIL"),
}

PARAMETERS = {
    # RFC 5545 §3.2, RFC 7986 §6, RFC 6638 §7.1. Names beginning with X- are free everywhere.
    "CUTYPE": _words("INDIVIDUAL GROUP RESOURCE ROOM UNKNOWN"),
    "DISPLAY": _words("BADGE GRAPHIC FULLSIZE THUMBNAIL"),
    "ENCODING": _words("8BIT BASE64"),
    "FBTYPE": _words("FREE BUSY BUSY-UNAVAILABLE BUSY-TENTATIVE"),
    "FEATURE": _words("AUDIO CHAT FEED MODERATOR PHONE SCREEN VIDEO"),
    "PARTSTAT": _words("NEEDS-ACTION ACCEPTED DECLINED TENTATIVE DELEGATED COMPLETED IN-PROCESS"),
    "RANGE": _words("THISANDFUTURE"),
    "RELATED": _words("START END"),
    "RELTYPE": _words("PARENT CHILD SIBLING"),
    "ROLE": _words("CHAIR REQ-PARTICIPANT OPT-PARTICIPANT NON-PARTICIPANT"),
    "RSVP": _words("TRUE FALSE"),
    "SCHEDULE-AGENT": _words("SERVER CLIENT NONE"),
    "VALUE": _words(
        "BINARY BOOLEAN CAL-ADDRESS DATE DATE-TIME DURATION FLOAT INTEGER PERIOD RECUR TEXT TIME "
        "URI UTC-OFFSET"
    ),
}

LINKS = {
    # Parameters that are addresses, always quoted: true where it is the address of a person.
    "ALTREP": False,
    "DIR": False,
    "DELEGATED-FROM": True,
    "DELEGATED-TO": True,
    "MEMBER": True,
    "SENT-BY": True,
}

COLOURS = frozenset(
    # CSS Color Module Level 3 §4.3: the 147 names.
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue "
    "blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk "
    "crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki "
    "darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen "
    "darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue "
    "dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite "
    "gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki "
    "lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan "
    "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen "
    "lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen "
    "magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen "
    "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream "
    "mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid "
    "palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum "
    "powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell "
    "sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal "
    "thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen".split()
)
