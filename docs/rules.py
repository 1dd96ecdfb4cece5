"""Writes the catalogue of rules in each language from their table: ``python docs/rules.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import attrs

from rencontres import Rule, Wording, check, load_data
from rencontres.checks.catalogue import RULES
from rencontres.checks.phase import PHASES
from rencontres.checks.sample import dossier_of
from rencontres.wording.messages import template

FOLDER = Path(__file__).parent / "reference" / "rules"


class Words(NamedTuple):
    """What a page says beside what the rules say.

    Attributes:
        title: Its title.
        intro: What it is, and how it is read.
        families: What the rules are about, by the first figure of their codes.
        severity: The line of the severity.
        since: The line of the phase from which a rule is applied.
        limit: The line of the default limit.
        off: The line of a rule that is applied only when it is asked for.
    """

    title: str
    intro: str
    families: tuple[str, ...]
    severity: str
    since: str
    limit: str
    off: str


WORDS = {
    "en": Words(
        "What the checks look for",
        "Each rule has a code that never changes, a severity, and a phase of the preparation from "
        "which it is applied. In a dossier, `[[tolerances]]` changes a limit, leaves a rule out, "
        "or accepts a finding, each with its reason. The sentences are what the rules say of an "
        "invented dossier.\n\n"
        "The phases follow from the day and from the date of the event: proposals, then the call "
        "for contributions (150 days before), the programme (60 days), the last week, and after "
        "the event.",
        ("Workshops, leads, pairings", "Who is heard", "Days, hours, rooms", "Languages",
         "Actions, documents, information", "Names, codes, dates", "Ceremony and chairs"),
        "Severity: {}", "From: {}", "Limit: {}", "Applied only when it is asked for",
    ),
    "fr": Words(
        "Ce que relèvent les contrôles",
        "Chaque règle a un code qui ne change jamais, une gravité, et une phase de la préparation "
        "à partir de laquelle elle s’applique. Dans un dossier, `[[tolerances]]` modifie un seuil, "
        "écarte une règle ou admet un constat, chaque fois avec son motif. Les phrases citées sont "
        "ce que les règles disent d’un dossier inventé, rédigé en anglais.\n\n"
        "Les phases découlent du jour et de la date de l’événement\u00a0: propositions, puis appel "
        "à contributions (150\u00a0jours avant), programme (60\u00a0jours), dernière semaine, et "
        "après l’événement.",
        ("Ateliers, chefs de file, binômes", "Qui est entendu", "Jours, heures, salles", "Langues",
         "Actions, documents, informations", "Noms, codes, dates", "Protocole et présidences"),
        "Gravité\u00a0: {}", "À partir de la phase\u00a0: {}", "Seuil\u00a0: {}",
        "Appliquée seulement sur demande",
    ),
    "zh-Hans": Words(
        "检查规则一览",
        "每条规则都有固定不变的编号、严重程度，以及开始适用的筹备阶段。在档案中，`[[tolerances]]`可以调整限值、"
        "停用规则或认可某项问题，均须写明理由。文中例句是规则对一份虚构的英文档案所给出的提示。\n\n"
        "各阶段由当天日期和活动日期推算：提案、征集（活动前150天起）、日程编制（活动前60天起）、最后一周、会后。",
        ("分论坛、牵头单位、结对", "发言人构成", "日期、时间、会议室", "语言",
         "事项、文件、信息", "名称、代码、日期", "礼仪与主席"),
        "严重程度：{}", "开始适用阶段：{}", "限值：{}", "仅在指定时适用",
    ),
    "zh-Hant": Words(
        "檢查規則一覽",
        "每條規則都有固定不變的編號、嚴重程度，以及開始適用的籌備階段。在檔案中，`[[tolerances]]`可以調整限值、"
        "停用規則或認可某項問題，均須寫明理由。文中例句是規則對一份虛構的英文檔案所給出的提示。\n\n"
        "各階段由當天日期和活動日期推算：提案、徵集（活動前150天起）、議程編訂（活動前60天起）、最後一週、會後。",
        ("分論壇、主責單位、配對", "發言人構成", "日期、時間、會議室", "語言",
         "事項、文件、資訊", "名稱、代碼、日期", "禮儀與主席"),
        "嚴重程度：{}", "開始適用階段：{}", "限值：{}", "僅在指定時適用",
    ),
}  # fmt: skip


def page(tag: str) -> str:
    """Return the catalogue of rules in one language, as Markdown.

    Args:
        tag: The language.
    """
    wording, words = Wording(tag), WORDS[tag]
    parts = [f"# {words.title}", words.intro]
    family = ""
    for rule in RULES:
        if rule.code[2] != family:
            family = rule.code[2]
            parts.append(f"## {words.families[int(family) - 1]}")
        parts += _told(rule, wording, words)
    return "\n\n".join(parts) + "\n"


def _told(rule: Rule, wording: Wording, words: Words) -> Iterator[str]:
    yield f"### {rule.code} {_said(rule.title, wording)}"
    yield _said(rule.why, wording)
    since = next(phase for phase in PHASES if phase in rule.phases)
    lines = [
        words.severity.format(wording.say(f"finding.{rule.severity}")),
        words.since.format(wording.say(f"phase.{since}")),
    ]
    if isinstance(rule.limit, int | float):
        lines.append(words.limit.format(wording.number(rule.limit)))
    if not rule.on:
        lines.append(words.off)
    yield "\n".join(f"- {line}" for line in lines)
    yield f"> {_example(rule, wording)}"


def _said(message: str, wording: Wording) -> str:
    return template(wording.language, wording.typography, message)


def _example(rule: Rule, wording: Wording) -> str:
    """Return what a rule says of its failing example."""
    if rule.fails is None:
        return ""
    dossier = load_data(dossier_of(rule.fails.tables))
    applied = attrs.evolve(rule, phases=frozenset(PHASES))
    return wording.say(next(iter(check(dossier, today=rule.fails.today, rules=[applied]))))


def path(tag: str) -> Path:
    """Return where the page of a language stands.

    Args:
        tag: The language.
    """
    return FOLDER / f"{tag.lower()}.md"


if __name__ == "__main__":
    for each in WORDS:
        path(each).write_text(page(each), "utf-8")
