"""The words that formats print, by code: English here, other languages in the catalogues.

A code stands for one message, or for its singular and its plural; places are named. Codes never
change; messages are the keys of their translations.
"""

from __future__ import annotations

from rencontres.wording.promises import PROMISES
from rencontres.wording.revisions import REVISIONS

MESSAGES: dict[str, str | tuple[str, str]] = {
    **REVISIONS,
    **PROMISES,
    # programme
    "programme": "Programme",
    "programme.version": "Programme, version %(version)s",
    "programme.date": "Programme of %(date)s",
    "programme.version.date": "Programme, version %(version)s of %(date)s",
    "programme.draft": "Draft programme",
    "programme.draft.version": "Draft programme, version %(version)s",
    "programme.draft.date": "Draft programme of %(date)s",
    "programme.draft.version.date": "Draft programme, version %(version)s of %(date)s",
    "programme.provisional": "Provisional programme",
    "programme.provisional.version": "Provisional programme, version %(version)s",
    "programme.provisional.date": "Provisional programme of %(date)s",
    "programme.provisional.version.date": "Provisional programme, version %(version)s of %(date)s",
    "programme.final": "Final programme",
    "programme.final.version": "Final programme, version %(version)s",
    "programme.final.date": "Final programme of %(date)s",
    "programme.final.version.date": "Final programme, version %(version)s of %(date)s",
    "link": "%(text)s: %(url)s",
    "current-programme": "Current programme: %(url)s",
    "subject-to-change": "Subject to change.",
    "programme-of": "Programme – %(person)s",
    "theme": "Theme: %(theme)s",
    "dates": "Dates: %(dates)s",
    "place": "Place: %(place)s",
    "unscheduled": "No hour yet",
    # what is not settled, or no longer
    "cancelled": "Cancelled: %(title)s",
    "postponed": "Postponed: %(title)s",
    "to-confirm": "to be confirmed",
    "unconfirmed": "%(what)s (to be confirmed)",
    "unconfirmed-label": "%(function)s (to be confirmed):",
    "to-find": "%(side)s to be found",
    "to-name": "to be found",
    "name-to-confirm": "%(organisation)s (name to be confirmed)",
    "before-room": "%(room)s (previously: %(before)s)",
    "new-time": "New time. Previously: %(before)s.",
    "new-room": "New room. Previously: %(before)s.",
    "day-hour": "%(day)s at %(hour)s",
    "aside": "%(what)s (%(aside)s)",
    "omitted.audience": (
        "%(count)s item not shown, for other readers: %(part)s",
        "%(count)s items not shown, for other readers: %(part)s",
    ),
    "omitted.selection": (
        "%(count)s item not shown, outside the selection: %(part)s",
        "%(count)s items not shown, outside the selection: %(part)s",
    ),
    "omitted.format": (
        "%(count)s item not shown, not carried by this format: %(part)s",
        "%(count)s items not shown, not carried by this format: %(part)s",
    ),
    # sessions
    "workshop.title": "Workshop %(number)s – %(title)s",
    "workshop.number": "Workshop %(number)s",
    "topic": "Topic: %(topic)s",
    "topics": "Topics: %(topics)s",
    "strands": "Strands: %(strands)s",
    "speech": "Speech:",
    "speeches": "Speeches, in order:",
    "running-order": "Running order:",
    "your-function": "Your function: %(function)s",
    "driver": "Address for the driver: %(address)s",
    "deadline": "Deadline: %(title)s",
    "organised-by": "Organised by: %(organisations)s",
    "convened-by": "Convened by: %(organisations)s",
    "on-behalf-of": "%(person)s, on behalf of %(organisation)s",
    "represented-by": "%(organisation)s, represented by %(person)s",
    "attendance": ("about %(count)s participant", "about %(count)s participants"),
    "number-sign": "No. %(number)s",
    "languages": ("Language: %(languages)s", "Languages: %(languages)s"),
    "interpretation.simultaneous": "simultaneous interpretation",
    "interpretation.consecutive": "consecutive interpretation",
    "interpretation.whispered": "whispered interpretation",
    "interpretation.liaison": "liaison interpretation",
    "interpretation.simultaneous.pair": "%(pair)s simultaneous interpretation",
    "interpretation.consecutive.pair": "%(pair)s consecutive interpretation",
    "interpretation.whispered.pair": "%(pair)s whispered interpretation",
    "interpretation.liaison.pair": "%(pair)s liaison interpretation",
    "channel": "channel %(number)s %(language)s",
    "session-kind.opening": "Opening ceremony",
    "session-kind.plenary": "Plenary session",
    "session-kind.workshop": "Workshop",
    "session-kind.visit": "Visit",
    "session-kind.ceremony": "Ceremony",
    "session-kind.signing": "Signing ceremony",
    "session-kind.b2b": "Business meetings",
    "session-kind.meal": "Meal",
    "session-kind.break": "Break",
    "session-kind.transfer": "Transfer",
    "session-kind.closing": "Closing ceremony",
    "session-kind.other": "Session",
    "event-kind.meetings": "Meetings",
    "event-kind.fair": "Fair",
    "event-kind.assises": "Conference",
    "event-kind.forum": "Forum",
    "event-kind.committee-meeting": "Committee meeting",
    "event-kind.group-meeting": "Group meeting",
    "committee-kind.steering": "Steering committee",
    "committee-kind.country-group": "Country group",
    "committee-kind.organising": "Organising committee",
    "committee-kind.liaison": "Liaison committee",
    # parts of a view
    "part.sessions": "sessions",
    "part.workshops": "workshops",
    "part.committees": "committees",
    "part.events": "events",
    "part.pairings": "pairings",
    "part.people": "people",
    "part.organisations": "organisations",
    "part.places": "places",
    "part.minutes": "minutes",
    "part.actions": "actions",
    "part.papers": "papers",
    "part.board": "confirmations",
    "part.changes": "changes",
    # minutes, actions
    "agenda": "Agenda",
    "agenda.label": "Agenda:",
    "minutes": "Minutes",
    "minutes.present": "Present:",
    "minutes.attending": "In attendance:",
    "minutes.excused": "Apologies:",
    "minutes.decisions": "Decisions",
    "note-kind.observation": "Observation",
    "note-kind.proposal": "Proposal",
    "note-kind.position": "Position",
    "note-kind.decision": "Decision",
    "note-kind.vigilance": "Point to watch",
    "note-kind.missing-information": "Missing information",
    "note-kind.target": "Target",
    "agreed": "%(side)s agreed on %(date)s",
    "action.owners": ("Owner: %(owners)s", "Owners: %(owners)s"),
    "action.due": "Due: %(when)s",
    "action.open": "to do",
    "action.in-progress": "in progress",
    "action.done": "done",
    "action.dropped": "dropped",
    "paper.planned": "planned",
    "paper.draft": "draft",
    "paper.sent": "sent",
    "paper.received": "received",
    "paper.missing": "missing",
    # checks
    "numbered": "%(number)s %(title)s",
    "unnamed": "without a name",
    "language.zh-Hans": "Simplified Chinese",
    "language.zh-Hant": "Traditional Chinese",
    "severity.error": "errors",
    "severity.warning": "warnings",
    "severity.info": "remarks",
    "finding.error": "error",
    "finding.warning": "warning",
    "finding.info": "remark",
    "phase.proposals": "proposals",
    "phase.call": "call for contributions",
    "phase.programme": "programme",
    "phase.last-week": "last week",
    "phase.after": "after the event",
    "check.head": "Checked on %(day)s; phase: %(phase)s.",
    "check.nothing": "Nothing to remark.",
    "check.total": "In all: %(counts)s.",
    "check.accepted": "accepted findings",
    "check.changed": "changed rules",
    "check.reason": "%(what)s Reason: %(reason)s",
    "check.waiting": (
        "%(count)s rule waits for a later phase.",
        "%(count)s rules wait for a later phase.",
    ),
}
"""By code: what is said."""

