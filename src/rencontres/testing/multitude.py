"""A dossier of very many sessions."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rencontres.model import Dossier, Event, Name, Person, Place, Role, Room, Session, Side
from rencontres.text import Text

_TOWN = ZoneInfo("Asia/Shanghai")
_ROOMS = 20
_A_DAY = 8


def multitude(sessions: int, people: int) -> Dossier:
    """Return a bilingual dossier of sessions in parallel rooms, a speaker in each.

    Args:
        sessions: How many sessions.
        people: How many people.
    """

    def session(number: int) -> Session:
        day, rest = divmod(number, _ROOMS * _A_DAY)
        start = datetime(2016, 10, 1, 8, tzinfo=_TOWN) + timedelta(days=day, hours=rest // _ROOMS)
        return Session(
            f"s{number}",
            event="e",
            title=Text(fr=f"Séance {number} sur l’eau", zh_Hans=f"第{number}场：水资源"),
            description=Text(fr="Échanges de pratiques. " * 4, zh_Hans="经验交流。" * 4),
            start=start,
            end=start + timedelta(minutes=50),
            room=f"r{number % _ROOMS}",
            roles=(Role("speaker", f"p{number % people}", confirmation="confirmed"),),
        )

    return Dossier(
        namespace="example.org",
        languages=("fr", "zh-Hans"),
        sides=(
            Side("fr", name=Text(fr="partie française", zh_Hans="法方"), zone="Europe/Paris"),
            Side("cn", name=Text(fr="partie chinoise", zh_Hans="中方"), zone="Asia/Shanghai"),
        ),
        places=(Place("town", name=Text(fr="Chengdu", zh_Hans="成都"), zone="Asia/Shanghai"),),
        rooms=tuple(
            Room(f"r{n}", name=Text(fr=f"Salle {n}", zh_Hans=f"{n}号会议室"), place="town")
            for n in range(_ROOMS)
        ),
        people=tuple(
            Person(f"p{n}", side="cn" if n % 2 else "fr", names=(Name("fr", f"Exemple{n}", "Ana"),))
            for n in range(people)
        ),
        events=(Event("e", title=Text(fr="Rencontres", zh_Hans="论坛"), place="town"),),
        sessions=tuple(map(session, range(sessions))),
    )
