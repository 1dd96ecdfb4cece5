"""For the tests of calendars: publications one after the other, calendars read line by line."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import attrs

from rencontres.publishing import publish

SHANGHAI = ZoneInfo("Asia/Shanghai")
RELEASES = (
    datetime(2016, 9, 15, 8, tzinfo=UTC),
    datetime(2016, 10, 1, tzinfo=UTC),
    datetime(2016, 10, 20, 10, tzinfo=UTC),
)


def at(hour, minute=0, day=29):
    return datetime(2016, 10, day, hour, minute, tzinfo=SHANGHAI)


def published(*dossiers, releases=RELEASES):
    """Return the ledger of one publication after the other."""
    ledger = None
    for number, (dossier, moment) in enumerate(zip(dossiers, releases, strict=False), 1):
        ledger = publish(attrs.evolve(dossier, version=number), ledger, at=moment)
    return ledger


def lines(body):
    """Return the content lines of a calendar, unfolded."""
    return body.decode().replace("\r\n ", "").split("\r\n")[:-1]


_LINE = re.compile(
    r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z-]+=(?:"[^"]*"|[^";:]*))*):(?P<value>.*)'
)


class Read(dict):
    """A component: by property its value as it stands there; `params` has the parameters."""

    def __init__(self):
        self.params = {}
        self.order = []
        self.inside = []

    def text(self, name):
        """Return a text without its escapes."""
        return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], self[name])


def components(body, kind="VEVENT"):
    """Return the components of a kind, by UID; a property that stands twice is a fault."""
    found = {}
    stack = []
    for each in lines(body):
        name, params, value = _LINE.fullmatch(each).group("name", "params", "value")
        if name == "BEGIN":
            stack.append((value, Read()))
        elif name == "END":
            closed, component = stack.pop()
            assert closed == value
            if stack:
                stack[-1][1].inside.append(component)
            if closed == kind:
                assert component["UID"] not in found
                found[component["UID"]] = component
        else:
            component = stack[-1][1]
            if name == "ATTENDEE":
                component.setdefault(name, [])
                component[name].append((params, value))
            else:
                assert name not in component, f"{name} stands twice"
                component[name] = value
                component.params[name] = params
            component.order.append(name)
    assert not stack
    return found


def event(body, id_):
    """Return the entry of a session, an event or an action."""
    (uid,) = (uid for uid in components(body) if re.fullmatch(rf"[a-z]+\.{id_}@.*", uid))
    return components(body)[uid]
