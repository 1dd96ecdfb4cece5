"""The status board of a view: what each reader sees of it, and which part she asks for."""

import pickle
from datetime import date

import attrs
import pytest

from rencontres import (
    DATA,
    FEEDS,
    ICS,
    MARKDOWN,
    TEXT,
    Dossier,
    End,
    Event,
    Name,
    Organisation,
    Pairing,
    Part,
    Party,
    Person,
    Reader,
    Role,
    Selection,
    Session,
    Side,
    Text,
    When,
    Workshop,
    board,
    redact,
    view,
)

TODAY = date(2016, 9, 2)
PARTNERS = Reader("fr", audience="partners")
HOME = Reader("fr", audience="internal", side="fr")
AWAY = Reader("fr", audience="internal", side="cn")

DOSSIER = Dossier(
    namespace="example.org",
    title=Text(fr="Rencontres", zh_Hans="论坛"),
    languages=("fr", "zh-Hans"),
    sides=(
        Side("cn", name=Text(fr="partie chinoise", zh_Hans="中方"), languages=("zh-Hans",)),
        Side("fr", name=Text(fr="partie française", zh_Hans="法方"), languages=("fr",)),
    ),
    organisations=(
        Organisation("bordeaux", name=Text(fr="Bordeaux", zh_Hans="波尔多市"), side="fr"),
        Organisation("wuhan", name=Text(fr="Wuhan", zh_Hans="武汉市"), side="cn"),
        Organisation("apcae", name=Text(fr="APCAE", zh_Hans="全国友协"), side="cn"),
        Organisation("discret", name=Text(fr="Discret"), side="fr", audience="internal"),
    ),
    people=(
        Person(
            "anne", side="fr", names=(Name("fr", "Dupont", "Anne"),), email="anne@example.org",
            phone="+33 710001",
        ),
    ),
    events=(
        Event("forum", title=Text(fr="Forum")),
        Event("foire", title=Text(fr="Foire"), kind="fair"),
    ),
    workshops=(
        Workshop("eau", title=Text(fr="Eau", zh_Hans="水"), event="forum", number=1),
        Workshop("sol", title=Text(fr="Sol"), event="foire", number=2),
        Workshop(
            "secret", title=Text(fr="Secret"), event="forum", audience="internal",
            roles=(Role("lead", "discret"),),
        ),
    ),
    pairings=(
        Pairing(
            "eau-1", workshop="eau",
            ends=(
                End("fr", (
                    Party("bordeaux", confirmation="confirmed", person="anne"),
                    Party("discret", confirmation="declined"),
                )),
                End("cn", (Party(
                    "wuhan", confirmation="invited", asked=date(2016, 6, 10),
                    due=When("2016-09-01"), by="apcae",
                ),)),
            ),
        ),
    ),
)  # fmt: skip
BOARD = board(DOSSIER, today=TODAY)


def seen(reader, selection=None, dossier=DOSSIER):
    return view(dossier, reader, selection, board=BOARD)


def calls(programme):
    return {
        call.party.id: call
        for row in programme.board.rows
        for cell in row.cells
        for call in cell.calls
    }


def omitted(programme):
    return {o.reason: o.count for o in programme.omitted if o.part is Part.BOARD}


def test_the_public_sees_no_board_and_is_told_so():
    programme = seen(Reader("fr"))
    assert programme.board is None
    assert omitted(programme) == {"audience": 3}
    assert programme == attrs.evolve(view(DOSSIER, Reader("fr")), omitted=programme.omitted)


@pytest.mark.parametrize("reader", [PARTNERS, AWAY, HOME], ids=["partners", "away", "home"])
def test_both_teams_see_who_is_asked_since_when_until_when_and_by_whom(reader):
    call, other = (calls(seen(reader))[id_] for id_ in ("wuhan", "bordeaux"))
    assert call.party.confirmation == "invited"
    assert call.party.asked == date(2016, 6, 10)
    assert call.party.due == When("2016-09-01")
    assert str(call.party.by) == "APCAE"
    assert call.overdue
    assert other.party.person.id == "anne"


