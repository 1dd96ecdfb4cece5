"""The status board: every workshop and side, whoever is asked, and figures that add up."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import (
    Contribution,
    Dossier,
    End,
    Event,
    Name,
    Organisation,
    Pairing,
    Party,
    Person,
    Role,
    Session,
    Side,
    Text,
    When,
    Workshop,
    board,
)
from rencontres.testing.strategies import dossiers

TODAY = date(2016, 9, 2)
SAME = Text.same


def dossier(**tables):
    return Dossier(
        namespace="example.org",
        sides=(Side("cn", name=SAME("中方")), Side("fr", name=SAME("partie française"))),
        organisations=(
            Organisation("bordeaux", name=SAME("Bordeaux"), side="fr", level="local"),
            Organisation("wuhan", name=SAME("武汉"), side="cn", level="local"),
            Organisation("hubei", name=SAME("湖北"), side="cn", level="regional"),
            Organisation("reseau", name=SAME("Réseau"), kind="network"),
        ),
        people=(
            Person("anne", side="fr", names=(Name("fr", "Dupont"),), languages=("fr", "zh-Hans")),
        ),
        **{
            "events": (Event("forum", title=SAME("Forum")),),
            "workshops": (Workshop("eau", title=SAME("Eau"), event="forum", number=1),),
            **tables,
        },
    )


def paired(*parties, function="lead", workshop="eau"):
    return (Pairing("p", workshop=workshop, function=function, ends=(End("cn", parties),)),)


def cell(made, side, row=0):
    return next(cell for cell in made.rows[row].cells if cell.side == side)


def tally(made, side):
    return next(tally for tally in made.tallies if tally.side == side)


def test_a_side_of_which_nobody_is_asked_is_missing():
    made = board(dossier(pairings=paired(Party("wuhan"))), today=TODAY)
    assert cell(made, "fr").missing
    assert not cell(made, "cn").missing
    assert (tally(made, "fr").missing, tally(made, "cn").missing) == (1, 0)


@pytest.mark.parametrize("confirmation", ["declined", "withdrawn", "cancelled"])
def test_whoever_has_declined_is_still_told_and_no_lead(confirmation):
    made = board(dossier(pairings=paired(Party("wuhan", confirmation=confirmation))), today=TODAY)
    (call,) = cell(made, "cn").calls
    assert (call.holder, call.live, call.overdue) == ("wuhan", False, False)
    assert cell(made, "cn").missing
    assert tally(made, "cn").confirmations == ((confirmation, 1),)
    assert tally(made, "cn").levels == ()


def test_a_side_has_confirmed_when_all_its_leads_have():
    sure = Party("wuhan", confirmation="confirmed")
    half = board(dossier(pairings=paired(sure, Party("hubei"))), today=TODAY)
    whole = board(
        dossier(pairings=paired(sure, Party("hubei", confirmation="accepted"))), today=TODAY
    )
    gone = board(
        dossier(pairings=paired(sure, Party("hubei", confirmation="declined"))), today=TODAY
    )
    assert [cell(made, "cn").confirmed for made in (half, whole, gone)] == [False, True, True]
    assert not cell(whole, "fr").confirmed


@pytest.mark.parametrize("function", ["co-chair", "witness"])
def test_a_witness_or_a_co_chair_is_called_and_does_not_lead(function):
    party = Party("wuhan", confirmation="confirmed")
    made = board(dossier(pairings=paired(party, function=function)), today=TODAY)
    assert [call.function for call in cell(made, "cn").calls] == [function]
    assert cell(made, "cn").missing


@pytest.mark.parametrize(
    ("confirmation", "due", "overdue"),
    [
        ("invited", When("2016-09-01"), True),
        ("to-confirm", When("2016-08"), True),
        ("postponed", When("2016-09-01"), True),
        ("invited", When("2016-09-02"), False),
        ("invited", When("2016-09"), False),
        ("invited", When(words=SAME("bientôt")), False),
        ("invited", None, False),
        ("accepted", When("2016-09-01"), False),
        ("confirmed", When("2016-09-01"), False),
        ("declined", When("2016-09-01"), False),
    ],
    ids=str,
)
def test_an_answer_is_overdue_the_day_after_it_was_due(confirmation, due, overdue):
    party = Party("wuhan", confirmation=confirmation, due=due)
    made = board(dossier(pairings=paired(party)), today=TODAY)
    assert [call.holder for call in made.overdue] == (["wuhan"] if overdue else [])


def test_a_role_of_lead_leads_without_a_pairing_and_of_no_side_stands_apart():
    roles = (Role("lead", "anne"), Role("lead", "reseau"), Role("lead"), Role("speaker", "wuhan"))
    shop = Workshop("eau", title=SAME("Eau"), event="forum", roles=roles)
    made = board(dossier(workshops=(shop,)), today=TODAY)
    assert [(call.pairing, call.holder) for call in cell(made, "fr").calls] == [(None, "anne")]
    assert [call.holder for call in cell(made, None).calls] == ["reseau"]
    assert cell(made, "cn").calls == ()
    assert [each.side for each in made.rows[0].cells] == ["cn", "fr", None]
    assert tally(made, "fr").languages == (("fr", 1), ("zh-Hans", 1))


def test_pairings_of_no_workshop_come_last_and_are_missed_by_nobody():
    made = board(dossier(pairings=paired(Party("wuhan"), workshop=None)), today=TODAY)
    assert [row.workshop for row in made.rows] == ["eau", None]
    assert [call.holder for call in cell(made, "cn", row=1).calls] == ["wuhan"]
    assert tally(made, "cn").missing == 1


def test_the_event_that_is_prepared_comes_first_then_numbers():
    shops = (
        Workshop("a", title=SAME("A"), event="autre", number=1),
        Workshop("b", title=SAME("B"), event="forum"),
        Workshop("c", title=SAME("C"), event="forum", number=10),
        Workshop("d", title=SAME("D"), event="forum", number=9),
    )
    events = (Event("autre", title=SAME("Autre")), Event("forum", title=SAME("Forum")))
    made = board(dossier(events=events, workshops=shops), today=TODAY)
    assert [row.workshop for row in made.rows] == ["d", "c", "b", "a"]


def test_speakers_of_an_event_that_is_off_are_not_counted():
    def speakers(confirmation):
        session = Session("s", event="forum", roles=(Role("speaker", "anne"),))
        events = (Event("forum", title=SAME("Forum"), confirmation=confirmation),)
        made = board(dossier(events=events, workshops=(), sessions=(session,)), today=TODAY)
        return tally(made, "fr").speakers

    assert [speakers(each) for each in ("confirmed", "cancelled", "postponed")] == [1, 0, 0]


@pytest.mark.parametrize(
    ("funding", "funded"),
    [
        ((), False),
        ((Contribution("cn", amount=0),), False),
        ((Contribution("fr", amount=1000, currency="EUR"),), False),
        ((Contribution("cn", amount=1000, currency="CNY"),), True),
        ((Contribution("cn"),), True),
        ((Contribution("cn", kind="in-kind"),), True),
    ],
    ids=["none", "nothing", "the other side", "money", "money of no amount", "in kind"],
)
def test_a_side_funds_what_it_puts_money_or_means_into(funding, funded):
    (pairing,) = paired(Party("wuhan"))
    made = board(dossier(pairings=(attrs.evolve(pairing, funding=funding),)), today=TODAY)
    assert tally(made, "cn").funding is funded


@given(dossiers())
def test_every_workshop_has_each_of_its_sides_and_every_promise_is_counted(some):
    made = board(some, today=TODAY)
    assert {row.workshop for row in made.rows} - {None} == {each.id for each in some.workshops}
    for row in made.rows:
        sides = [cell.side for cell in row.cells]
        assert len(sides) == len(set(sides))
    calls = [call for row in made.rows for cell in row.cells for call in cell.calls]
    parties = [p for pairing in some.pairings for end in pairing.ends for p in end.parties]
    assert sum(call.pairing is not None for call in calls) == len(parties)
    for tally in made.tallies:
        cells = [cell for row in made.rows for cell in row.cells if cell.side == tally.side]
        assert sum(n for _, n in tally.confirmations) == sum(len(cell.calls) for cell in cells)
        assert tally.missing <= len(some.workshops)
    assert {tally.side for tally in made.tallies} == {side.id for side in some.sides}


@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_things_in_the_dossier_does_not_matter(some, chance):
    tables = {
        name: tuple(chance.sample(getattr(some, name), len(getattr(some, name))))
        for name in ("sides", "workshops", "pairings", "events", "organisations", "sessions")
    }
    made, again = (board(each, today=TODAY) for each in (some, attrs.evolve(some, **tables)))
    assert (made.rows, made.tallies) == (again.rows, again.tallies)


@given(dossiers(), st.dates())
def test_a_board_can_be_hashed_and_the_day_only_moves_what_is_overdue(some, day):
    made, then = board(some, today=TODAY), board(some, today=day)
    assert hash(made) == hash(board(some, today=TODAY))
    assert made.tallies == then.tallies
    if day >= TODAY:
        assert set(made.overdue) <= set(then.overdue)
