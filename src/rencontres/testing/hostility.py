"""Words as nobody should write them, in every place of a dossier where words may stand."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rencontres.model import (
    Action,
    Committee,
    Dossier,
    End,
    Event,
    Item,
    Name,
    Note,
    Organisation,
    Pairing,
    Paper,
    Party,
    Person,
    Place,
    Post,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.text import Text

HOSTILE: tuple[str, ...] = (
    '=HYPERLINK("http://example.org/zq","click")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)",
    "＝1+1", "＋1", "－1", "＠SUM(1)", '"=1+1', "'=1+1", " =1+1", ";=1+1", ",=1+1",
    "</script><zq zq=1>", '<zq zq="1">', '"><zq zq=1>', "' zq='1", "]]><zq/>", "<!-- zq", "-->",
    "&lt;zq&gt; &amp; &#60;zq&#62;", "&zq; %zq; <!ENTITY zq SYSTEM 'file:'>", "${zq} {{zq}} {%zq%}",
    "javascript:zq()", "\\n\\N\\,\\;\\\\", "\\u003czq\\u003e", "%0D%0AX-ZQ:1", "a;b:c,d|e\\f\"g'h",
    "# *zq* _zq_ [zq](zq) `zq` | zq | ~~zq~~ ![zq](zq)", "../../zq", "CON", "zq.",
    "%s %(zq)s %n {0}",
    "\u202egnp.zq\u202c", "\u2066zq", "א\u200fב zq", "\u200bzq\u200d", "e\u0301\u0323\u0302" * 4,
    "𠮷野家 👩‍🌾🇫🇷", "\u00a0zq\u202f", "ﬁ ǆ ß İ ı", "zq" * 60, "龘" * 120,
)  # fmt: skip
"""One line each: formulas, markup, escapes, marks of direction, what is very long."""

LINES: tuple[str, ...] = (
    "zq\r\nX-ZQ-INJECTED:1\r\nEND:VEVENT", "zq\n=1+1\n@zq", "zq\u2028zq\u2029zq\x0azq", "\tzq\tzq",
    "zq\n\n# zq\n\n---\n\n    zq", "zq\n<zq>\n</zq>",
)  # fmt: skip
"""What only texts of several lines may hold."""

_TOWN = ZoneInfo("Asia/Shanghai")
_START = datetime(2016, 10, 29, 9, tzinfo=_TOWN)


def mark(number: int) -> str:
    """Return what marks the place of a hostile text: it stands behind it.

    Args:
        number: The number of the text in ``HOSTILE``, then in ``LINES``.
    """
    return f"Mark{number:03}"


def hostile() -> Dossier:
    """Return a dossier in which every text is hostile: one session, person … for each."""
    one_line = [f"{words} {mark(number)}" for number, words in enumerate(HOSTILE)]
    lines = [f"{words} {mark(number)}" for number, words in enumerate(LINES, len(HOSTILE))]
    every = [*one_line, *lines]

    def text(number: int) -> Text:
        return Text.same(every[number % len(every)])

    def line(number: int) -> str:
        return one_line[number % len(one_line)]

    def roles(number: int) -> tuple[Role, ...]:
        return (
            Role("speaker", f"p-{number % len(one_line)}", confirmation="confirmed"),
            Role("moderator", f"p-{(number + 1) % len(one_line)}"),
        )

    def session(number: int) -> Session:
        start = _START + timedelta(minutes=30 * number)
        return Session(
            f"s-{number}",
            event="e",
            workshop=f"w-{number}",
            title=text(number),
            description=text(number + 1),
            start=start,
            end=start + timedelta(minutes=30),
            room=f"r-{number}",
            roles=roles(number),
            items=(Item(text(number + 2), roles=roles(number + 2)),),
        )

    span = range(len(every))
    return Dossier(
        namespace="example.org",
        title=text(0),
        languages=("fr", "zh-Hans"),
        version=3,
        state="provisional",
        sides=(Side("fr", name=text(1), languages=("fr",)), Side("cn", name=text(2))),
        places=(Place("venue", name=text(3), address=text(4), zone="Asia/Shanghai", side="cn"),),
        rooms=tuple(
            Room(f"r-{n}", name=text(n + 5), floor=text(n + 6), place="venue") for n in span
        ),
        organisations=tuple(
            Organisation(f"o-{n}", name=text(n), short=text(n + 1), side="cn" if n % 2 else "fr")
            for n in span
        ),
        people=tuple(
            Person(
                f"p-{n}",
                side="fr",
                names=(Name("fr", line(n), line(n + 1)), Name("zh-Hans", line(n + 2))),
                posts=(Post(text(n), organisation=f"o-{n}"),),
            )
            for n in range(len(one_line))
        ),
        committees=tuple(
            Committee(f"c-{n}", name=text(n), roles=(Role("member", f"p-{n}"),)) for n in range(9)
        ),
        events=(Event("e", title=text(7), theme=text(8), purpose=text(9), place="venue"),),
        workshops=tuple(
            Workshop(f"w-{n}", event="e", title=text(n), topics=(text(n + 3),), roles=roles(n))
            for n in span
        ),
        pairings=tuple(
            Pairing(
                f"b-{n}",
                workshop=f"w-{n}",
                topic=text(n),
                ends=(End("fr", (Party(f"o-{n - n % 2}"),)), End("cn", (Party(f"o-{n | 1}"),))),
            )
            for n in range(0, len(span) - 1, 2)
        ),
        sessions=tuple(map(session, span)),
        notes=tuple(Note(f"n-{n}", text=text(n), heading=text(n + 1)) for n in span),
        actions=tuple(Action(f"a-{n}", title=text(n), owners=(f"p-{n % 9}",)) for n in span),
        papers=tuple(Paper(f"d-{n}", title=text(n)) for n in span),
    )
