"""What a renderer declares holds, and whatever goes wrong in one is told with its name."""

import pickle

import pytest
from attrs import field, frozen

from rencontres import (
    Document,
    Dossier,
    Format,
    Omission,
    OptionsError,
    Part,
    Reader,
    Renderer,
    RenderError,
    Session,
    view,
)
from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.model import Event, Note
from rencontres.text import Text


@frozen(kw_only=True)
class Options:
    columns: int = field(default=80, metadata={"help": "columns"})
    detail: str = "long"
    titles: tuple[str, ...] = ()


VIEW = view(Dossier(namespace="a.example", sessions=(Session("s"),)), Reader("fr"))
PLAIN = Format("plain", "text/plain", "txt")


def _renderer(*documents, kind=PLAIN):
    return Renderer(kind, Options, lambda view, options: iter(documents))


def _failing(error, *before, kind=PLAIN):
    def compose(view, options):
        yield from before
        raise error

    return Renderer(kind, Options, compose)


A, B = Document("a.txt", b"a"), Document("b.txt", b"b")


# --- what comes out --------------------------------------------------------------------------


def test_call_gives_all_one_gives_the_only_one_and_stream_gives_them_one_by_one():
    both = _renderer(A, B)
    assert [document.body for document in both(VIEW)] == [b"a", b"b"]
    assert isinstance(both(VIEW), tuple)
    assert _renderer(A).one(VIEW).body == b"a"
    with pytest.raises(RenderError, match="plain makes several documents here"):
        both.one(VIEW)
    with pytest.raises(RenderError, match="plain makes no document here"):
        _renderer().one(VIEW)
    assert _renderer()(VIEW) == ()


def test_a_document_is_made_when_it_is_asked_for():
    made = []

    def compose(view, options):
        for number in range(3):
            made.append(number)
            yield Document(f"{number}.txt", b"")

    stream = Renderer(PLAIN, Options, compose).stream(VIEW)
    assert made == []
    next(stream)
    assert made == [0]
    assert len(list(stream)) == 2


def test_a_renderer_may_return_a_list():
    assert len(Renderer(PLAIN, Options, lambda view, options: [A, B])(VIEW)) == 2


def test_documents_are_stamped_with_what_the_format_declares():
    document = _renderer(A).one(VIEW)
    assert (document.media_type, document.charset) == ("text/plain", "utf-8")
    picture = _renderer(Document("a.png", b"\xff", "image/png")).one(VIEW)
    assert (picture.media_type, picture.charset) == ("image/png", None)
    latin = _renderer(Document("a", b"\xe9", charset="latin-1")).one(VIEW)
    assert (latin.charset, latin.text) == ("latin-1", "é")
    called = _renderer(Document("a", b"", "text/plain; method=PUBLISH")).one(VIEW)
    assert called.content_type == "text/plain; method=PUBLISH; charset=utf-8"


def test_bytes_that_are_no_text_need_a_format_without_a_charset():
    with pytest.raises(RenderError, match=r"plain says that a.txt is utf-8, and it is not"):
        _renderer(Document("a.txt", b"\xff")).one(VIEW)
    binary = Format("zip", "application/zip", "zip", charset=None)
    assert _renderer(Document("a.zip", b"\xff"), kind=binary).one(VIEW).charset is None


@pytest.mark.parametrize("names", [("a", "a"), ("a", "A"), ("é", "e\u0301")])
def test_two_documents_of_one_name_are_refused(names):
    with pytest.raises(RenderError, match="plain made two documents called"):
        _renderer(*(Document(name, b"") for name in names))(VIEW)


@pytest.mark.parametrize("made", ["a", b"a", None, ("a", b"b")], ids=repr)
def test_what_is_no_document_is_refused(made):
    with pytest.raises(RenderError, match=f"plain made a {type(made).__name__}, not a document"):
        _renderer(made)(VIEW)


# --- what goes wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError("no"), "plain failed: ValueError: no"),
        (KeyError("x"), "plain failed: KeyError: 'x'"),
        (SystemExit(3), "plain failed: SystemExit: 3"),
        (RenderError("words"), "plain failed: words"),
        (DossierError("words"), "plain failed: words"),
        (RecursionError("deep"), "plain failed: RecursionError: deep"),
    ],
)
def test_whatever_a_renderer_raises_is_told_with_its_name(error, told):
    for renderer, after in ((_failing(error), ""), (_failing(error, B, A), " after a.txt")):
        with pytest.raises(RenderError) as caught:
            renderer(VIEW)
        whose = f"plain (of {__name__}) failed{after}"
        assert str(caught.value) == told.replace("plain failed", whose)
        assert caught.value.__cause__ is error


def test_the_problems_of_an_error_are_kept():
    problem = Finding("x", "error", "here", "wrong")
    with pytest.raises(RenderError) as caught:
        _failing(DossierError(problems=[problem]))(VIEW)
    assert caught.value.problems == (problem,)
    assert str(caught.value) == f"plain (of {__name__}) failed\nhere: wrong"


def test_a_renderer_that_makes_nothing_that_can_be_gone_through_fails_by_name():
    for made in (None, 3, A):
        with pytest.raises(RenderError, match=r"plain \(of .*\) failed: TypeError"):
            Renderer(PLAIN, Options, lambda view, options, made=made: made)(VIEW)


def test_somebody_who_stops_a_renderer_is_not_stopped():
    with pytest.raises(KeyboardInterrupt):
        _failing(KeyboardInterrupt())(VIEW)


def test_documents_before_a_failure_come_out_of_a_stream_and_of_nothing_else():
    stream = _failing(ValueError("no"), A).stream(VIEW)
    assert next(stream).body == b"a"
    with pytest.raises(RenderError):
        next(stream)


