"""What a user mistakes is told in plain words, with what to type instead, and never a traceback."""

import pytest

BROKEN = """\
rencontres = 1
namespace = "rencontres.example.org"
languages = ["fr"]
[events.e]
title = "Rencontres"
plce = "tours"
[sessions.s]
event = "f"
when = "demain"
"""


def _one_line(ran):
    assert ran.status == 1
    assert ran.out == ""
    assert ran.err.startswith("rencontres: ")
    assert len(ran.err.splitlines()) == 1
    return ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "cvs"), "no format is called cvs; did you mean ics?"),
        (("--to", "ics@nobody"), "no format is called ics@nobody"),
        (("--to", ""), "there are: "),
        (("--to", "text", "--language", "xx"), "'xx' is no language tag"),
        (("--to", "text", "--language", ""), "'' is no language tag"),
        (("--to", "text", "--language", "français"), "'français' is no language tag"),
        (("--to", "text", "--language", "vi"), "nobody has described how vi writes"),
        (("--to", "text", "--second", "zz"), "zz"),
        (("--to", "text", "--second", "fr"), "the second language is the first one again"),
        (("--to", "text", "--zone", "Mars/Olympus"), "no time zone is called 'Mars/Olympus'"),
        (("--to", "text", "--zone", "../../etc/passwd"), "no time zone is called"),
        (("--to", "text", "--audience", "internal"), "an internal reader belongs to a side"),
        (("--to", "text", "--person", "marie-martn"), "did you mean `marie-martin`?"),
        (("--to", "text", "--person", "nobody"), "called `nobody`; there are: `apcae`, "),
        (("--to", "text", "--event", "rencontre-5"), "did you mean `rencontres-5`?"),
        (("--to", "text", "--event", "marie-martin"), "there is no event called `marie-martin`"),
        (("--to", "text", "--option", "columns"), "write NAME=VALUE"),
        (("--to", "text", "--option", "=60"), "write NAME=VALUE"),
        (("--to", "text", "--option", "columns=1", "--option", "columns=2"), "given twice"),
        (("--to", "feeds"), "feeds makes several documents here: name a folder for them, --out"),
        (("--to", "ics", "--option", "per=event"), "ics makes several documents here"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_mistake_in_the_words_is_one_line(rencontres, october, words, told):
    assert told in _one_line(rencontres("render", october, *words))


def test_a_side_that_does_not_meet_here_is_told(rencontres, october):
    words = ("--audience", "internal", "--side", "de")
    ran = rencontres("render", october, "--to", "text", *words)
    assert (ran.status, ran.out) == (1, "")
    assert "sides has no `de`" in ran.err


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("column=60", "column: there is no key `column` here; did you mean `columns`?"),
        ("columns=wide", "columns: a whole number is needed here, not the text 'wide'"),
        ("columns=1\nlayout=2", "columns: a whole number is needed here"),
        ("layout=beside", "layout: `beside` is none of: "),
    ],
)
def test_options_that_do_not_fit_are_told_with_their_name(rencontres, october, option, told):
    ran = rencontres("render", october, "--to", "text", "--option", option)
    assert (ran.status, ran.out) == (1, "")
    first, second = ran.err.splitlines()
    assert first == "rencontres: text: these options do not fit"
    assert told in second


def test_all_options_that_do_not_fit_are_told_at_once(rencontres, october):
    options = ("--option", "utc=yes", "--option", "reminders=15", "--option", "foo=1")
    ran = rencontres("render", october, "--to", "ics", *options)
    told = [line.partition(":")[0] for line in ran.err.splitlines()[1:]]
    assert sorted(told) == ["foo", "reminders", "utc"]


def test_three_mistakes_in_a_file_are_three_lines(rencontres, tmp_path):
    (tmp_path / "broken.toml").write_text(BROKEN, "utf-8")
    ran = rencontres("render", "broken.toml", "--to", "text")
    assert (ran.status, ran.out) == (1, "")
    told = ran.err.removeprefix("rencontres: ").splitlines()
    places = [line.split(": ")[0:2] for line in told]
    assert places == [
        ["broken.toml:6", "events.e.plce"],
        ["broken.toml:8", "sessions.s.event"],
        ["broken.toml:9", "sessions.s.when"],
    ]
    assert "did you mean `place`?" in told[0]


def test_nothing_is_written_when_the_file_is_broken(rencontres, tmp_path):
    (tmp_path / "broken.toml").write_text(BROKEN, "utf-8")
    rencontres("render", "broken.toml", "--to", "text", "--out", "made")
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("syntax.toml", b"a = [[["),
        ("syntax.json", b'{"a": '),
        ("noise.toml", bytes(range(256))),
        ("empty.json", b""),
        ("list.json", b"[]"),
        ("deep.json", b"[" * 100_000),
        ("surrogate.json", b'{"title": "\\ud800"}'),
        ("binary.docx", b"PK\x03\x04"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_dossier_is_told_with_its_name(rencontres, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    ran = rencontres("render", name, "--to", "text")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"rencontres: {name}")
    assert len(ran.err) < 2000


def test_a_file_that_is_not_there_is_told_with_the_nearest(rencontres, tmp_path):
    (tmp_path / "meeting.toml").write_bytes(b"")
    told = _one_line(rencontres("render", "meetin.toml", "--to", "text"))
    assert "meetin.toml: there is no such file; did you mean `meeting.toml`?" in told


def test_a_folder_is_told(rencontres, tmp_path):
    (tmp_path / "folder.toml").mkdir()
    assert "this is a folder" in _one_line(rencontres("render", "folder.toml", "--to", "text"))


def test_a_name_that_no_file_can_have_is_told(rencontres):
    assert "rencontres: " in _one_line(rencontres("render", "x" * 5000 + ".toml", "--to", "text"))


def test_a_folder_that_cannot_be_written_is_told(rencontres, october, tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    for out in ("taken", "taken/below"):
        told = _one_line(rencontres("render", october, "--to", "text", "--out", out))
        assert "cannot be written" in told
    assert (tmp_path / "taken").read_bytes() == b""


def test_what_would_clear_a_terminal_is_written_out(rencontres, october):
    told = _one_line(rencontres("render", october, "--to", "a\x1b[2Jb"))
    assert "\x1b" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "the following arguments are required: COMMAND"),
        (("rendre",), "invalid choice: 'rendre'"),
        (("render",), "the following arguments are required: FILE, --to"),
        (("render", "x.toml"), "the following arguments are required: --to"),
        (("render", "x.toml", "--to"), "argument --to: expected one argument"),
        (("render", "x.toml", "--to", "ics", "--lang", "fr"), "unrecognized arguments: --lang"),
        (("render", "x.toml", "--to", "ics", "--audience", "all"), "argument --audience"),
        (
            ("render", "x.toml", "--to", "ics", "--day", "demain"),
            "argument --day: 'demain' is no day; write it as 2016-10-29",
        ),
        (
            ("render", "x.toml", "--to", "ics", "--day", "2016-02-30"),
            "argument --day: '2016-02-30' is no day; write it as 2016-10-29",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_line_that_is_not_understood_ends_with_2(rencontres, words, told):
    ran = rencontres(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: rencontres")
    assert told in ran.err
