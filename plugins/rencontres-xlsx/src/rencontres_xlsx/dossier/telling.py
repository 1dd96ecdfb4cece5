"""What is told of a workbook, in the language of those who filled it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attrs import evolve

from rencontres import Dossier, Finding, Proposal, Wording, dump_data
from rencontres_xlsx.dossier.places import heading
from rencontres_xlsx.dossier.shapes import Json, Path
from rencontres_xlsx.dossier.tables import gather, spread

_SAID: dict[str, tuple[str, str]] = {
    "the macros of this workbook are not looked at": (
        "les macros de ce classeur ne sont pas lues",
        "不读取本工作簿中的宏",
    ),
    "no table of the dossier has the name of this sheet: it is not read": (
        "aucune table du dossier ne porte le nom de cette feuille : elle n’est pas lue",
        "卷宗中没有与此工作表同名的表，未读取",
    ),
    "no table of the dossier has the name of this sheet: it is not read; did you mean "
    "%(suggestion)s?": (
        ("aucune table du dossier ne porte le nom de cette feuille : elle n’est pas lue ; "
        "vouliez-vous dire %(suggestion)s ?"),
        "卷宗中没有与此工作表同名的表，未读取；是否应为%(suggestion)s？",
    ),
    "no column of this sheet is called %(key)s: its rows are not read": (
        "aucune colonne de cette feuille ne s’appelle %(key)s : ses lignes ne sont pas lues",
        "此工作表没有名为%(key)s的列，各行均未读取",
    ),
    "no column is called %(name)s: it is not read": (
        "aucune colonne ne s’appelle %(name)s : elle n’est pas lue",
        "没有名为%(name)s的列，未读取",
    ),
    "no column is called %(name)s: it is not read; did you mean %(suggestion)s?": (
        ("aucune colonne ne s’appelle %(name)s : elle n’est pas lue ; vouliez-vous dire "
        "%(suggestion)s ?"),
        "没有名为%(name)s的列，未读取；是否应为%(suggestion)s？",
    ),
    "%(count)s rows of this sheet are hidden; they were read as the others": (
        "lignes masquées dans cette feuille, lues comme les autres : %(count)s",
        "此工作表有%(count)s行被隐藏，已照常读取",
    ),
    "this row does not say whose it is: %(keys)s": (
        "cette ligne ne dit pas à quoi elle se rapporte : %(keys)s",
        "此行未注明归属：%(keys)s",
    ),
    "this row does not say which text it is": (
        "cette ligne ne dit pas de quel texte il s’agit",
        "此行未注明对应的文本",
    ),
    "this cell is merged with the one to its left: nothing is read in it": (
        "cette cellule est fusionnée avec celle de gauche : rien n’y est lu",
        "此单元格已与左侧单元格合并，未读取",
    ),
    "this cell holds a formula that nothing has computed: nothing is read in it": (
        "cette cellule contient une formule qui n’a pas été calculée : rien n’y est lu",
        "此单元格的公式尚未计算，未读取",
    ),
    "this cell shows the error %(found)s: nothing is read in it": (
        "cette cellule affiche l’erreur %(found)s : rien n’y est lu",
        "此单元格显示错误%(found)s，未读取",
    ),
    "this cell holds a formula; what it showed last is taken: %(found)s": (
        "cette cellule contient une formule ; la dernière valeur affichée est reprise : %(found)s",
        "此单元格含公式，取其最后显示的值：%(found)s",
    ),
    "%(found)s is read as %(read)s: the day first": (
        "%(found)s est lu %(read)s : le jour d’abord",
        "%(found)s按“日在前”读作%(read)s",
    ),
    "%(found)s is read as %(read)s": (
        "%(found)s est lu %(read)s",
        "%(found)s读作%(read)s",
    ),
    "%(found)s is no date: it is kept as words until there is one": (
        "« %(found)s » n’est pas une date : ces mots sont gardés en attendant",
        "“%(found)s”不是日期，暂按文字保留",
    ),
    "this was %(was)s, and its cell is empty: it is taken out": (
        "il y avait « %(was)s », et la cellule est vide : la valeur est retirée",
        "原为“%(was)s”，现单元格为空，将予清除",
    ),
    "this row stands twice, at %(first)s and at %(second)s: it is read once": (
        "cette ligne figure deux fois, en %(first)s et en %(second)s : elle est lue une fois",
        "此行重复出现于%(first)s和%(second)s，只读取一次",
    ),
    "two rows of the same thing say different things here, at %(first)s and at %(second)s: the "
    "dossier stays as it is": (
        "deux lignes se contredisent, en %(first)s et en %(second)s : le dossier reste tel quel",
        "%(first)s和%(second)s两行内容不一致，卷宗保持不变",
    ),
    "%(table)s has no `%(id)s`: this row is not read": (
        "%(table)s n’a pas de « %(id)s » : cette ligne n’est pas lue",
        "%(table)s中没有“%(id)s”，此行未读取",
    ),
    "%(table)s has no `%(id)s`: this row is not read; did you mean `%(suggestion)s`?": (
        ("%(table)s n’a pas de « %(id)s » : cette ligne n’est pas lue ; vouliez-vous dire "
        "« %(suggestion)s » ?"),
        "%(table)s中没有“%(id)s”，此行未读取；是否应为“%(suggestion)s”？",
    ),
    "`%(suggestion)s` is missing and `%(id)s` is new: an id is kept for ever, so nothing is read "
    "in this row; write `%(suggestion)s` again, or an id that is less like it": (
        ("« %(suggestion)s » manque et « %(id)s » est nouveau : un identifiant ne change jamais, "
        "cette ligne n’est donc pas lue ; rétablissez « %(suggestion)s », ou choisissez un "
        "identifiant moins semblable"),
        ("“%(suggestion)s”缺失而“%(id)s”为新增：编号不可更改，此行未读取；请恢复“%(suggestion)s”，"
        "或改用差别较大的编号"),
    ),
    "this is to be taken out: a proposal takes nothing out, so take it out of the dossier": (
        "à retirer : une proposition ne retire rien, retirez-le du dossier lui-même",
        "此项标为删除：提案不删除内容，请在卷宗中删除",
    ),
    "this has no row any more: it stays as it is": (
        "la ligne a disparu : le dossier reste tel quel",
        "此行已不存在，卷宗保持不变",
    ),
    "this has no row any more in the sheet %(sheet)s: it stays as it is": (
        "la ligne a disparu de la feuille %(sheet)s : le dossier reste tel quel",
        "此行已不在工作表%(sheet)s中，卷宗保持不变",
    ),
    "the workbook says otherwise of the dossier itself; a proposal does not change that": (
        "le classeur dit autre chose du dossier lui-même ; une proposition n’y touche pas",
        "工作簿中卷宗本身的信息有所不同，提案不予更改",
    ),
    "nothing of this workbook can be taken": (
        "rien de ce classeur ne peut être repris",
        "此工作簿的内容均无法采用",
    ),
    "the dossier has no such text: it may have been taken out since": (
        "le dossier n’a pas ce texte : il a pu être retiré depuis",
        "卷宗中没有此文本，可能已被删除",
    ),
    "another row says something else of this text; the first is taken": (
        "une autre ligne dit autre chose de ce texte ; la première est reprise",
        "另一行对此文本有不同内容，取第一行",
    ),
    "this is an original: it is changed in the dossier, not in the sheet of its translations": (
        "c’est un original : il se modifie dans le dossier, non dans la feuille de traduction",
        "此为原文，应在卷宗中修改，而非在翻译表中",
    ),
    "the dossier has other words here since the sheet was made: %(now)s; it stays as it is": (
        "depuis l’envoi de la feuille, le dossier porte ici : « %(now)s » ; il reste tel quel",
        "翻译表生成后卷宗此处已改为“%(now)s”，保持不变",
    ),
    "the original has changed since the sheet was made; it is now: %(now)s": (
        "l’original a changé depuis l’envoi de la feuille ; il est maintenant : « %(now)s »",
        "翻译表生成后原文已改为“%(now)s”",
    ),
    "the original has %(lost)s, and the translation has not": (
        "l’original comporte %(lost)s, la traduction non",
        "原文含%(lost)s，译文中没有",
    ),
    "an opening %(opening)s and a closing %(closing)s do not match": (
        "un signe ouvrant %(opening)s et un signe fermant %(closing)s ne se répondent pas",
        "前后标点%(opening)s与%(closing)s不成对",
    ),
    "this is longer than small screens show": (
        "c’est plus long que ce que montrent les petits écrans",
        "超出小屏幕可显示的长度",
    ),
    "this is the same as the original: was it translated?": (
        "identique à l’original : est-ce traduit ?",
        "与原文相同，是否已翻译？",
    ),
    "there is no Chinese character in this": (
        "il n’y a aucun caractère chinois ici",
        "此处没有汉字",
    ),
    "the language writes this as: %(meant)s": (
        "cela s’écrit : %(meant)s",
        "规范写法为：%(meant)s",
    ),
    "a proposal does not change this: write it into the dossier itself": (
        "une proposition ne change pas cela : à écrire dans le dossier lui-même",
        "提案不更改此项，请直接写入卷宗",
    ),
}  # fmt: skip


def say(finding: Finding, language: str) -> str:
    """Return a finding behind its cell, in a language; what has no words there is in English.

    Args:
        finding: What was told of a workbook.
        language: BCP 47.
    """
    spoken, *rest = language.split("-")
    at = {"fr": 0, "zh": 1}.get(spoken) if "Hant" not in rest else None
    message = finding.message
    if at is not None and message in _SAID:
        message = _SAID[message][at]
    words = Wording(language).say(evolve(finding, message=message))
    places = [str(finding.value("cell") or ""), f"({finding.where})" if finding.where else ""]
    place = " ".join(part for part in places if part)
    return f"{place}: {words}" if place else words


def differences(proposal: Proposal, dossier: Dossier) -> Iterator[str]:
    """Yield what a proposal would do to a dossier: one line for each value.

    Args:
        proposal: The proposal.
        dossier: The dossier.

    Raises:
        DossierError: The proposal does not fit the dossier.
    """
    old, new = _values(dossier), _values(proposal.apply(dossier))
    for path in dict.fromkeys((*old, *new)):
        was, now = old.get(path), new.get(path)
        if was is None:
            yield f"+ {heading(path)}: {now}"
        elif now is None:
            yield f"- {heading(path)}: {was}"
        elif was != now:
            yield f"~ {heading(path)}: {was} → {now}"


def _values(dossier: Dossier) -> dict[Path, str]:
    found: dict[Path, str] = {}

    def walk(value: Json, path: Path) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, (*path, key))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for position, inner in enumerate(value):
                name = inner.get("id") or inner.get("person") or str(position)
                walk(inner, (*path, name))
        else:
            told = json.dumps(value, ensure_ascii=False)
            found[path] = value if isinstance(value, str) and value.isprintable() else told

    walk(gather(spread(dump_data(dossier)), {}), ())
    return found
