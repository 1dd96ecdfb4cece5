"""The erratum of a view: what each reader is told of what has changed."""

import pickle
from datetime import datetime
from zoneinfo import ZoneInfo

import attrs

from rencontres import (
    DATA,
    ICS,
    TEXT,
    Dossier,
    Event,
    Name,
    Note,
    Part,
    Person,
    Reader,
    Role,
    Room,
    Selection,
    Session,
    Side,
    Text,
    View,
    compare,
    find,
    view,
)

CHENGDU = ZoneInfo("Asia/Shanghai")


def at(hour: int) -> datetime:
    return datetime(2016, 10, 29, hour, tzinfo=CHENGDU)


OLD = Dossier(
    namespace="example.org",
    title=Text(fr="Rencontres", zh_Hans="论坛"),
    languages=("fr", "zh-Hans"),
    version=2,
    sides=(
        Side("cn", name=Text(fr="partie chinoise", zh_Hans="中方"), languages=("zh-Hans",)),
        Side("fr", name=Text(fr="partie française", zh_Hans="法方"), languages=("fr",)),
    ),
    rooms=(Room("un", name=Text.same("A1")), Room("deux", name=Text.same("A2"))),
    people=(
        Person("anne", side="fr", names=(Name("fr", "Dupont", "Anne"),)),
        Person("bruno", side="fr", names=(Name("fr", "Secret", "Bruno"),)),
    ),
    events=(
        Event("forum", title=Text(fr="Forum", zh_Hans="论坛")),
        Event("foire", title=Text(fr="Foire", zh_Hans="博览会")),
    ),
    sessions=(
        Session(
            "ouverture",
            event="forum",
            title=Text(fr="Ouverture", zh_Hans="开幕式"),
            start=at(9),
            end=at(10),
            room="un",
            roles=(
                Role("moderator", "anne", confirmation="confirmed"),
                Role("participant", "bruno", confirmation="confirmed"),
            ),
        ),
        Session("stand", event="foire", title=Text(fr="Stand", zh_Hans="展台"), start=at(11)),
        Session(
            "coulisses",
            event="forum",
            audience="partners",
            title=Text(fr="Coulisses", zh_Hans="幕后"),
            start=at(14),
            room="un",
        ),
        Session(
            "conciliabule",
            event="forum",
            audience="internal",
            roles=(Role("moderator", "anne"),),
            title=Text(fr="Conciliabule", zh_Hans="密谈"),
            start=at(15),
            room="un",
        ),
    ),
    notes=(Note("n1", text=Text(fr="Une note"), event="forum"),),
)  # fmt: skip
NEW = attrs.evolve(
    OLD.change("ouverture", start=at(10), end=at(11))
    .change("stand", start=at(12))
    .change("coulisses", room="deux")
    .change("conciliabule", room="deux"),
    version=3,
)
CHANGES = compare(OLD, NEW)


def seen(reader: Reader, selection: Selection | None = None, new: Dossier = NEW) -> View:
    return view(new, reader, selection, changes=compare(OLD, new))


def ids(programme: View) -> list[str]:
    return [line.id for line in programme.changes]


def test_a_view_without_a_comparison_has_no_erratum():
    programme = view(NEW, Reader("fr"))
    assert programme.changes == ()
    assert programme.since is None
    assert "Modifications" not in TEXT.one(programme).text


def test_each_audience_is_told_of_what_it_sees():
    assert ids(seen(Reader("fr"))) == ["ouverture", "stand"]
    assert ids(seen(Reader("fr", audience="partners"))) == ["ouverture", "stand", "coulisses"]
    own = seen(Reader("fr", audience="internal", side="fr"))
    assert ids(own) == ["ouverture", "stand", "coulisses", "conciliabule"]
    other = seen(Reader("zh-Hans", audience="internal", side="cn"))
    assert "conciliabule" not in ids(other)


