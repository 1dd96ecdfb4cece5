"""Names in two scripts, honorifics, offices, how letters begin."""

from typing import Any

import pytest

from rencontres.model import Name, Person, Post
from rencontres.text import Text
from rencontres.when import When
from rencontres.wording import Wording
from rencontres.wording.people import agreement, capitals

FR, HANS, HANT, EN = (Wording(tag) for tag in ("fr", "zh-Hans", "zh-Hant", "en"))
ALL = (FR, HANS, HANT, EN)


def someone(*names: Name, gender: Any = "masculine", **titles: str) -> Person:
    posts = (Post(Text(**titles)),) if titles else ()
    return Person(id="a", names=names, gender=gender, posts=posts)


SHAPES = [
    (Name("fr", "Auxiette", "Jacques"), "Jacques AUXIETTE"),
    (Name("fr", "Villepin", "Dominique", "de"), "Dominique de VILLEPIN"),
    (Name("fr", "Ormesson", "Jean", "d’"), "Jean d’ORMESSON"),
    (Name("fr", "Giscard d’Estaing", "Valéry"), "Valéry GISCARD d’ESTAING"),
    (Name("fr", "d’Ormesson", "Jean"), "Jean d’ORMESSON"),
    (Name("fr", "L’Hermite", "Tristan"), "Tristan L’HERMITE"),
    (Name("fr", "Saint-Exupéry", "Antoine", "de"), "Antoine de SAINT-EXUPÉRY"),
    (Name("fr", "Le Drian", "Jean-Yves"), "Jean-Yves LE DRIAN"),
    (Name("fr", "van der Meer", "Jan"), "Jan van der MEER"),
    (Name("fr", "Dupont-Aignan", "Élise"), "Élise DUPONT-AIGNAN"),
    (Name("fr", "dupont", "Jean"), "Jean DUPONT"),
    (Name("fr", "de gaulle", "Charles"), "Charles DE GAULLE"),
    (Name("fr", "Rolin", "J."), "J.\u00a0ROLIN"),
    (Name("en", "Rowling", "J. K."), "J.\u00a0K.\u00a0ROWLING"),
    (Name("en", "Mills", "C. Wright"), "C.\u00a0Wright MILLS"),
    (Name("fr", "Auxiette"), "AUXIETTE"),
    (Name("fr", "Villepin", None, "de"), "de VILLEPIN"),
    (Name("fr", "Li", "Xiaolin", order="family-first"), "LI Xiaolin"),
    (Name("fr", "Ouyang", "Wen", order="family-first"), "OUYANG Wen"),
    (Name("fr", "Lü", "Bu", order="family-first"), "LÜ Bu"),
    (Name("fr", "Xi’an", "Ping’an", order="family-first"), "XI’AN Ping’an"),
]


@pytest.mark.parametrize(("name", "written"), SHAPES)
def test_names_in_french(name, written):
    assert FR.person(someone(name)) == f"M.\u00a0{written}"
    assert FR.person(someone(name, gender="feminine")) == f"Mme\u00a0{written}"
    assert FR.person(someone(name, gender="unknown")) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("zh-Hans", "李", "小林", order="family-first"), "李小林"),
        (Name("zh-Hans", "欧阳", "文", order="family-first"), "欧阳文"),
        (Name("zh-Hans", "张", order="family-first"), "张"),
        (Name("zh-Hans", "艾罗", "让-马克"), "让-马克·艾罗"),
        (Name("zh-Hans", "维尔潘", "多米尼克", "德"), "多米尼克·德维尔潘"),
        (Name("zh-Hans", "罗琳", "J."), "J.罗琳"),
        (Name("zh-Hans", "田中", "太郎", order="family-first"), "田中太郎"),
        (Name("zh-Hans", "Dupont", "Jean"), "Jean Dupont"),
    ],
)
def test_names_in_chinese(name, written):
    assert HANS.person(someone(name, gender="unknown")) == written
    assert HANS.person(someone(name)) == f"{written}先生"
    assert HANS.person(someone(name, gender="feminine")) == f"{written}女士"
    assert HANS.person(someone(name), "name") == written


