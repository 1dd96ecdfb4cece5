"""Places of a language that nobody has described; languages that the host describes itself."""

import pytest

from rencontres import DATA, FEEDS, ICS, MARKDOWN, TEXT, Reader, load_data, view

DOSSIER = {
    "rencontres": 1,
    "namespace": "assises.example.org",
    "languages": ["fr"],
    "title": "Assises",
    "sides": {
        "jp": {"name": "partie japonaise", "languages": ["ja"], "zone": "Asia/Tokyo"},
        "fr": {"name": "partie française", "languages": ["fr"], "zone": "Europe/Paris"},
    },
    "places": {
        "salle": {
            "name": {"fr": "Centre", "ja": "会館"},
            "side": "jp",
            "zone": "Asia/Tokyo",
            "address": {"ja": "高松市1"},
        }
    },
    "rooms": {"r": {"name": "Salle 1", "place": "salle"}},
    "people": {"p": {"side": "fr", "names": {"fr": {"family": "Martin"}}}},
    "events": {"e": {"title": "Assises", "place": "salle"}},
    "sessions": {
        "s": {
            "event": "e",
            "title": "Ouverture",
            "day": "2016-10-05",
            "hours": "09:00-10:00",
            "room": "r",
            "roles": {"speaker": {"p": "confirmed"}},
        }
    },
}


@pytest.mark.parametrize(
    "renderer", [ICS, FEEDS, TEXT, MARKDOWN, DATA], ids=lambda each: each.format.name
)
@pytest.mark.parametrize("languages", [("fr",), ("fr", "zh-Hans"), ("en",)], ids="+".join)
def test_an_address_in_any_language_can_be_printed(renderer, languages):
    assert renderer(view(load_data(DOSSIER), Reader(*languages)))


def test_the_driver_is_shown_the_address_as_it_is_typed():
    text = ICS.one(view(load_data(DOSSIER), Reader("fr"))).text.replace("\r\n ", "")
    assert "Adresse à montrer au chauffeur\u00a0: 高松市1" in text