def test_no_format_tells_the_public_of_what_it_does_not_see():
    programme = seen(Reader("fr", "zh-Hans"))
    for name in ("text", "data", "ics", "markdown"):
        written = b"".join(document.body for document in find(name)(programme)).decode()
        for secret in ("Coulisses", "幕后", "Conciliabule", "密谈", "Secret", "bruno"):
            assert secret not in written


def test_who_must_be_told_is_named_as_far_as_the_reader_sees_her():
    (line, _) = seen(Reader("fr")).changes
    assert line.people == ("anne",)
    assert seen(Reader("fr", audience="partners")).changes[0].people == ("anne", "bruno")


def test_ones_own_copy_tells_her_own_changes_whatever_the_reader_sees():
    programme = seen(Reader("fr"))
    assert ids(programme.of("anne")) == ["ouverture"]
    assert ids(programme.of("bruno")) == ["ouverture"]
    again = pickle.loads(pickle.dumps(programme))  # noqa: S301 - our own
    assert again.of("bruno").changes == programme.of("bruno").changes


def test_what_a_reader_no_longer_sees_is_gone_for_her_and_new_where_she_sees_it():
    narrowed = OLD.change("ouverture", audience="partners")
    (line,) = seen(Reader("fr"), new=narrowed).changes
    assert (line.kind, line.id) == ("removed", "ouverture")
    assert seen(Reader("fr", audience="partners"), new=narrowed).changes == ()
    opened = OLD.change("coulisses", audience="public")
    (line,) = seen(Reader("fr"), new=opened).changes
    assert (line.kind, line.id) == ("added", "coulisses")


def test_lines_are_in_the_languages_of_the_reader():
    line = seen(Reader("fr", "zh-Hans", typography="plain")).changes[0]
    assert [str(phrase) for phrase in line.text] == [
        "Ouverture : 29 octobre 2016, de 10 h à 11 h (auparavant : de 9 h à 10 h)",
        "开幕式：时间改为2016年10月29日10:00至11:00（原定9:00至10:00）",
    ]
    assert [phrase.language for phrase in line.text] == ["fr", "zh-Hans"]
    assert [str(each) for each in seen(Reader("zh-Hans", "fr")).since] == [
        "自第2版以来的变更",
        "Modifications depuis la version 2",
    ]


def test_hours_are_told_on_the_clock_of_the_reader():
    (line, _) = seen(Reader("fr", zone="Europe/Paris", typography="plain")).changes
    assert "de 4 h à 5 h" in str(line.text)


def test_a_selection_tells_its_own_changes_and_counts_the_others():
    programme = seen(Reader("fr"), Selection(events=["foire"]))
    assert ids(programme) == ["stand"]
    assert [o.count for o in programme.omitted if o.part is Part.CHANGES] == [1]
    assert ids(seen(Reader("fr"), Selection(parts=["sessions"]))) == []
    assert ids(seen(Reader("fr"), Selection(people=["anne"]))) == ["ouverture"]


def test_where_one_language_shows_no_difference_its_title_stands_for_it():
    new = OLD.change("stand", title=Text(fr="Stands", zh_Hans="展台"))
    (line,) = seen(Reader("fr", "zh-Hans", typography="plain"), new=new).changes
    assert [str(phrase) for phrase in line.text] == ["Stands (auparavant : « Stand »)", "展台"]
    assert seen(Reader("zh-Hans"), new=new).changes == ()


def test_formats_that_carry_no_changes_count_them_as_lost():
    programme = seen(Reader("fr"))
    assert [(o.part, o.count) for o in ICS.losses(programme) if o.part is Part.CHANGES] == [
        (Part.CHANGES, 2)
    ]
    assert not [o for o in TEXT.losses(programme) if o.part is Part.CHANGES]
    assert '"since"' in DATA.one(programme).text


def test_a_comparison_of_the_same_dossier_says_that_nothing_has_changed():
    programme = view(NEW, Reader("fr"), changes=compare(NEW, NEW))
    assert programme.changes == ()
    assert programme.since is not None
