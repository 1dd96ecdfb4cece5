"""A translator gets what is missing or older than its original, and her work comes back."""

import pytest
from attrs import evolve
from desk import APRIL, OCTOBER, Desk, told
from hypothesis import given
from hypothesis import strategies as st

from rencontres import LanguageError, Name, Proposal, Text, completeness, load_data
from rencontres.testing.strategies import dossiers
from rencontres_xlsx import read_translations, translations

SHEET = "translations"
LONG = {
    "rencontres": 1,
    "namespace": "example.org",
    "languages": ["fr", "zh-Hans", "en"],
    "people": {
        "li-si": {"names": {"en": {"family": "LI", "given": "Si", "order": "family-first"}}},
    },
    "workshops": {
        "w": {
            "title": {"fr": "Voir https://example.org/a {nom}", "zh-Hans": "见"},
            "short": {"fr": "Court"},
            "topics": [{"fr": "Eau"}, {"fr": "Forêt"}],
        }
    },
    "actions": {"a": {"title": {"fr": "Écrire"}, "due": {"words": {"fr": "avant l’été"}}}},
}


@pytest.fixture
def dossier():
    return load_data(LONG)


def sent(dossier, *languages, **options):
    return Desk(translations(dossier, languages or None, **options))


def write(desk, where, **typed):
    desk.type(SHEET, desk.row(SHEET, id=where), **typed)


def back(desk, dossier):
    """Return what comes back; reading it again on what it has made changes nothing."""
    body = desk.saved()
    proposal = read_translations(body, dossier)
    again = read_translations(body, proposal.apply(dossier))
    assert (again.additions, again.changes) == ((), ())
    return proposal


def test_only_what_is_missing_is_sent(dossier):
    desk = sent(dossier, "zh-Hans", audience="partners")
    ws = desk.book[SHEET]
    assert [ws.cell(row, 1).value for row in range(2, ws.max_row + 1)] == [
        "people.li-si.names.*.family",
        "people.li-si.names.*.given",
        "workshops.w.short",
        "workshops.w.topics.0",
        "workshops.w.topics.1",
        "actions.a.title",
        "actions.a.due.words",
    ]


@pytest.mark.parametrize("month", [APRIL, OCTOBER], ids=["april", "october"])
def test_every_text_that_is_missing_is_sent(month):
    found = completeness(month, ["zh-Hans"])
    missing = {text.where for text in found.texts if text.state != "parent"}
    desk = sent(month, "zh-Hans")
    ws = desk.book[SHEET]
    rows = {ws.cell(row, 1).value.partition(".*")[0] for row in range(2, ws.max_row + 1)}
    assert rows == missing


def test_a_context_says_what_a_text_is(dossier):
    desk = sent(dossier, "zh-Hans", language="fr", audience="partners")
    row = desk.row(SHEET, id="workshops.w.topics.1")
    columns = desk.columns(SHEET)
    assert "atelier w" in desk.book[SHEET].cell(row, columns["context"]).value
    assert desk.book[SHEET].cell(row, columns["state"]).value == "zh-Hans: à traduire"
    short = desk.row(SHEET, id="workshops.w.short")
    assert desk.book[SHEET].cell(short, columns["limit"]).value == 20
    assert desk.book[SHEET].column_dimensions["H"].hidden


def test_what_is_written_comes_back(dossier):
    desk = sent(dossier, audience="partners")
    write(desk, "workshops.w.topics.1", zh_Hans=" 森林 ", en="Forest")
    write(desk, "actions.a.due.words", zh_Hans="夏天之前")
    write(desk, "people.li-si.names.*.family", zh_Hans="李")
    write(desk, "people.li-si.names.*.given", zh_Hans="四")
    proposal = back(desk, dossier)
    after = proposal.apply(dossier)
    assert after["w"].topics[1] == Text({"fr": "Forêt", "zh-Hans": "森林", "en": "Forest"})
    assert after["a"].due.words.get("zh-Hans") == "夏天之前"
    assert Name("zh-Hans", "李", "四", order="family-first") in after["li-si"].names
    assert not proposal.doubts


def test_a_sheet_that_nobody_has_filled_in_changes_nothing(dossier):
    assert read_translations(translations(dossier, audience="partners"), dossier) == Proposal()


def test_a_translation_older_than_its_original_is_sent_and_reviewed(dossier):
    title = Text({"fr": "Lire", "zh-Hans": "见"})
    now = dossier.change("w", title=title)
    desk = sent(now, "zh-Hans", since=dossier)
    row = desk.row(SHEET, id="workshops.w.title")
    state = desk.book[SHEET].cell(row, desk.columns(SHEET)["state"]).value
    assert state == "zh-Hans: à revoir\u00a0: l’original a changé"
    assert back(desk, now) == Proposal()  # looked at, and left
    desk.type(SHEET, row, zh_Hans="阅读")
    assert back(desk, now).changes[0].title.get("zh-Hans") == "阅读"