@pytest.mark.parametrize(
    ("reader", "organisations", "workshops", "declined"),
    [
        (PARTNERS, {"bordeaux", "wuhan"}, ["eau", "sol"], 0),
        (AWAY, {"bordeaux", "wuhan"}, ["eau", "sol"], 0),
        (HOME, {"bordeaux", "wuhan", "discret"}, ["eau", "secret", "sol"], 1),
    ],
    ids=["partners", "away", "home"],
)
def test_what_is_internal_to_a_side_is_neither_shown_nor_counted_for_the_other(
    reader, organisations, workshops, declined
):
    programme = seen(reader)
    assert set(calls(programme)) == organisations
    assert [row.id for row in programme.board.rows] == workshops
    french = next(tally for tally in programme.board.tallies if tally.side == "fr")
    assert dict(french.confirmations).get("declined", 0) == declined
    assert omitted(programme) == ({} if len(workshops) == 3 else {"audience": 1})


@pytest.mark.parametrize("reader", [PARTNERS, AWAY, HOME], ids=["partners", "away", "home"])
@pytest.mark.parametrize("renderer", [TEXT, MARKDOWN], ids=lambda each: each.format.name)
def test_addresses_are_not_on_the_board(reader, renderer):
    text = renderer.one(seen(reader, Selection(parts=[Part.BOARD]))).text
    assert "Wuhan" in text
    assert "anne@example.org" not in text
    assert "710001" not in text


@pytest.mark.parametrize("reader", [PARTNERS, AWAY, HOME], ids=["partners", "away", "home"])
def test_it_is_the_board_of_the_redacted_dossier(reader):
    left = redact(DOSSIER, reader)
    assert seen(reader).board == view(left, reader, board=board(left, today=TODAY)).board


def test_a_board_of_another_state_of_the_dossier_is_redacted_too():
    later = DOSSIER.change("eau", number=7)
    programme = seen(PARTNERS, dossier=later)
    assert set(calls(programme)) == {"bordeaux", "wuhan"}
    assert [row.number for row in programme.board.rows] == [1, 2]


def test_events_restrict_the_rows_and_the_figures():
    programme = seen(PARTNERS, Selection(events=["foire"]))
    assert [row.id for row in programme.board.rows] == ["sol"]
    assert [(t.confirmations, t.missing) for t in programme.board.tallies] == [((), 1), ((), 1)]
    assert omitted(programme) == {"audience": 1, "selection": 1}


def test_people_restrict_the_rows_to_those_in_which_they_are_called():
    for id_ in ("wuhan", "anne"):
        programme = seen(PARTNERS, Selection(people=[id_]))
        assert [row.id for row in programme.board.rows] == ["eau"]


def test_other_parts_leave_the_board_out():
    programme = seen(PARTNERS, Selection(parts=["sessions"]))
    assert programme.board is None
    assert omitted(programme) == {"audience": 1, "selection": 2}


def test_the_copy_of_one_person_has_no_board():
    dossier = DOSSIER.change("eau", roles=(Role("moderator", "anne"),)).with_(
        Session("s", workshop="eau", event="forum")
    )
    programme = view(dossier, PARTNERS, board=board(dossier, today=TODAY))
    copy = programme.of("anne")
    assert copy.board is None
    assert omitted(copy)["selection"] == len(programme.board.rows)


def test_names_are_in_the_languages_of_the_reader():
    programme = seen(Reader("fr", "zh-Hans", audience="partners"))
    row = programme.board.rows[0]
    assert [str(phrase) for phrase in row.title] == ["Eau", "水"]
    assert [[str(p) for p in cell.name] for cell in row.cells] == [
        ["partie chinoise", "中方"],
        ["partie française", "法方"],
    ]
    assert [str(p) for p in calls(programme)["wuhan"].party.short] == ["Wuhan", "武汉市"]


@pytest.mark.parametrize("renderer", [ICS, FEEDS], ids=lambda each: each.format.name)
def test_calendars_have_no_room_for_it_and_say_so(renderer):
    told = [(o.part, o.count) for o in renderer.losses(seen(PARTNERS)) if o.part is Part.BOARD]
    assert told == [(Part.BOARD, 2)]


@pytest.mark.parametrize("renderer", [TEXT, MARKDOWN, DATA], ids=lambda each: each.format.name)
def test_the_others_show_it(renderer):
    assert not [o for o in renderer.losses(seen(PARTNERS)) if o.part is Part.BOARD]
    assert "2016-09-02" in DATA.one(seen(PARTNERS)).text
    assert "Wuhan" in renderer.one(seen(PARTNERS, Selection(parts=["board"]))).text


def test_a_view_with_a_board_can_be_pickled_and_hashed():
    programme = seen(HOME)
    again = pickle.loads(pickle.dumps(programme))  # noqa: S301 - what was just written
    assert again.board == programme.board
    assert hash(programme.board) == hash(seen(HOME).board)
