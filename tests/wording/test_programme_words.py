"""The words of a day's programme and of a calendar entry, from the values behind them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from rencontres.errors import DossierError, RencontresError
from rencontres.finding import Finding
from rencontres.model import Name, Person, Post
from rencontres.text import Text
from rencontres.wording import Wording

FR, HANS, HANT, EN = (Wording(tag) for tag in ("fr", "zh-Hans", "zh-Hant", "en"))
ALL = (FR, HANS, HANT, EN)
PARIS, SHANGHAI = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Shanghai")
DAY = date(2016, 10, 29)
START, END = (
    datetime(2016, 10, 29, 16, tzinfo=SHANGHAI),
    datetime(2016, 10, 29, 17, 30, tzinfo=SHANGHAI),
)
CHANNELS = (("fr", 1), ("zh-Hans", 2))

DUPONT = Person(
    id="jean-dupont",
    gender="masculine",
    names=(Name("fr", "Dupont", "Jean"), Name("zh-Hans", "杜邦", "让")),
    posts=(Post(Text({"fr": "adjoint au maire de Bordeaux", "zh-Hans": "波尔多市副市长"})),),
)
AUXIETTE = Person(
    id="jacques-auxiette",
    gender="masculine",
    names=(Name("fr", "Auxiette", "Jacques"), Name("zh-Hans", "欧谢特", "雅克")),
)
MARTIN = Person(
    id="marie-martin",
    gender="feminine",
    names=(Name("fr", "Martin", "Marie"), Name("zh-Hans", "马丁", "玛丽")),
    posts=(Post(Text({"fr": "conseillère municipale de Tours", "zh-Hans": "图尔市议员"})),),
)
ZHANG = Person(
    id="zhang-san",
    gender="masculine",
    names=(
        Name("fr", "Zhang", "San", order="family-first"),
        Name("zh-Hans", "张", "三", order="family-first"),
    ),
    posts=(
        Post(
            Text(
                {
                    "fr": "directeur du bureau des affaires étrangères de Chengdu",
                    "zh-Hans": "成都市外事办公室主任",
                }
            )
        ),
    ),
)


def test_the_head_in_french():
    assert FR.quote(
        "La coopération décentralisée, nouveau moteur des relations franco-chinoises"
    ) == (
        "«\u00a0La coopération décentralisée, nouveau moteur des relations franco-chinoises\u00a0»"
    )
    period = FR.days(date(2016, 10, 28), date(2016, 10, 30))
    assert FR.join(["Chengdu", period], "clause") == "Chengdu, du 28 au 30 octobre 2016"
    assert (
        FR.programme("provisional", 3, date(2016, 10, 20))
        == "Programme provisoire, version 3 du 20 octobre 2016"
    )
    assert FR.heading(FR.day(DAY, weekday=True)) == "Samedi 29 octobre 2016"


def test_the_head_in_chinese():
    assert HANS.language.labelled
    assert not FR.language.labelled
    assert (
        HANS.say("theme", theme=HANS.quote("地方合作——中法关系新引擎"))
        == "主题：“地方合作——中法关系新引擎”"
    )
    period = HANS.days(date(2016, 10, 28), date(2016, 10, 30))
    assert HANS.say("dates", dates=period) == "时间：2016年10月28日至30日"
    assert HANS.say("place", place="四川成都") == "地点：四川成都"
    assert HANS.join(["四川成都", period], "clause") == "四川成都，2016年10月28日至30日"
    assert (
        HANS.programme("provisional", 3, date(2016, 10, 20))
        == "日程（暂定，第3版，2016年10月20日）"
    )
    assert HANS.heading(HANS.day(DAY, weekday=True)) == "2016年10月29日（星期六）"


@pytest.mark.parametrize(
    ("state", "version", "revised", "french", "chinese"),
    [
        (None, None, None, "Programme", "日程"),
        ("draft", None, None, "Projet de programme", "日程（草案）"),
        ("draft", 1, None, "Projet de programme, version 1", "日程（草案，第1版）"),
        ("provisional", None, date(2016, 10, 1), "Programme provisoire du 1er octobre 2016", "日程（暂定，2016年10月1日）"),
        ("final", 4, date(2016, 10, 27), "Programme définitif, version 4 du 27 octobre 2016", "日程（定稿，第4版，2016年10月27日）"),
        (None, 3, None, "Programme, version 3", "日程第3版"),
    ],
)  # fmt: skip
def test_how_far_a_programme_has_come(state, version, revised, french, chinese):
    assert FR.programme(state, version, revised) == french
    assert HANS.programme(state, version, revised) == chinese


def test_the_link_at_the_end():
    revised, url = (
        datetime(2016, 10, 20, 10, tzinfo=PARIS),
        "https://rencontres.example.org/fr/pleniere-1",
    )
    assert (
        FR.programme(None, 3, revised, url)
        == f"Programme, version 3 du 20 octobre 2016\u00a0: {url}"
    )
    assert HANS.programme(None, 3, revised, url) == f"日程第3版（2016年10月20日）：{url}"
    assert FR.say("current-programme", url=url) == f"Programme à jour\u00a0: {url}"
    assert HANS.say("current-programme", url=url) == f"最新日程：{url}"
    assert FR.say("subject-to-change") == "Sous réserve de modifications."
    assert HANS.say("subject-to-change") == "日程如有调整，以最新版本为准。"


def test_the_note_on_both_clocks():
    note = FR.clocks(DAY, "Asia/Shanghai", ["Europe/Paris"], "Chengdu")
    assert note == "Heures de Chengdu (heure de Pékin). À Paris, il est 6\u00a0heures de moins."
    assert (
        HANS.clocks(DAY, "Asia/Shanghai", ["Europe/Paris"], "四川成都")
        == "以下均为北京时间；巴黎时间晚6小时。"
    )
    changed = date(2016, 10, 30)
    note = FR.clocks(changed, SHANGHAI, [PARIS], "Chengdu")
    assert note.endswith("À Paris, il est 6\u00a0heures de moins jusqu’à 9\u00a0h, puis 7.")
    assert (
        HANS.clocks(changed, SHANGHAI, [PARIS])
        == "以下均为北京时间；9:00前巴黎时间晚6小时，此后晚7小时。"
    )
    assert EN.clocks(changed, SHANGHAI, [PARIS]).endswith(
        "In Paris it is 6 hours earlier until 09:00, then 7."
    )


def test_slots():
    assert (
        FR.hours(time(8, 15), time(8, 45), slot=True, aligned=True)
        == " 8\u00a0h\u00a015 –  8\u00a0h\u00a045"
    )
    assert (
        FR.hours(time(10, 30), time(11), slot=True, aligned=True)
        == "10\u00a0h\u00a030 – 11\u00a0h\u00a000"
    )
    assert FR.hours(time(8, 15), time(8, 45), slot=True) == "8\u00a0h\u00a015 – 8\u00a0h\u00a045"
    assert HANS.hours(START, END, slot=True) == "16:00—17:30"
    assert HANT.hours(START, END, slot=True) == EN.hours(START, END, slot=True) == "16:00–17:30"
    assert FR.moments(START, END, "Europe/Paris") == (
        "16\u00a0h\u00a000 – 17\u00a0h\u00a030, heure de Pékin (10\u00a0h\u00a000 – 11\u00a0h\u00a030, heure de Paris)"
    )
    assert (
        HANS.moments(START, END, "Europe/Paris") == "16:00—17:30（北京时间，巴黎时间10:00—11:30）"
    )


def test_workshops_and_what_became_of_them():
    title = FR.workshop(1, "Soutien à l’innovation")
    assert title == "Atelier 1 – Soutien à l’innovation"
    assert FR.say("cancelled", title=title) == "Annulé\u00a0: Atelier 1 – Soutien à l’innovation"
    assert HANS.say("cancelled", title=HANS.workshop(1, "创新创业")) == "【取消】分论坛一：创新创业"
    assert HANT.workshop(12, "創新創業") == "分論壇十二：創新創業"
    assert EN.workshop(2, "Innovation") == "Workshop 2 – Innovation"
    assert [wording.workshop(None, "X") for wording in ALL] == ["X"] * 4
    assert HANS.workshop(3) == "分论坛三"


def test_rooms():
    assert (
        FR.say("before-room", room="Salle 3", before="Salle 1")
        == "Salle 3 (auparavant\u00a0: Salle 1)"
    )
    assert (
        HANS.say("before-room", room="3号会议室", before="1号会议室")
        == "3号会议室（原为1号会议室）"
    )
    assert (
        FR.say("new-time", before=FR.hours(time(15), slot=True))
        == "Nouvel horaire. Auparavant\u00a0: 15\u00a0h\u00a000."
    )
    assert HANS.say("new-time", before=HANS.hours(time(15), slot=True)) == "时间调整，原定15:00。"
    assert HANS.join(["午餐", "2楼"], "clause") == "午餐，2楼"


def test_interpretation():
    pair = ("fr", "zh-Hans")
    assert FR.interpretation("simultaneous", pair) == "interprétation simultanée français-chinois"
    assert FR.interpretation("consecutive", pair) == "interprétation consécutive français-chinois"
    assert HANS.interpretation("consecutive", pair) == "中法交替传译"
    assert FR.interpretation("simultaneous", pair, CHANNELS) == (
        "interprétation simultanée français-chinois (canal\u00a01 français, canal\u00a02 chinois)"
    )
    assert (
        HANS.interpretation("simultaneous", pair, CHANNELS)
        == "中法同声传译（1频道为法文，2频道为中文）"
    )
    assert FR.languages(pair, "simultaneous", CHANNELS) == (
        "Langues\u00a0: français et chinois, interprétation simultanée (canal\u00a01 français, canal\u00a02 chinois)"
    )
    assert HANS.languages(pair, "simultaneous", CHANNELS) == (
        "工作语言：中文、法文，同声传译（1频道为法文，2频道为中文）"
    )
    assert FR.languages(["fr"]) == "Langue\u00a0: français"
    assert (
        EN.interpretation("whispered", ("ja", "en")) == "English–Japanese whispered interpretation"
    )
    assert (
        FR.interpretation("liaison", ("vi", "en")) == "interprétation de liaison vietnamien-anglais"
    )


def test_leads():
    wuhan = FR.say("unconfirmed", what="Wuhan")
    assert f"{FR.label('lead', plural=True)} {FR.join(['Bordeaux', wuhan], 'organisations')}" == (
        "Chefs de file\u00a0: Bordeaux et Wuhan (à\u00a0confirmer)"
    )
    assert (
        HANS.label("lead", plural=True)
        + HANS.join([HANS.say("unconfirmed", what="武汉市"), "波尔多市"], "organisations")
        == "牵头单位：武汉市（待确认）与波尔多市"
    )
    assert (
        FR.label("lead", plural=True, unconfirmed=True) == "Chefs de file (à\u00a0confirmer)\u00a0:"
    )
    assert HANS.label("lead", plural=True, unconfirmed=True) == "牵头单位（待确认）："
    ends = [
        FR.join(
            ["Région Provence-Alpes-Côte d’Azur", "Région Auvergne-Rhône-Alpes"], "organisations"
        ),
        "Sichuan",
    ]
    assert FR.join(ends, "sides") == (
        "Région Provence-Alpes-Côte d’Azur et Région Auvergne-Rhône-Alpes\u202f; Sichuan"
    )
    assert FR.say("to-find", side="partie chinoise") == "partie chinoise à\u00a0trouver"
    assert HANS.say("to-find", side="中方") == "中方待定"
    assert (
        FR.say("topic", topic="coopération Alpes/Sichuan")
        == "Sujet\u00a0: coopération Alpes/Sichuan"
    )
    assert HANS.say("topic", topic="“阿尔卑斯—四川”合作") == "议题：“阿尔卑斯—四川”合作"


def test_people_in_functions():
    assert f"{FR.label('moderator', 'masculine')} {FR.person(DUPONT, 'titled')}" == (
        "Modérateur\u00a0: M.\u00a0Jean DUPONT, adjoint au maire de Bordeaux"
    )
    assert (
        HANS.label("moderator", "masculine") + HANS.person(DUPONT, "titled")
        == "主持人：波尔多市副市长让·杜邦"
    )
    assert f"{FR.label('moderator')} {FR.say('to-confirm')}" == "Modération\u00a0: à\u00a0confirmer"
    assert HANS.label("moderator") + HANS.say("to-confirm") == "主持人：待确认"
    named = FR.join([FR.person(MARTIN), FR.person(ZHANG)], "people")
    assert f"{FR.label('moderator', 'masculine', plural=True)} {named}" == (
        "Modérateurs\u00a0: Mme\u00a0Marie MARTIN et M.\u00a0ZHANG San"
    )
    assert (
        HANS.join([HANS.person(ZHANG), HANS.person(MARTIN)], "people") == "张三先生、玛丽·马丁女士"
    )
    assert FR.join([FR.person(MARTIN, "titled"), FR.person(ZHANG, "titled")], "people") == (
        "Mme\u00a0Marie MARTIN, conseillère municipale de Tours, et "
        "M.\u00a0ZHANG San, directeur du bureau des affaires étrangères de Chengdu"
    )
    assert HANS.join([HANS.person(ZHANG, "titled"), HANS.person(MARTIN, "titled")], "people") == (
        "成都市外事办公室主任张三、图尔市议员玛丽·马丁"
    )


def test_an_organisation_that_has_named_nobody():
    body = FR.say("name-to-confirm", organisation="APCAE")
    assert (
        f"{FR.label('co-chair', plural=True)} {FR.join([FR.person(AUXIETTE), body], 'sides')}"
        == ("Coprésidence\u00a0: M.\u00a0Jacques AUXIETTE\u202f; APCAE (nom à\u00a0confirmer)")
    )
    body = HANS.say("name-to-confirm", organisation="全国友协")
    assert HANS.label("co-chair", plural=True) + HANS.join(
        [body, HANS.person(AUXIETTE)], "sides"
    ) == ("共同主席：全国友协（代表待确认）；雅克·欧谢特先生")


def test_speeches_in_order():
    speakers = ["Sichuan", "APCAE", "Cités Unies France"]
    assert f"{FR.say('speeches')} {FR.join(speakers, 'order')}" == (
        "Allocutions, dans l’ordre\u00a0: Sichuan, APCAE, Cités Unies France"
    )
    assert HANS.say("speeches") + HANS.join(["四川省", "全国友协", "法国城市联盟"], "order") == (
        "致辞（依次）：四川省、全国友协、法国城市联盟"
    )


def test_summaries_of_a_calendar():
    assert FR.say("unconfirmed", what="Séance plénière") == "Séance plénière (à\u00a0confirmer)"
    role = FR.function("moderator", "feminine")
    assert FR.say("aside", what="Séance plénière", aside=role) == "Séance plénière (modératrice)"
    assert (
        HANS.say("aside", what="主论坛", aside=HANS.function("moderator", "feminine"))
        == "主论坛（主持人）"
    )
    told = FR.say("aside", what="feuille de route", aside=FR.quote("avant l’été"))
    assert (
        FR.say("deadline", title=told)
        == "Échéance\u00a0: feuille de route («\u00a0avant l’été\u00a0»)"
    )
    told = HANS.say("aside", what="路线图", aside=HANS.quote("夏季之前"))
    assert HANS.say("deadline", title=told) == "截止：路线图（“夏季之前”）"
    address = "四川省成都市示例大道1号，示例会议中心"
    assert FR.say("driver", address=address) == f"Adresse à montrer au chauffeur\u00a0: {address}"
    first = ["Rencontres de Chengdu", FR.day(DAY, weekday=True)]
    assert FR.join(first, "clause") == "Rencontres de Chengdu, samedi 29 octobre 2016"


def test_a_family_of_codes():
    assert FR.say("session-kind", kind="opening") == "Cérémonie d’ouverture"
    assert HANS.say("session-kind", kind="plenary") == "主论坛"
    assert HANT.say("session-kind", kind="break") == "休息"


def test_values_are_written_as_the_language_does():
    said = FR.say("promise.asked", date=date(2016, 6, 1))
    assert said == "sollicitation du 1er juin 2016"
    assert (
        HANS.say("channel", number=12345, language=Text(fr="x", zh_Hans="法文"))
        == "12,345频道为法文"
    )
    assert FR.say("minutes.present") == "Personnes présentes\u00a0:"


def test_a_finding_is_told_in_the_language():
    finding = Finding(
        "x", "info", "a.b", "%(title)s (%(unknown)s) 100%%", {"title": date(2016, 5, 1)}
    )
    assert FR.say(finding) == "1er mai 2016 (%(unknown)s) 100%"
    known = Finding("x", "info", "", "%(what)s (to be confirmed)", {"what": "Wuhan\n"})
    assert FR.say(known) == "Wuhan\\n (à\u00a0confirmer)"
    assert HANS.say(known) == "Wuhan\\n（待确认）"


def test_an_unknown_code_is_told_with_the_way_out():
    with pytest.raises(DossierError, match="did you mean 'cancelled'"):
        FR.say("canceled")
    with pytest.raises(DossierError, match="needs 'title'"):
        FR.say("cancelled")
    with pytest.raises(RencontresError, match="did you mean 'moderator'"):
        FR.label("moderater")
    with pytest.raises(RencontresError, match="did you mean 'participant'"):
        FR.count(3, "participants")


@pytest.mark.parametrize("wording", ALL, ids=lambda wording: wording.tag)
def test_every_function_has_its_noun_and_label(wording):
    from rencontres.model import FUNCTIONS

    for function in FUNCTIONS:
        for gender in (None, "masculine", "feminine", "unknown"):
            for plural in (False, True):
                label = wording.label(function, gender, plural)
                noun = wording.function(function, gender, plural)
                assert label.endswith(("：", "\u00a0:") if wording is not EN else ":")
                assert label.rstrip("：:\u00a0") == wording.heading(noun)


def test_gender_is_never_taken_for_granted():
    from rencontres.model import FUNCTIONS

    same = {"signatory", "interpreter", "member", "contact", "secretariat"}
    for function in FUNCTIONS:
        known = {FR.function(function, gender) for gender in ("masculine", "feminine")}
        neutral = FR.function(function, "unknown")
        if function in same:
            assert known == {neutral}
        else:
            assert len(known) == 2
            assert neutral not in known
