"""What stands above columns and on tabs, in the languages of the library, and how they count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from rencontres import Voice, Wording, Words

Voices: TypeAlias = Sequence[Voice]
Say: TypeAlias = Callable[[Voice], str]


@frozen
class Formats:
    """How one language writes in a spreadsheet.

    Attributes:
        date: The number format of a day (ECMA-376 part 1, §18.8.31), with its language.
        time: That of an hour.
        pages: The foot of a page, with the codes of its number and of all of them.
        font: One that Excel, WPS and LibreOffice have or have a double of.
    """

    date: str
    time: str
    pages: str
    font: str


_FORMATS = {
    "fr": Formats("[$-40C]dddd d mmmm yyyy", 'h" h "mm', "Page &P sur &N", "Arial"),
    "en": Formats("[$-809]dddd d mmmm yyyy", "hh:mm", "Page &P of &N", "Arial"),
    "zh-Hans": Formats('[$-804]yyyy"年"m"月"d"日" dddd', "hh:mm", "第&P页，共&N页", "SimSun"),
    "zh-Hant": Formats('[$-404]yyyy"年"m"月"d"日" dddd', "hh:mm", "第&P頁，共&N頁", "PMingLiU"),
}
_OTHER = Formats("yyyy-mm-dd", "hh:mm", "&P / &N", "Arial")

_TAGS = ("fr", "zh-Hans", "zh-Hant", "en")
_WORDS: Mapping[str, tuple[str, str, str, str]] = {
    "rooms": ("Salles", "会场安排", "會場安排", "Rooms"),
    "delegations": ("Délégations", "代表团名单", "代表團名單", "Delegations"),
    "liaison": ("Contacts", "联络表", "聯絡表", "Contacts"),
    "sign-in": ("Émargement", "签到表", "簽到表", "Sign-in"),
    "date": ("Date", "日期", "日期", "Date"),
    "hours": ("Horaire", "时间", "時間", "Time"),
    "start": ("Début", "开始", "開始", "Start"),
    "end": ("Fin", "结束", "結束", "End"),
    "zone": ("Fuseau horaire", "时区", "時區", "Time zone"),
    "title": ("Intitulé", "内容", "內容", "Title"),
    "place": ("Lieu", "地点", "地點", "Place"),
    "no-place": ("Lieu à préciser", "地点待定", "地點待定", "Place to be settled"),
    "people": ("Intervenants", "人员", "人員", "People"),
    "status": ("État", "状态", "狀態", "Status"),
    "number": ("N°", "序号", "序號", "No."),
    "name": ("Nom", "姓名", "姓名", "Name"),
    "posts": ("Fonction et organisme", "单位及职务", "單位及職務", "Post"),
    "tasks": ("Rôle", "任务", "任務", "Role"),
    "delegation": ("Délégation", "代表团", "代表團", "Delegation"),
    "phone": ("Téléphone", "电话", "電話", "Phone"),
    "email": ("Courriel", "邮箱", "郵箱", "E-mail"),
    "signature": ("Signature", "签名", "簽名", "Signature"),
    "morning": ("matin", "上午", "上午", "morning"),
    "afternoon": ("après-midi", "下午", "下午", "afternoon"),
    "others": ("Autres", "其他", "其他", "Others"),
    "workshop": ("Atelier", "分论坛", "分論壇", "Workshop"),
}
"""In the order of ``_TAGS``; a language that is not here has English headings."""


def formats(wording: Wording) -> Formats:
    """Return how a language writes in a spreadsheet.

    Args:
        wording: The language.
    """
    return _FORMATS.get(wording.tag, _FORMATS.get(wording.tag.split("-")[0], _OTHER))


def word(key: str, wording: Wording) -> str:
    """Return a heading in one language.

    Args:
        key: Which heading.
        wording: The language.
    """
    known = [wording.tag, wording.tag.split("-")[0], "en"]
    return _WORDS[key][next(_TAGS.index(tag) for tag in known if tag in _TAGS)]


def heading(voices: Voices, key: str) -> str:
    """Return a heading in every language of the reader, one below the other.

    Args:
        voices: The languages of the reader, which have the programme.
        key: Which heading.
    """
    return stacked(voices, lambda voice: word(key, voice.wording))


def stacked(voices: Voices, say: Say) -> str:
    """Return what is said in every language of the reader, one below the other, each text once.

    Args:
        voices: The languages of the reader, which have the programme.
        say: What says it in one.
    """
    return "\n".join(dict.fromkeys(filter(None, map(say, voices))))


def phrases(voices: Voices, words: Words | None) -> str:
    """Return words in every language of the reader, one below the other, each text once.

    Args:
        voices: The languages of the reader, which have the programme.
        words: The words; None: nothing.
    """
    return stacked(voices, lambda voice: voice.phrase(words) if words else "")


def titled(voices: Voices, words: Words) -> str:
    """Return words as a heading, in every language of the reader, one below the other.

    Args:
        voices: The languages of the reader, which have the programme.
        words: The words.
    """
    return stacked(voices, lambda voice: voice.wording.heading(voice.phrase(words)))


def opening(voices: Voices, say: Say) -> tuple[str, ...]:
    """Return the lines above a sheet: what it is, of what, and of which version.

    Args:
        voices: The languages of the reader, which have the programme.
        say: What says in a language what the sheet is.
    """
    what = stacked(voices, say).split("\n")
    view = voices[0].view
    of = phrases(voices, view.title).split("\n")
    if view.person:
        of += phrases(voices, view.person.formal).split("\n")
    states = stacked(voices, lambda voice: voice.edition()).split("\n")
    return (" – ".join(what), *(each for each in of if each), " – ".join(states))
