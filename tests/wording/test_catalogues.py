"""The message catalogues: complete, true to their placeholders, found wherever they are."""

import ast
import os
import re
import shutil
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from rencontres.errors import LanguageError
from rencontres.wording import Wording, messages
from rencontres.wording.codes import FUNCTIONS, LABELS, MESSAGES, NOUNS
from rencontres.wording.languages import described

FOLDERS = ("fr", "zh_Hans", "zh_Hant")
PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "zh_Hans": "nplurals=1; plural=0;",
    "zh_Hant": "nplurals=1; plural=0;",
}
PLACE = re.compile(r"%\((\w+)\)s")
GENDERS = ("masculine", "feminine", "unknown")


def path(folder: str) -> Path:
    return (
        Path(str(files("rencontres.wording"))) / "locale" / folder / "LC_MESSAGES" / "rencontres.po"
    )


def read(folder: str):
    with path(folder).open("rb") as file:
        return read_po(file, locale=folder, abort_invalid=True)


def wanted() -> set[tuple[str | None, str | tuple[str, str]]]:
    """Return every message of the tables, and those that agree with a gender in each."""
    keys = {(None, message) for message in MESSAGES.values()}
    keys |= {(None, message) for message in NOUNS.values()}
    gendered = {*FUNCTIONS.values(), *LABELS.values()}
    gendered |= {message for code, message in MESSAGES.items() if code.startswith("confirmation.")}
    return keys | {(gender, message) for message in gendered for gender in (None, *GENDERS)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_missing_or_fuzzy(folder):
    catalogue = read(folder)
    found = {(message.context, message.id): message for message in catalogue if message.id}
    assert wanted() - set(found) == set()
    for message in found.values():
        assert not message.fuzzy
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings)
        assert len(strings) == (catalogue.num_plurals if isinstance(message.id, tuple) else 1)


def spoken() -> set[str]:
    """Return every string of the sources: findings have their messages where they are made."""
    root = Path(str(files("rencontres")))
    return {
        node.value
        for source in root.rglob("*.py")
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_nothing_is_translated_that_nobody_says():
    keys = {(message.context, message.id) for message in read("fr") if message.id}
    strings = spoken()
    assert {key for key in keys - wanted() if key[0] or key[1] not in strings} == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_catalogues_say_the_same_things(folder):
    keys = [{(message.context, message.id) for message in read(name)} for name in ("fr", folder)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("folder", FOLDERS)
def test_placeholders_are_those_of_the_message(folder):
    for message in read(folder):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        expected = sorted(set(PLACE.findall(ids[0])))
        for words in (*ids, *strings):
            assert sorted(set(PLACE.findall(words))) == expected, words
            assert "%" not in PLACE.sub("", words.replace("%%", ""))


@pytest.mark.parametrize("folder", FOLDERS)
def test_plurals_are_pinned(folder):
    assert f'"Plural-Forms: {PLURALS[folder]}\\n"' in path(folder).read_text("utf-8")
    assert read(folder).num_plurals == int(PLURALS[folder][9])


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_file_is_as_an_editor_would_write_it(folder):
    raw = path(folder).read_bytes()
    assert b"\r" not in raw
    assert b"\xe2\x80\x89" not in raw  # U+2009


def test_french_labels_have_their_space():
    for message in read("fr"):
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for words in strings if message.id else ():
            assert not re.search(r"(?<!\u00a0):", words), words
            assert not re.search(r"(?<!\u202f)[;!?]", words), words
            assert "'" not in words


def test_chinese_has_its_own_marks():
    for folder in ("zh_Hans", "zh_Hant"):
        for message in read(folder):
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            for words in strings if message.id else ():
                bare = PLACE.sub("甲", words)
                assert not re.search(r"[ ,;:!?]", bare), words
                assert not re.search(r"[()]", bare), words


def test_scripts_are_not_mixed():
    simplified = set("议论坛场问题时间会员请认办单发词续协组织专业关开闭总书长")
    traditional = set("議論壇場問題時間會員請認辦單發詞續協組織專業關開閉總書長") - simplified
    for folder, forbidden in (("zh_Hans", traditional), ("zh_Hant", simplified - traditional)):
        text = "".join("".join(message.string) for message in read(folder) if message.id)
        assert set(text) & (forbidden - {"坛"} if folder == "zh_Hans" else forbidden) == set()


def test_plural_forms_of_french_begin_at_two():
    french = Wording("fr")
    assert [french.count(n, "session") for n in (0, 1, 2)] == ["0 séance", "1 séance", "2 séances"]
    assert french.say("omitted.format", count=1, part="x").startswith("1\u00a0élément non montré,")
    assert french.say("omitted.format", count=3, part="x").startswith(
        "3\u00a0éléments non montrés,"
    )


@pytest.fixture
def moved(tmp_path, monkeypatch):
    """A package of somebody else with a catalogue of its own, without or with the compiled one."""
    package = tmp_path / "rencontres_xx"
    folder = package / "locale" / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    shutil.copy(path("fr"), folder / "rencontres.po")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, package.name, raising=False)
    messages._opened.cache_clear()
    yield folder
    messages._opened.cache_clear()
    sys.modules.pop(package.name, None)


def said() -> str:
    return messages._opened("rencontres_xx:xx").gettext("Agenda")


def test_a_checkout_without_compiled_catalogues_reads_the_sources(moved):
    assert said() == "Ordre du jour"


def test_a_compiled_catalogue_is_read_alone(moved):
    compile_to(moved / "rencontres.mo", moved / "rencontres.po")
    (moved / "rencontres.po").unlink()
    assert said() == "Ordre du jour"


def test_an_edited_source_is_read_before_an_older_compiled_one(moved):
    source = moved / "rencontres.po"
    compile_to(moved / "rencontres.mo", source)
    text = source.read_text("utf-8").replace("Ordre du jour", "Points à traiter")
    source.write_text(text, "utf-8")
    os.utime(moved / "rencontres.mo", (1, 1))
    assert said() == "Points à traiter"
    os.utime(source, (0, 0))
    messages._opened.cache_clear()
    assert said() == "Ordre du jour"


def test_a_catalogue_that_is_not_there_is_told(moved):
    (moved / "rencontres.po").unlink()
    with pytest.raises(LanguageError, match="rencontres_xx:xx"):
        said()
    with pytest.raises(LanguageError, match="no_such_package"):
        messages._opened("no_such_package:fr")


def compile_to(target: Path, source: Path) -> None:
    from babel.messages.mofile import write_mo

    with source.open("rb") as file, target.open("wb") as binary:
        write_mo(binary, read_po(file, locale="fr"))


def test_every_built_in_language_has_its_catalogue():
    assert {described(tag).catalogue for tag in ("fr", "zh-Hans", "zh-Hant")} == {
        f"rencontres.wording:{folder}" for folder in FOLDERS
    }