def test_capitals_are_an_option():
    who = someone(
        Name("fr", "Villepin", "Dominique", "de"), Name("en", "Villepin", "Dominique", "de")
    )
    assert FR.person(who, capitals=False) == "M.\u00a0Dominique de Villepin"
    assert FR.person(who, "name") == "Dominique de Villepin"
    assert FR.person(who, "name", capitals=True) == "Dominique de VILLEPIN"
    assert EN.person(who) == "Mr Dominique de Villepin"
    assert EN.person(who, capitals=True) == "Mr Dominique de VILLEPIN"
    assert capitals("Évêque") == "ÉVÊQUE"


def test_the_office_has_its_place():
    names = (
        Name("fr", "Li", "Xiaolin", order="family-first"),
        Name("zh-Hans", "李", "小林", order="family-first"),
    )
    li = someone(
        *names, gender="feminine", fr="présidente de l’APCAE", zh_Hans="中国人民对外友好协会会长"
    )
    assert FR.person(li, "titled") == "Mme\u00a0LI Xiaolin, présidente de l’APCAE"
    assert HANS.person(li, "titled") == "中国人民对外友好协会会长李小林"
    assert HANS.person(li, "formal") == "李小林女士"
    nobody = someone(*names)
    assert FR.person(nobody, "titled") == "M.\u00a0LI Xiaolin"
    assert HANS.person(nobody, "titled") == "李小林先生"
    auxiette = someone(Name("en", "Auxiette", "Jacques"), en="President of the Region")
    assert EN.person(auxiette, "titled") == "Mr Jacques Auxiette, President of the Region"


def test_the_organisation_of_an_office_is_told_where_its_title_does_not():
    names = (Name("fr", "Martin", "Marie"), Name("zh-Hans", "马丁", "玛丽"))
    who = someone(*names, gender="feminine", fr="maire", zh_Hans="市长")
    assert (
        FR.person(who, "titled", organisation="Ville de Tours")
        == "Mme\u00a0Marie MARTIN, maire, Ville de Tours"
    )
    assert HANS.person(who, "titled", organisation="图尔市") == "图尔市市长玛丽·马丁"
    who = someone(*names, fr="maire de Tours")
    assert FR.person(who, "titled", organisation="Tours") == "M.\u00a0Marie MARTIN, maire de Tours"


def test_an_office_that_nobody_has_translated_stands_beside_the_name():
    names = (Name("fr", "Dupont", "Jean"), Name("zh-Hans", "杜邦", "让"))
    who = someone(*names, fr="adjoint au maire de Bordeaux")
    assert HANS.person(who, "titled") == "让·杜邦先生（adjoint au maire de Bordeaux）"
    who = someone(*names, zh_Hans="波尔多市副市长")
    assert FR.person(who, "titled") == "M.\u00a0Jean DUPONT (波尔多市副市长)"


def test_a_post_that_has_ended_gives_way():
    who = Person(
        id="a",
        names=(Name("fr", "Dupont", "Jean"),),
        posts=(
            Post(Text(fr="maire"), until=When("2014")),
            Post(Text(fr="sénateur")),
        ),
    )
    assert FR.person(who, "titled") == "Jean DUPONT, sénateur"


