"""The April dossier holds every fact of the minutes: each leaf of the transcription has its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from rencontres.model import Dossier, Note, Pairing
from rencontres.sources import load
from rencontres.text import Text

HERE = Path(__file__).parent
APRIL = HERE.parents[1] / "examples" / "chengdu-2016" / "april.toml"
FACTS = yaml.safe_load((HERE / "facts.yaml").read_text("utf-8"))

# What the transcription says in a code, the dossier says in one of its own words or in French.
MEANINGS: dict[object, object] = {
    "referenced_not_held": "missing",
    "start": True,
    "year": "2016",
    "by_position": "par sa seule position",
    "moderator": "modérateurs",
    "suggested": "pourraient",
    "to_negotiate": "à négocier",
    "FR": "fr",
    "CN": "cn",
    "speaker_diversity": "diversité des intervenants",
    "all_levels": "tous les niveaux de collectivités",
    "distinguish_and_articulate_events": "Distinguer et articuler les actions",
    "protocol_heavy": "trop protocolaire",
    "asymmetry": "forte asymétrie",
    "no_joint_fund": "absence de fonds conjoints",
    "no_chinese_cofinancing": "Défaut de cofinancement chinois",
}

# --- comparisons: what was found, what the transcription says, the dossier ---------------------------

Comparison = Callable[[Any, Any, Dossier], bool]


def equal(found: object, fact: object, _: Dossier) -> bool:
    return found == fact


def coded(found: str, fact: str, _: Dossier) -> bool:
    return found == fact.replace("_", "-")


def meant(found: object, fact: str, _: Dossier) -> bool:
    return found == MEANINGS.get(fact)


def absent(found: object, fact: object, _: Dossier) -> bool:
    return found in (None, ()) and fact in (None, [])


def counted(found: tuple[object, ...], fact: int, _: Dossier) -> bool:
    return len(found) == fact


def french(found: Text, fact: str, _: Dossier) -> bool:
    return found.get("fr") == fact


def titled(found: Text, fact: str, _: Dossier) -> bool:
    words = found.get("fr") or ""
    return words[:1].lower() + words[1:] == fact


def chinese(found: Text, fact: str, _: Dossier) -> bool:
    return found.get("zh-Hans") == fact


def verbatim(found: str, fact: str, _: Dossier) -> bool:
    return fact in found


def without(found: str, fact: str, _: Dossier) -> bool:
    return fact in MEANINGS and str(MEANINGS[fact]) not in found


def within(found: Text, fact: str, _: Dossier) -> bool:
    return fact in (found.get("fr") or "")


def worded(found: Text, fact: str, _: Dossier) -> bool:
    return fact in MEANINGS and str(MEANINGS[fact]) in (found.get("fr") or "")


def among(found: tuple[str, ...], fact: str, _: Dossier) -> bool:
    return MEANINGS.get(fact) in found


def abridged(found: str | Text, fact: str, _: Dossier) -> bool:
    """The transcription leaves words out with an ellipsis, or joins pieces with a semicolon."""
    words = found if isinstance(found, str) else found.get("fr") or ""
    return all(piece.strip() in words for piece in re.split("[…;]", fact))


def every_word(found: Text, fact: str, _: Dossier) -> bool:
    return all(word in (found.get("fr") or "") for word in re.findall(r"\w+", fact))


def names(thing: Any) -> set[str | None]:
    if hasattr(thing, "names"):
        return {" ".join(filter(None, (name.given, name.family))) for name in thing.names}
    named = getattr(thing, "name", None) or thing.title
    return {named.get("fr"), getattr(thing, "acronym", None), thing.as_written}


def named(found: str, fact: str, dossier: Dossier) -> bool:
    return fact in names(dossier[found])


def called(found: str, fact: str, dossier: Dossier) -> bool:
    """The transcription has the beginning of a longer name, without its capital."""
    return any((name or "").casefold().startswith(fact + " ") for name in names(dossier[found]))


def unresolved(found: Any, fact: str, _: Dossier) -> bool:
    return not found.identified and (found.name.get("fr") == fact or found.as_written == fact)


def cited(found: str, fact: int, _: Dossier) -> bool:
    lines = re.findall(r"(\d+)(?:-(\d+))?", found.partition(", l. ")[2])
    return any(int(first) <= fact <= int(last or first) for first, last in lines)


def everywhere(found: tuple[Pairing, ...], fact: str, _: Dossier) -> bool:
    parties = [party for pairing in found for end in pairing.ends for party in end.parties]
    return len(parties) == 18 and {party.confirmation for party in parties} == {
        fact.replace("_", "-")
    }


def unpaired(found: Any, fact: object, dossier: Dossier) -> bool:
    return fact == [] and all(pairing.workshop != found.id for pairing in dossier.pairings)


def paired(workshop: str, kind: str = "pairing") -> Comparison:
    sides = {"pairing": 2, "solo_proposal": 1}[kind]

    def compare(found: Any, fact: str, _: Dossier) -> bool:
        standing = [end for end in found.ends if end.parties]
        return (
            isinstance(found, Pairing)
            and found.workshop == workshop
            and len(standing) == sides
            and fact == kind
        )

    return compare


def bracketed(group: str) -> Comparison:
    """A topic of the workshop that the minutes name in the brackets after a word of its title."""

    def compare(found: Text, fact: str, dossier: Dossier) -> bool:
        bracket = re.search(rf"{group} \((.*?)\)", dossier["w3"].as_written or "")
        return (
            french(found, fact, dossier) and bracket is not None and fact in bracket[1].split(", ")
        )

    return compare


def note(kind: str) -> Comparison:
    """A note of this kind that says what the code means."""

    def compare(found: Any, fact: str, dossier: Dossier) -> bool:
        return isinstance(found, Note) and found.kind == kind and worded(found.text, fact, dossier)

    return compare


def gap(found: Note, fact: str, _: Dossier) -> bool:
    return found.kind == "missing-information" and fact in (found.as_written or "")


def position(found: Note, fact: str, dossier: Dossier) -> bool:
    inside = (found.kind, found.side, found.audience) == ("position", "fr", "internal")
    return inside and abridged(found.as_written or "", fact, dossier)


def target(found: Note, fact: str, dossier: Dossier) -> bool:
    inside = (found.kind, found.side, found.audience) == ("target", "fr", "internal")
    return inside and within(found.text, fact, dossier)


def no_figure(found: Text, fact: object, _: Dossier) -> bool:
    return fact is None and not re.search(r"\d", found.get("fr") or "")


# --- where each fact lives ------------------------------------------------------------------------
# Left: the leaf; `*` is any place in a list, and the same place on the right. Right: an id, then
# attributes; [fr] picks by side, function, kind; an attribute of an id is that of what it names.

GROUP, STEERING, MAY = "groupe-pays-2016-04-13", "comite-pilotage", "comite-2016-05-09"
BEFORE_SUMMER = "fixer-feuille-de-route"
OBSERVATORY = "l141-observatoire-quel-atelier"
TARGET = "l202-cible-acteurs-non-etatiques"

WHERE: dict[str, tuple[str, Comparison]] = {
    "document.kind": ("compte-rendu-2016-04-13.kind", equal),
    "document.lang": ("compte-rendu-2016-04-13.language", equal),
    "document.issued_on.raw": ("compte-rendu-2016-04-13.as_written", verbatim),
    "document.issued_on.edtf": ("compte-rendu-2016-04-13.issued.when", equal),
    "document.issued_on.lines.*": ("compte-rendu-2016-04-13.source", cited),
    "document.group": ("groupe-pays-chine.as_written", equal),
    "meeting.held_on.raw": (f"{GROUP}.as_written", verbatim),
    "meeting.held_on.edtf": (f"{GROUP}.when.when", equal),
    "meeting.held_on.inferred.*": (f"{GROUP}.as_written", without),
    "meeting.held_on.lines.*": (f"{GROUP}.source", cited),
    "meeting.convened_by.*": (f"{GROUP}.convened_by[*]", named),
    "meeting.facilitator.person": (f"{GROUP}.roles[facilitator].holder", named),
    "meeting.facilitator.raw_role": (f"{GROUP}.as_written", verbatim),
    "meeting.facilitator.lines.*": (f"{GROUP}.source", cited),
    "meeting.purpose.raw": (f"{GROUP}.purpose", french),
    "meeting.purpose.lines.*": (f"{GROUP}.source", cited),
    "meeting.attendance.raw": (f"{GROUP}.as_written", verbatim),
    "meeting.attendance.approx": (f"{GROUP}.attendance.estimate", equal),
    "meeting.attendance.listed": (f"{GROUP}.attendance.people", absent),
    "meeting.attendance.sheets": (f"{GROUP}.attendance.sheet.status", meant),
    "meeting.attendance.lines.*": (f"{GROUP}.source", cited),
    "committee.name.fr": (f"{STEERING}.name", french),
    "committee.chairs.FR.person": (f"{STEERING}.chairs[fr].holder", named),
    "committee.chairs.FR.appointed_by": (f"{STEERING}.chairs[fr].appointed_by", every_word),
    "committee.chairs.FR.predecessor": (f"{STEERING}.chairs[fr].predecessor", named),
    "committee.chairs.FR.lines.*": (f"{STEERING}.source", cited),
    "committee.chairs.CN.organization": (f"{STEERING}.chairs[cn].holder", named),
    "committee.chairs.CN.name_fr": (f"{STEERING}.chairs[cn].holder.name", french),
    "committee.chairs.CN.name_zh": (f"{STEERING}.chairs[cn].holder.name", chinese),
    "committee.chairs.CN.mandate.*": (f"{STEERING}.chairs[cn].mandate", within),
    "committee.chairs.CN.lines.*": (f"{STEERING}.source", cited),
    "committee.next_meeting.edtf": (f"{MAY}.when.when", equal),
    "committee.next_meeting.place": (f"{MAY}.place", named),
    "committee.next_meeting.mentions.*": (f"{MAY}.source", cited),
    "events.0.id": ("rencontres-5.id", equal),
    "events.0.series": ("rencontres-5.series", equal),
    "events.0.ordinal": ("rencontres-5.ordinal", equal),
    "events.0.place": ("rencontres-5.place", named),
    "events.0.when": ("rencontres-5.when", absent),
    "events.0.lines.*": ("rencontres-5.source", cited),
    "events.1.id": ("foire-ouest.id", equal),
    "events.1.kind": ("foire-ouest.kind", equal),
    "events.1.raw": ("foire-ouest.as_written", verbatim),
    "events.1.place": ("foire-ouest.place", named),
    "events.1.when": ("foire-ouest.when", absent),
    "events.1.lines.*": ("foire-ouest.source", cited),
    "events.2.id": ("rencontres-1.id", equal),
    "events.2.ordinal": ("rencontres-1.ordinal", equal),
    "events.2.place": ("rencontres-1.place", named),
    "events.2.when": ("rencontres-1.when.when", equal),
    "events.2.lines.*": ("rencontres-1.source", cited),
    "events.3.id": ("rencontres-4.id", equal),
    "events.3.ordinal": ("rencontres-4.ordinal", equal),
    "events.3.place": ("rencontres-4.place", named),
    "events.3.when": ("rencontres-4.when", absent),
    "events.3.note": ("rencontres-4.as_written", abridged),
    "events.3.lines.*": ("rencontres-4.source", cited),
    "links.0.kind": ("rencontres-5.links[backed-by].kind", coded),
    "links.0.from": ("rencontres-5.id", equal),
    "links.0.to": ("rencontres-5.links[backed-by].to", equal),
    "links.0.raw": ("rencontres-5.as_written", verbatim),
    "links.0.lines.*": ("rencontres-5.source", cited),
    "methods.0.raw": ("l100-binomes.as_written", verbatim),
    "methods.0.lines.*": ("l100-binomes.source", cited),
    "default_confirmation.value": (".pairings", everywhere),
    "default_confirmation.raw": ("l124-chefs-de-file-a-confirmer.as_written", verbatim),
    "default_confirmation.lines.*": ("l124-chefs-de-file-a-confirmer.source", cited),
    "workshops.0.number": ("w1.number", equal),
    "workshops.0.title": ("w1.title", french),
    "workshops.0.lines.*": ("w1.source", cited),
    "workshops.0.entries.0.kind": ("strasbourg-nankin", paired("w1")),
    "workshops.0.entries.0.FR.*": ("strasbourg-nankin.ends[fr].parties[*].organisation", named),
    "workshops.0.entries.0.CN.0.raw": ("strasbourg-nankin.ends[cn].parties[0].organisation", named),
    "workshops.0.entries.0.CN.0.kind": (
        "strasbourg-nankin.ends[cn].parties[0].organisation.kind",
        equal,
    ),
    "workshops.0.entries.0.CN.0.located_in": (
        "strasbourg-nankin.ends[cn].parties[0].organisation.place",
        named,
    ),
    "workshops.0.entries.0.topic": ("strasbourg-nankin.topic", french),
    "workshops.0.entries.0.lines.*": ("strasbourg-nankin.source", cited),
    "workshops.0.entries.1.kind": ("issy-leshan", paired("w1")),
    "workshops.0.entries.1.FR.*": ("issy-leshan.ends[fr].parties[*].organisation", named),
    "workshops.0.entries.1.CN.*": ("issy-leshan.ends[cn].parties[*].organisation", named),
    "workshops.0.entries.1.topic": ("issy-leshan.topic", french),
    "workshops.0.entries.1.lines.*": ("issy-leshan.source", cited),
    "workshops.1.number": ("w2.number", equal),
    "workshops.1.title": ("w2.title", french),
    "workshops.1.lines.*": ("w2.source", cited),
    "workshops.1.entries.0.kind": ("bordeaux-wuhan", paired("w2")),
    "workshops.1.entries.0.FR.*": ("bordeaux-wuhan.ends[fr].parties[*].organisation", named),
    "workshops.1.entries.0.CN.*": ("bordeaux-wuhan.ends[cn].parties[*].organisation", named),
    "workshops.1.entries.0.topic": ("bordeaux-wuhan.topic", french),
    "workshops.1.entries.0.lines.*": ("bordeaux-wuhan.source", cited),
    "workshops.1.entries.1.kind": ("w2.entries[0].kind", equal),
    "workshops.1.entries.1.placement": (f"{OBSERVATORY}.text", worded),
    "workshops.1.entries.1.alternatives.0": (f"{OBSERVATORY}.about[2].number", equal),
    "workshops.1.entries.1.actor": ("w2.entries[0].organisations[0]", named),
    "workshops.1.entries.1.topic": ("w2.entries[0].text", within),
    "workshops.1.entries.1.also.*": ("w2.entries[0].text", within),
    "workshops.1.entries.1.lines.*": ("w2.source", cited),
    "workshops.2.number": ("w3.number", equal),
    "workshops.2.title": ("w3.title", french),
    "workshops.2.subtopics.agriculture.*": ("w3.topics[*]", bracketed("agriculture")),
    "workshops.2.subtopics.loisirs.0": ("w3.topics[3]", bracketed("loisirs")),
    "workshops.2.subtopics.loisirs.1": ("w3.topics[4]", bracketed("loisirs")),
    "workshops.2.subtopics.loisirs.2": ("w3.topics[5]", bracketed("loisirs")),
    "workshops.2.subtopics.loisirs.3": ("w3.topics[6]", bracketed("loisirs")),
    "workshops.2.remark.raw": ("w3.entries[0].text", abridged),
    "workshops.2.remark.lines.*": ("w3.source", cited),
    "workshops.2.lines.*": ("w3.source", cited),
    "workshops.2.entries.0.kind": ("tours-luoyang", paired("w3")),
    "workshops.2.entries.0.FR.*": ("tours-luoyang.ends[fr].parties[*].organisation", named),
    "workshops.2.entries.0.CN.*": ("tours-luoyang.ends[cn].parties[*].organisation", named),
    "workshops.2.entries.0.topic": ("tours-luoyang.topic", french),
    "workshops.2.entries.0.strands.*": ("tours-luoyang.strands[*]", french),
    "workshops.2.entries.0.strands_stated": ("tours-luoyang.strands", counted),
    "workshops.2.entries.0.lines.*": ("tours-luoyang.source", cited),
    "workshops.2.entries.1.kind": ("pdl-shandong-export", paired("w3")),
    "workshops.2.entries.1.FR.*": ("pdl-shandong-export.ends[fr].parties[*].organisation", named),
    "workshops.2.entries.1.CN.0.raw": (
        "pdl-shandong-export.ends[cn].parties[0].organisation",
        named,
    ),
    "workshops.2.entries.1.CN.1.raw": (
        "pdl-shandong-export.ends[cn].parties[1].organisation",
        named,
    ),
    "workshops.2.entries.1.topic": ("pdl-shandong-export.topic", french),
    "workshops.2.entries.1.lines.*": ("pdl-shandong-export.source", cited),
    "workshops.3.number": ("w4.number", equal),
    "workshops.3.title": ("w4.title", french),
    "workshops.3.lines.*": ("w4.source", cited),
    "workshops.3.entries.0.kind": ("pdl-shangdong-psychiatrie", paired("w4")),
    "workshops.3.entries.0.FR.*": (
        "pdl-shangdong-psychiatrie.ends[fr].parties[*].organisation",
        named,
    ),
    "workshops.3.entries.0.CN.0.raw": (
        "pdl-shangdong-psychiatrie.ends[cn].parties[0].organisation",
        named,
    ),
    "workshops.3.entries.0.CN.0.candidates.*": (
        "pdl-shangdong-psychiatrie.ends[cn].parties[0].organisation.candidates[*]",
        named,
    ),
    "workshops.3.entries.0.topic": ("pdl-shangdong-psychiatrie.topic", french),
    "workshops.3.entries.0.strands.*": ("pdl-shangdong-psychiatrie.strands[*]", french),
    "workshops.3.entries.0.lines.*": ("pdl-shangdong-psychiatrie.source", cited),
    "workshops.3.entries.1.kind": ("w4.entries[0].kind", equal),
    "workshops.3.entries.1.raw": ("w4.entries[0].text", french),
    "workshops.3.entries.1.lines.*": ("w4.source", cited),
    "workshops.4.number": ("w5.number", equal),
    "workshops.4.title": ("w5.title", french),
    "workshops.4.cross_cutting.raw": ("w5.entries[0].text", abridged),
    "workshops.4.cross_cutting.lines.*": ("w5.source", cited),
    "workshops.4.lines.*": ("w5.source", cited),
    "workshops.4.entries.0.kind": ("alpes-sichuan", paired("w5")),
    "workshops.4.entries.0.programme": ("alpes-sichuan.name", french),
    "workshops.4.entries.0.FR.0.raw": ("alpes-sichuan.ends[fr].parties[0].organisation", named),
    "workshops.4.entries.0.FR.1.raw": ("alpes-sichuan.ends[fr].parties[1].organisation", named),
    "workshops.4.entries.0.CN.*": ("alpes-sichuan.ends[cn].parties[*].organisation", named),
    "workshops.4.entries.0.lines.*": ("alpes-sichuan.source", cited),
    "workshops.4.entries.1.kind": ("ccr-val-de-loire", paired("w5", "solo_proposal")),
    "workshops.4.entries.1.FR.*": ("ccr-val-de-loire.ends[fr].parties[*].organisation", named),
    "workshops.4.entries.1.contact": ("ccr-val-de-loire.people[0]", named),
    "workshops.4.entries.1.CN": ("ccr-val-de-loire.ends[cn].parties", absent),
    "workshops.4.entries.1.lines.*": ("ccr-val-de-loire.source", cited),
    "workshops.5.number": ("w6.number", equal),
    "workshops.5.title": ("w6.title", french),
    "workshops.5.format": ("w6.format", coded),
    "workshops.5.remark.raw": ("w6.entries[0].text", french),
    "workshops.5.remark.lines.*": ("w6.source", cited),
    "workshops.5.entries": ("w6", unpaired),
    "workshops.5.lines.*": ("w6.source", cited),
    "unresolved.0.raw": ("jenju", unresolved),
    "unresolved.0.claim": ("jenju.as_written", verbatim),
    "unresolved.0.lines.*": ("jenju.source", cited),
    "unresolved.1.raw": ("ancr", unresolved),
    "unresolved.1.candidates.*": ("ancr.candidates[*]", named),
    "unresolved.1.lines.*": ("ancr.source", cited),
    "unresolved.2.raw": ("fnpnr", unresolved),
    "unresolved.2.candidates.*": ("fnpnr.candidates[*]", named),
    "unresolved.2.lines.*": ("fnpnr.source", cited),
    "actions.0.title": ("envoyer-lettre-mobilisation.title", titled),
    "actions.0.owner": ("envoyer-lettre-mobilisation.owners", absent),
    "actions.0.due": ("envoyer-lettre-mobilisation.due", absent),
    "actions.0.lines.*": ("envoyer-lettre-mobilisation.source", cited),
    "actions.1.title": ("preparer-moderateurs.title", titled),
    "actions.1.owner": ("preparer-moderateurs.owners[0]", named),
    "actions.1.due": ("preparer-moderateurs.due", absent),
    "actions.1.lines.*": ("preparer-moderateurs.source", cited),
    "actions.2.title": ("identifier-chefs-de-file.title", titled),
    "actions.2.owner": ("identifier-chefs-de-file.owners[0]", called),
    "actions.2.due": ("identifier-chefs-de-file.due.when", equal),
    "actions.2.lines.*": ("identifier-chefs-de-file.source", cited),
    "actions.3.title": (f"{BEFORE_SUMMER}.title", titled),
    "actions.3.owner": (f"{BEFORE_SUMMER}.owners", absent),
    "actions.3.due.raw": (f"{BEFORE_SUMMER}.due.words", french),
    "actions.3.due.season": (f"{BEFORE_SUMMER}.due.when", equal),
    "actions.3.due.before": (f"{BEFORE_SUMMER}.due.before", meant),
    "actions.3.lines.*": (f"{BEFORE_SUMMER}.source", cited),
    "actions.4.title": ("se-manifester-aupres-de-cuf.title", titled),
    "actions.4.owner": ("se-manifester-aupres-de-cuf.owners[0]", called),
    "actions.4.due": ("se-manifester-aupres-de-cuf.due", absent),
    "actions.4.lines.*": ("se-manifester-aupres-de-cuf.source", cited),
    "role_policies.0.role": ("l115-elus-moderateurs.text", worded),
    "role_policies.0.holder": ("l115-elus-moderateurs.text", within),
    "role_policies.0.modality": ("l115-elus-moderateurs", note("proposal")),
    "role_policies.0.raw": ("l115-elus-moderateurs.as_written", verbatim),
    "role_policies.0.lines.*": ("l115-elus-moderateurs.source", cited),
    "vigilance.0.code": ("l178-diversite-intervenants", note("vigilance")),
    "vigilance.0.lines.*": ("l178-diversite-intervenants.source", cited),
    "vigilance.1.code": ("l179-tous-les-niveaux", note("vigilance")),
    "vigilance.1.raw": ("l179-tous-les-niveaux.as_written", verbatim),
    "vigilance.1.lines.*": ("l179-tous-les-niveaux.source", cited),
    "vigilance.2.code": ("l182-distinguer-et-articuler", note("vigilance")),
    "vigilance.2.lines.*": ("l182-distinguer-et-articuler.source", cited),
    "information_gaps.0.topic": ("l185-stand-france", gap),
    "information_gaps.0.lines.*": ("l185-stand-france.source", cited),
    "information_gaps.1.topic": ("l186-inscription-pme", gap),
    "information_gaps.1.lines.*": ("l186-inscription-pme.source", cited),
    "worries.0.code": ("l064-lassitude", note("observation")),
    "worries.0.lines.*": ("l064-lassitude.source", cited),
    "worries.1.code": ("l078-asymetrie", note("observation")),
    "worries.1.lines.*": ("l078-asymetrie.source", cited),
    "worries.2.code": ("l081-fonds-conjoints", note("observation")),
    "worries.2.lines.*": ("l081-fonds-conjoints.source", cited),
    "worries.3.code": ("l082-cofinancement-chinois", note("observation")),
    "worries.3.lines.*": ("l082-cofinancement-chinois.source", cited),
    "position_FR.0.raw": ("l199-changement-de-modele", position),
    "position_FR.0.lines.*": ("l199-changement-de-modele.source", cited),
    "position_FR.1.raw": ("l200-ambitions-chiffrees", position),
    "position_FR.1.target.metric": (TARGET, target),
    "position_FR.1.target.sides.*": (f"{TARGET}.about", among),
    "position_FR.1.target.value": (f"{TARGET}.text", no_figure),
    "position_FR.1.target.status": (TARGET, note("target")),
    "position_FR.1.lines.*": ("l200-ambitions-chiffrees.source", cited),
    "position_FR.2.raw": ("l205-montrer-l-exemple", position),
    "position_FR.2.lines.*": ("l205-montrer-l-exemple.source", cited),
}

# --- walking ----------------------------------------------------------------------------------------


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield the place and the value of each leaf; null and empty lists are leaves too."""
    steps = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    if not steps or not value:
        yield ".".join(path), value
    for step, below in steps:
        yield from leaves(below, (*path, str(step)))


