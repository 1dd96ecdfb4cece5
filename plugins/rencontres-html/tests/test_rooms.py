"""Each door has its page: what is held in the room, and what has left it."""

import re
from datetime import UTC, datetime

import pytest

from rencontres import Reader, load_data, publish, view
from rencontres_html import HTML, HTMLOptions


def dossier(**rooms):
    return load_data({
        "rencontres": 1,
        "namespace": "rivers.example.org",
        "languages": ["fr", "zh-Hans"],
        "places": {"nantes": {"name": "Nantes", "zone": "Europe/Paris"}},
        "rooms": {
            "a": {"name": {"fr": "Salle A", "zh-Hans": "一号厅"}, "place": "nantes"},
            "b": {"name": {"fr": "../<b>", "zh-Hans": "二号厅"}, "place": "nantes"},
            "c": {"name": "Salle-a", "place": "nantes"},
        },
        "sessions": {
            id_: {"title": id_.title(), "day": "2026-10-05", "hours": hours, "room": rooms[id_]}
            for id_, hours in {"eau": "09:00-10:00", "air": "10:00-11:00"}.items()
        },
    })  # fmt: skip


def doors(programme):
    made = HTML(programme, HTMLOptions(rooms=True))
    return {document.path.name: document.text for document in made[1:]}


def test_a_door_has_what_is_held_in_its_room_alone():
    found = doors(view(dossier(eau="a", air="b"), Reader("fr", "zh-Hans")))
    assert list(found) == ["room-salle-a.fr+zh-Hans.html", "room-b.fr+zh-Hans.html"]
    first, second = found.values()
    assert re.findall('id="s-([a-z]+)"', first) == ["eau"]
    assert re.findall('id="s-([a-z]+)"', second) == ["air"]
    assert '<p class="whose">Salle A <span lang="zh-Hans" class="second">一号厅</span></p>' in first
    assert re.search(r"<title[^>]*>\.\./&lt;b&gt; – ", second)


def test_rooms_whose_names_make_one_path_have_a_path_each():
    found = doors(view(dossier(eau="a", air="c"), Reader("fr")))
    assert list(found) == ["room-salle-a.fr.html", "room-salle-a-2.fr.html"]


@pytest.mark.parametrize("sign", ["a", "厅", "\U00020000", "/", "\N{LATIN SMALL LIGATURE FFI}"])
def test_a_room_of_any_name_has_a_page(sign):
    whole = load_data({
        "rencontres": 1,
        "namespace": "rivers.example.org",
        "languages": ["zh-Hant", "fr"],
        "rooms": {"long": {"name": sign * 300}},
        "sessions": {"eau": {"title": "Eau", "room": "long"}},
    })  # fmt: skip
    assert len(doors(view(whole, Reader("zh-Hant", "fr")))) == 1


def test_a_session_that_has_been_moved_is_on_both_doors():
    ledger = publish(dossier(eau="a", air="b"), None, at=datetime(2026, 9, 1, tzinfo=UTC))
    moved = dossier(eau="b", air="b")
    ledger = publish(moved, ledger, at=datetime(2026, 9, 2, tzinfo=UTC))
    found = doors(view(moved, Reader("fr"), ledger=ledger))
    assert [name for name, page in found.items() if 'id="s-eau"' in page] == [*found]
    assert "Auparavant" in found["room-salle-a.fr.html"]


@pytest.mark.parametrize("rooms", [False, True])
def test_a_person_and_whoever_asks_for_no_doors_has_one_page(rooms):
    whole = load_data({
        "rencontres": 1,
        "namespace": "rivers.example.org",
        "languages": ["fr"],
        "people": {"ada": {"names": {"fr": {"family": "Ada"}}}},
        "rooms": {"a": {"name": "Salle A"}},
        "sessions": {"eau": {"title": "Eau", "room": "a", "roles": {"speaker": ["ada"]}}},
    })  # fmt: skip
    programme = view(whole, Reader("fr"))
    assert len(HTML(programme, HTMLOptions(rooms=rooms))) == 1 + rooms
    assert HTML.one(programme.of("ada"), HTMLOptions(rooms=rooms)).about == "ada"