def test_an_error_of_the_caller_is_not_taken_for_one_of_the_renderer():
    stream = _renderer(A, B).stream(VIEW)
    next(stream)
    with pytest.raises(ZeroDivisionError):
        stream.throw(ZeroDivisionError())


# --- options --------------------------------------------------------------------------------------


def test_options_reach_the_renderer_and_default_to_their_defaults():
    def compose(view, options):
        yield Document("a", str(options.columns).encode())

    renderer = Renderer(PLAIN, Options, compose)
    assert renderer.one(VIEW).body == b"80"
    assert renderer.one(VIEW, Options(columns=3)).body == b"3"


@pytest.mark.parametrize("options", [{"columns": 3}, 3, "columns=3", Options])
def test_options_of_another_class_are_refused_at_once(options):
    renderer = _renderer(A)
    for ask in (renderer, renderer.one, renderer.stream):
        with pytest.raises(OptionsError, match="plain takes Options, not"):
            ask(VIEW, options)


def test_options_that_do_not_fit_together_are_the_mistake_of_the_caller():
    with pytest.raises(OptionsError, match=r"^not together$"):
        _failing(OptionsError("not together"))(VIEW)


def test_options_are_made_from_plain_data_strictly():
    renderer = _renderer()
    assert renderer.configure({}) == Options()
    assert renderer.configure({"columns": 60, "titles": ["a", "b"]}) == Options(
        columns=60, titles=("a", "b")
    )


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ({"column": 60}, ["did you mean `columns`"]),
        ({"columns": "60"}, ["columns"]),
        ({"columns": True}, ["columns"]),
        ({"columns": 60.0}, ["columns"]),
        ({"titles": "ab"}, ["titles"]),
        ({"detail": None}, ["detail"]),
        ({"columns": "60", "detial": "short", "titles": [3]}, ["columns", "did you mean `detail`", "titles"]),
    ],
)  # fmt: skip
def test_everything_that_is_wrong_with_options_is_told_at_once(raw, told):
    with pytest.raises(OptionsError) as caught:
        _renderer().configure(raw)
    assert len(caught.value.problems) == len(told)
    assert str(caught.value).startswith("plain: these options do not fit")
    for words in told:
        assert words in str(caught.value)


def test_a_class_of_options_has_a_default_for_each():
    @frozen
    class Bare:
        needed: int

    with pytest.raises(RenderError, match="plain: the option needed has no default"):
        Renderer(PLAIN, Bare, lambda view, options: ())
    for options in (dict, 3, Options()):
        with pytest.raises(RenderError, match="options are an attrs class"):
            Renderer(PLAIN, options, lambda view, options: ())
    with pytest.raises(RenderError, match="has a Format"):
        Renderer("plain", Options, lambda view, options: ())


# --- what a format cannot show ---------------------------------------------------------------------


def _losses(carries):
    dossier = Dossier(
        namespace="a.example",
        events=(Event("e", title=Text(fr="E")),),
        sessions=(Session("s"), Session("t")),
        notes=(Note("n", text=Text(fr="N")),),
    )
    seen = view(dossier, Reader("fr", audience="partners"))
    return _renderer(kind=Format("plain", "text/plain", "txt", carries=carries)).losses(seen)


def test_losses_are_told_from_the_format_alone():
    assert _losses(Part) == ()
    assert _losses([Part.SESSIONS]) == (Omission(part=Part.MINUTES, count=1, reason="format"),)
    assert _losses(["people"]) == (
        Omission(part=Part.SESSIONS, count=2, reason="format"),
        Omission(part=Part.MINUTES, count=1, reason="format"),
    )


@pytest.mark.parametrize(
    ("fields", "reader", "foreign"),
    [
        ({}, ("fr", "zh-Hans"), ()),
        ({"bilingual": False}, ("fr", "zh-Hans"), ("zh-Hans",)),
        ({"languages": ["fr"]}, ("fr", "zh-Hans"), ("zh-Hans",)),
        ({"languages": ["fr"]}, ("fr-CA", None), ()),
        ({"languages": ["zh-Hant"]}, ("zh-Hans", None), ("zh-Hans",)),
        ({"languages": []}, ("fr", None), ("fr",)),
        ({"languages": ["FR", "zh-cn"], "bilingual": False}, ("zh-Hans", "fr"), ("zh-Hans", "fr")),
    ],
)
def test_languages_that_a_format_cannot_show_are_told(fields, reader, foreign):
    kind = Format("plain", "text/plain", "txt", **fields)
    seen = view(Dossier(namespace="a.example"), Reader(*reader))
    assert _renderer(kind=kind).foreign(seen) == foreign


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "CSV"},
        {"name": ""},
        {"name": "3d"},
        {"name": "a b"},
        {"name": "a@b"},
        {"name": None},
        {"suffix": ".txt"},
        {"suffix": "tar.gz/.."},
        {"media_type": "text"},
        {"media_type": None},
        {"charset": "nonsense"},
        {"carries": ["session"]},
        {"languages": "fr"},
    ],
)
def test_a_format_that_cannot_be_is_refused(fields):
    with pytest.raises(RenderError):
        Format(**{"name": "plain", "media_type": "text/plain", "suffix": "txt", **fields})


def test_a_format_and_a_renderer_are_values():
    again = Format("plain", "text/plain", "txt", carries=reversed(list(Part)))
    assert again == PLAIN
    assert hash(again) == hash(PLAIN)
    assert pickle.loads(pickle.dumps(PLAIN)) == PLAIN  # noqa: S301 - our own bytes
    from rencontres import DATA

    assert pickle.loads(pickle.dumps(DATA)) == DATA  # noqa: S301 - our own bytes