def row_of(leaf: str) -> str:
    """The row of a leaf: its own, or that of its list."""
    stem, _, last = leaf.rpartition(".")
    return leaf if leaf in WHERE or not last.isdigit() else f"{stem}.*"


def reach(dossier: Dossier, route: str) -> Any:
    """Follow a route of ids, attributes and keys."""
    start, *steps = route.replace("[", ".[").split(".")
    found: Any = dossier[start] if start else dossier
    for step in steps:
        if step.startswith("["):
            found = pick(found, step[1:-1])
        else:
            found = getattr(dossier[found] if isinstance(found, str) else found, step)
    return found


def pick(items: tuple[Any, ...], key: str) -> Any:
    """Return the item at a place, or the one of this side, function or kind."""
    if key.isdigit():
        return items[int(key)]
    (item,) = (
        item
        for item in items
        if key in (getattr(item, name, None) for name in ("side", "function", "kind"))
    )
    return item


LEAVES = dict(leaves(FACTS))


@pytest.fixture(scope="module")
def april() -> Dossier:
    return load(APRIL)


def holds(dossier: Dossier, leaf: str, fact: object) -> bool:
    route, comparison = WHERE[row_of(leaf)]
    return comparison(reach(dossier, route.replace("*", leaf.rpartition(".")[2])), fact, dossier)


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_dossier_holds_the_fact(april: Dossier, leaf: str) -> None:
    assert row_of(leaf) in WHERE, "this fact of the minutes has no place in the dossier"
    assert holds(april, leaf, LEAVES[leaf])


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_comparison_refuses_another_fact(april: Dossier, leaf: str) -> None:
    fact = LEAVES[leaf]
    other = fact + 1000 if isinstance(fact, int) else f"{fact}, autre"
    assert not holds(april, leaf, other)


def test_no_row_is_left_over() -> None:
    assert set(WHERE) == {row_of(leaf) for leaf in LEAVES}


def test_what_the_french_say_among_themselves_stays_with_them(april: Dossier) -> None:
    private = {thing.id for thing in april.notes if thing.audience == "internal"}
    assert private == {
        "l064-lassitude",
        "l068-strasbourg-en-demi-teinte",
        "l078-asymetrie",
        "l081-fonds-conjoints",
        "l082-cofinancement-chinois",
        "l090-message-fort",
        "l095-echange-vertueux",
        "l199-changement-de-modele",
        "l200-ambitions-chiffrees",
        TARGET,
        "l205-montrer-l-exemple",
    }
    assert {thing.side for thing in april.notes if thing.id in private} == {"fr"}
    assert {thing.side for thing in april.notes if thing.id not in private} == {None}