_REGULAR = (
    "action calendar change committee day delegation document error event hour interpreter item "
    "language lead meeting minute month organisation pairing participant place problem remark "
    "room seat session side speaker student text warning week workshop year"
)

NOUNS: dict[str, tuple[str, str]] = {
    **{noun: (f"%(count)s {noun}", f"%(count)s {noun}s") for noun in _REGULAR.split()},
    "authority": ("%(count)s local authority", "%(count)s local authorities"),
    "company": ("%(count)s company", "%(count)s companies"),
    "function": ("%(count)s active function", "%(count)s active functions"),
    "person": ("%(count)s person", "%(count)s people"),
}
"""What can be counted: one of it, several."""

FUNCTIONS: dict[str, tuple[str, str]] = {
    "co-chair": ("co-chair", "co-chairs"),
    "lead": ("lead", "leads"),
    "moderator": ("moderator", "moderators"),
    "facilitator": ("facilitator", "facilitators"),
    "speaker": ("speaker", "speakers"),
    "keynote": ("keynote speaker", "keynote speakers"),
    "rapporteur": ("rapporteur", "rapporteurs"),
    "interpreter": ("interpreter", "interpreters"),
    "witness": ("witness", "witnesses"),
    "signatory": ("signatory", "signatories"),
    "head-of-delegation": ("head of delegation", "heads of delegation"),
    "liaison": ("liaison officer", "liaison officers"),
    "organiser": ("organiser", "organisers"),
    "secretariat": ("secretariat", "secretariats"),
    "member": ("member", "members"),
    "contact": ("contact", "contacts"),
    "participant": ("participant", "participants"),
}
"""What people do, by the functions of the model: one who does it, several. A context says more: the
gender of a person (``masculine``, ``feminine``, ``unknown``); none means an institution, or nobody
yet, and takes a neutral noun."""

LABELS: dict[str, tuple[str, str]] = {
    function: (f"{one.capitalize()}:", f"{several.capitalize()}:")
    for function, (one, several) in FUNCTIONS.items()
}
"""The same as labels, with their colon."""