def test_a_name_in_another_language_is_told_as_such():
    zhang = someone(Name("zh-Hans", "张", "三", order="family-first"))
    found = FR.person(zhang)
    assert (found, found.language) == ("M.\u00a0张三", "zh-Hans")
    found = EN.person(someone(Name("fr", "Dupont", "Jean"), Name("zh-Hans", "杜邦", "让")))
    assert (found, found.language) == ("Mr Jean Dupont", "fr")
    found = HANS.person(someone(Name("fr", "Dupont", "Jean")))
    assert (found, found.language) == ("Jean Dupont先生", "fr")
    found = HANT.person(
        someone(Name("fr", "Zhang", "San"), Name("zh-Hans", "张", "三", order="family-first"))
    )
    assert (found, found.language) == ("张三先生", "zh-Hans")
    found = EN.person(
        someone(Name("fr", "Dupont", "Jean"), Name("vi", "Dupont", "Jean")), fallback=("vi",)
    )
    assert found.language == "vi"


def test_a_regional_reader_has_the_name_of_the_language():
    dupont = someone(Name("fr", "Dupont", "Jean"))
    found = Wording("fr-CA").person(dupont)
    assert (found, found.language) == ("M.\u00a0Jean DUPONT", "fr-CA")


def test_typography_reaches_names():
    who = someone(Name("fr", "Rolin", "J."))
    assert Wording("fr", "plain").person(who) == "M. J. ROLIN"


SALUTATIONS = [
    ("maire de Tours", "Monsieur le Maire,", "Madame la Maire,"),
    ("Maire de Tours", "Monsieur le Maire,", "Madame la Maire,"),
    ("adjoint au maire de Bordeaux", "Monsieur l’Adjoint au maire,", "Madame l’Adjointe au maire,"),
    ("présidente de la Région", "Monsieur le Président,", "Madame la Présidente,"),
    ("premier vice-président", "Monsieur le Vice-président,", "Madame la Vice-présidente,"),
    ("co-président du comité", "Monsieur le Coprésident,", "Madame la Coprésidente,"),
    ("sénatrice du Rhône", "Monsieur le Sénateur,", "Madame la Sénatrice,"),
    ("préfète", "Monsieur le Préfet,", "Madame la Préfète,"),
    ("ambassadeur de France", "Monsieur l’Ambassadeur,", "Madame l’Ambassadrice,"),
    (
        "conseillère municipale de Tours",
        "Monsieur le Conseiller municipal,",
        "Madame la Conseillère municipale,",
    ),
    (
        "directeur du bureau des affaires étrangères",
        "Monsieur le Directeur,",
        "Madame la Directrice,",
    ),
    ("rédacteur Chine", "Monsieur,", "Madame,"),
    ("mairesse", "Monsieur,", "Madame,"),
]


@pytest.mark.parametrize(("title", "masculine", "feminine"), SALUTATIONS)
def test_letters_in_french(title, masculine, feminine):
    name = Name("fr", "Dupont", "Dominique")
    assert FR.salutation(someone(name, fr=title)) == masculine
    assert FR.salutation(someone(name, gender="feminine", fr=title)) == feminine
    assert FR.salutation(someone(name, gender="unknown", fr=title)) == "Madame, Monsieur,"


def test_letters_without_an_office():
    name = Name("fr", "Villepin", "Dominique", "de")
    assert FR.salutation(someone(name)) == "Monsieur,"
    assert FR.salutation(someone(name, zh_Hans="市长")) == "Monsieur,"
    assert EN.salutation(someone(name)) == "Dear Mr de Villepin,"
    assert EN.salutation(someone(name, gender="feminine")) == "Dear Ms de Villepin,"
    assert EN.salutation(someone(name, gender="unknown")) == "Dear Dominique de Villepin,"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("武汉市市长", "尊敬的张市长："),
        ("波尔多市副市长", "尊敬的张副市长："),
        ("成都市外事办公室主任", "尊敬的张主任："),
        ("中国人民对外友好协会会长", "尊敬的张会长："),
        ("全国人大常委会副委员长", "尊敬的张副委员长："),
        ("编辑", "尊敬的张三先生："),
    ],
)
def test_letters_in_chinese(title, written):
    name = Name("zh-Hans", "张", "三", order="family-first")
    assert HANS.salutation(someone(name, zh_Hans=title)) == written