def test_an_original_that_has_changed_since_is_a_doubt(dossier):
    desk = sent(dossier, "zh-Hans")
    write(desk, "workshops.w.short", zh_Hans="短")
    later = dossier.change("w", short=Text(fr="Bref"))
    proposal = back(desk, later)
    assert proposal.changes[0].short.get("zh-Hans") == "短"
    assert told(proposal) == [("text.source", "workshops.w.short.zh-Hans")]
    assert proposal.doubts[0].value("cell") == "translations!D2"


def test_what_was_translated_meanwhile_is_not_overwritten(dossier):
    desk = sent(dossier, "zh-Hans")
    write(desk, "workshops.w.short", zh_Hans="短")
    later = dossier.change("w", short=Text({"fr": "Court", "zh-Hans": "简短"}))
    proposal = back(desk, later)
    assert not proposal.changes
    assert told(proposal) == [("text.conflict", "workshops.w.short.zh-Hans")]


def test_an_original_is_not_changed_here(dossier):
    desk = sent(dossier, "zh-Hans")
    write(desk, "workshops.w.short", fr="Autre")
    proposal = back(desk, dossier)
    assert not proposal.changes
    assert told(proposal) == [("text.original", "workshops.w.short.fr")]


def test_a_text_that_has_gone_is_told(dossier):
    desk = sent(dossier, "zh-Hans")
    write(desk, "workshops.w.short", zh_Hans="短")
    later = dossier.change("w", short=None)
    assert told(back(desk, later)) == [("text.unknown", "workshops.w.short")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("看 {nom}", "text.place"),
        ("https://example.org/a", "text.place"),
        ("“https://example.org/a {nom}", "text.quotes"),
        ("见https://example.org/a {nom}，（甲", "text.quotes"),
        ("Voir https://example.org/a {nom}", "text.same"),
        ("见,https://example.org/a {nom}", "text.typography"),
    ],
)
def test_what_looks_wrong_in_a_translation_is_a_doubt_and_is_taken(dossier, words, code):
    later = dossier.change("w", title=Text(fr="Voir https://example.org/a {nom}"))
    desk = sent(later, "zh-Hans")
    write(desk, "workshops.w.title", zh_Hans=words)
    proposal = back(desk, later)
    assert code in [doubt.code for doubt in proposal.doubts]
    assert proposal.changes[0].title.get("zh-Hans") == words


def test_what_is_too_long_for_small_screens_is_a_doubt(dossier):
    desk = sent(dossier, "zh-Hans")
    write(desk, "workshops.w.short", zh_Hans="长" * 21)
    assert told(back(desk, dossier)) == [("text.long", "workshops.w.short.zh-Hans")]


def test_two_rows_of_one_text_are_told(dossier):
    desk = sent(dossier, "zh-Hans")
    write(desk, "workshops.w.short", zh_Hans="短")
    row = desk.paste(SHEET, desk.row(SHEET, id="workshops.w.short"))
    desk.type(SHEET, row, zh_Hans="简")
    proposal = back(desk, dossier)
    assert proposal.changes[0].short.get("zh-Hans") == "短"
    assert told(proposal)[0] == ("row.contradiction", "workshops.w.short.zh-Hans")


def test_the_title_of_the_dossier_is_told_for_a_proposal_has_no_place_for_it():
    dossier = load_data({"namespace": "example.org", "languages": ["fr", "en"], "title": "Eau"})
    desk = sent(dossier)
    write(desk, "title", en="Water")
    assert told(back(desk, dossier)) == [("header.differs", "title.en")]


def test_a_language_that_is_none_is_refused(dossier):
    with pytest.raises((LanguageError, ValueError)):
        translations(dossier, ["français"])


@given(dossiers(), st.sampled_from(["zh-Hans", "en", "vi"]))
def test_every_text_can_be_translated_in_one_go(dossier, language):
    body = translations(dossier, [language], audience="partners")
    assert body == translations(dossier, [language], audience="partners")
    assert read_translations(body, dossier) == Proposal()
    desk = Desk(body)
    ws, columns = desk.book[SHEET], desk.columns(SHEET)
    rows = [row for row in range(2, ws.max_row + 1) if not ws.cell(row, columns[language]).value]
    for row in rows:
        desk.type(SHEET, row, **{language: f"译文{row}"})
    proposal = back(desk, dossier)
    after = proposal.apply(dossier)
    waiting = Desk(translations(after, [language], audience="partners"))
    left = [waiting.book[SHEET].cell(r, 1).value for r in range(2, waiting.book[SHEET].max_row + 1)]
    own = {
        doubt.where.rpartition(".")[0]
        for doubt in proposal.doubts
        if doubt.code == "header.differs"
    }
    assert set(left) <= own


def test_a_dossier_of_another_language_pair_is_served(dossier):
    other = evolve(dossier, languages=("en", "vi"))
    desk = sent(other, "vi", audience="partners", language="vi")
    assert "vi" in desk.columns(SHEET)
