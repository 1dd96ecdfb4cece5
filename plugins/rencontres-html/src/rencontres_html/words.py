"""The few words of a page that a programme does not have."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "skip": {
        "en": "Go to the programme",
        "fr": "Aller au programme",
        "zh-Hans": "跳至日程",
        "zh-Hant": "跳至議程",
    },
    "contents": {"en": "Contents", "fr": "Sommaire", "zh-Hans": "目录", "zh-Hant": "目錄"},
    "calendar": {
        "en": "Add to your calendar",
        "fr": "Ajouter à votre agenda",
        "zh-Hans": "添加到日历",
        "zh-Hant": "加入行事曆",
    },
    "browser": {
        "en": "If nothing happens, open this page in a browser: apps for chats drop calendars.",
        "fr": "Si rien ne se passe, ouvrez cette page dans un navigateur\u00a0: "
        "les messageries écartent les agendas.",
        "zh-Hans": "如在微信等应用内打开本页，请先点击右上角“…”，选择“在浏览器打开”，再下载日历。",
        "zh-Hant": "如在通訊軟體內開啟本頁，請先點選右上角「…」，"
        "選擇「以瀏覽器開啟」，再下載行事曆。",
    },
    "workshop": {"en": "Workshop", "fr": "Atelier", "zh-Hans": "分论坛", "zh-Hant": "分論壇"},
    "topic": {"en": "Topic", "fr": "Sujet", "zh-Hans": "议题", "zh-Hant": "議題"},
    "leads": {"en": "Leads", "fr": "Chefs de file", "zh-Hans": "牵头单位", "zh-Hant": "主責單位"},
    "contact": {"en": "Contact", "fr": "Contact", "zh-Hans": "联系方式", "zh-Hant": "聯絡方式"},
    "name": {"en": "Name", "fr": "Nom", "zh-Hans": "姓名", "zh-Hant": "姓名"},
    "functions": {"en": "Functions", "fr": "Fonctions", "zh-Hans": "职责", "zh-Hant": "職責"},
}


def word(code: str, tag: str) -> str:
    """Return a word in a language; in English where nobody has translated it.

    Args:
        code: Which.
        tag: The language, BCP 47.
    """
    said = WORDS[code]
    parts = tag.split("-")
    chinese = "zh-Hant" if {"Hant", "TW", "HK", "MO"} & set(parts) else "zh-Hans"
    return said.get(chinese if parts[0] == "zh" else parts[0], said["en"])