def test_letters_in_chinese_to_others():
    assert (
        HANS.salutation(someone(Name("zh-Hans", "马丁", "玛丽"), gender="feminine"))
        == "尊敬的玛丽·马丁女士："
    )
    assert (
        HANS.salutation(someone(Name("zh-Hans", "马丁", "玛丽"), gender="unknown"))
        == "尊敬的玛丽·马丁："
    )
    assert (
        HANS.salutation(
            someone(Name("zh-Hans", "马丁", "玛丽"), gender="unknown", zh_Hans="图尔市市长")
        )
        == "尊敬的马丁市长："
    )
    assert (
        HANT.salutation(someone(Name("zh-Hant", "張", "三", order="family-first"), zh_Hant="市長"))
        == "尊敬的張市長："
    )


@pytest.mark.parametrize(
    ("genders", "agrees"),
    [
        ([], None),
        (["feminine"], "feminine"),
        (["feminine", "feminine"], "feminine"),
        (["feminine", "masculine"], "masculine"),
        (["unknown"], "unknown"),
        (["feminine", "unknown"], "unknown"),
        (["masculine", "unknown"], "masculine"),
        (["masculine", None], None),
    ],
)
def test_what_a_label_agrees_with(genders, agrees):
    assert agreement(genders) == agrees


@pytest.mark.parametrize(
    ("function", "gender", "plural", "written"),
    [
        ("moderator", "masculine", False, "Modérateur\u00a0:"),
        ("moderator", "feminine", False, "Modératrice\u00a0:"),
        ("moderator", "masculine", True, "Modérateurs\u00a0:"),
        ("moderator", "feminine", True, "Modératrices\u00a0:"),
        ("moderator", "unknown", False, "Modération\u00a0:"),
        ("moderator", None, False, "Modération\u00a0:"),
        ("lead", None, False, "Chef de file\u00a0:"),
        ("lead", None, True, "Chefs de file\u00a0:"),
        ("lead", "feminine", False, "Cheffe de file\u00a0:"),
        ("lead", "unknown", False, "Chef ou cheffe de file\u00a0:"),
        ("co-chair", None, True, "Coprésidence\u00a0:"),
        ("co-chair", "feminine", False, "Coprésidente\u00a0:"),
        ("rapporteur", "feminine", True, "Rapporteures\u00a0:"),
        ("speaker", "feminine", False, "Intervenante\u00a0:"),
        ("interpreter", "unknown", True, "Interprètes\u00a0:"),
        ("head-of-delegation", "feminine", False, "Cheffe de délégation\u00a0:"),
    ],
)
def test_labels_in_french(function, gender, plural, written):
    assert FR.label(function, gender, plural) == written


@pytest.mark.parametrize(
    ("function", "gender", "hans", "hant", "english"),
    [
        ("lead", None, "牵头单位：", "主責單位：", "Lead:"),
        ("lead", "unknown", "牵头人：", "召集人：", "Lead:"),
        ("moderator", None, "主持人：", "主持人：", "Moderator:"),
        ("co-chair", "masculine", "共同主席：", "共同主席：", "Co-chair:"),
        ("head-of-delegation", "feminine", "代表团团长：", "代表團團長：", "Head of delegation:"),
    ],
)
def test_labels_elsewhere(function, gender, hans, hant, english):
    assert [wording.label(function, gender) for wording in (HANS, HANT, EN)] == [
        hans,
        hant,
        english,
    ]


@pytest.mark.parametrize(
    ("code", "gender", "written"),
    [
        ("invited", None, "invité"),
        ("invited", "feminine", "invitée"),
        ("invited", "unknown", "invitation envoyée"),
        ("to-confirm", "unknown", "à\u00a0confirmer"),
        ("withdrawn", "feminine", "s’est retirée"),
    ],
)
def test_where_a_promise_stands(code, gender, written):
    assert FR.say("confirmation", kind=code, gender=gender) == written
