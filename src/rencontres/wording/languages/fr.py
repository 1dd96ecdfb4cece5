"""French, as the administration of France writes it.

Sources: Lexique des règles typographiques en usage à l’Imprimerie nationale (hours p. 97,
ordinals p. 6, spaces, capitals); Office québécois de la langue française (dates, hours); BO no. 18
of 6 May 2021 (functions held by women); lists of the Élysée and of the Sénat (family names in
capitals); attested ranges: "du 28 au 30 octobre" (préfecture), "les 6 et 7 novembre 2014".
"""

from rencontres.wording.language import Language
from rencontres.wording.languages.tables import CITIES, FR, LANGUAGES, column
from rencontres.wording.numerals import french_ordinal
from rencontres.wording.patterns import Clock, Currency, Dates, Glue, Numbers, People, Point

DATES = Dates(
    day="{d} {month} {year}",
    first="1er",  # the first alone is an ordinal
    weekday="{weekday} {day}",
    day_month="{d} {month}",
    month="{month} {year}",
    same_month="du {d} au {d2} {month} {year}",
    same_year="du {d} {month} au {d2} {month2} {year}",
    period="du {d} {month} {year} au {d2} {month2} {year2}",
    two_same_month="les {d} et {d2} {month} {year}",
    two_same_year="les {d} {month} et {d2} {month2} {year}",
    two="les {d} {month} {year} et {d2} {month2} {year2}",
    months="{of}{month} à {month2} {year}",
    years="{year}-{year2}",
    winter="{season} {year}-{year2}",
    seasons=("printemps", "été", "automne", "hiver"),
    points=(
        ("day", Point(since="du {x}", until="au {x}", before="avant le {x}")),
        ("month", Point(since="{of}{x}", until="à {x}", before="avant {x}")),
        ("year", Point(since="de {x}", until="à {x}", before="avant {x}")),
        ("spring", Point(since="du {x}", until="au {x}", before="avant le {x}")),
        ("summer", Point(since="de l’{x}", until="à l’{x}", before="avant l’{x}")),
        ("autumn", Point(since="de l’{x}", until="à l’{x}", before="avant l’{x}")),
        ("winter", Point(since="de l’{x}", until="à l’{x}", before="avant l’{x}")),
    ),
    span="{since} {until}",
)

CLOCK = Clock(
    time="{h}\u00a0h\u00a0{m:02}",
    sharp="{h}\u00a0h",
    slot="{h}\u00a0h\u00a0{m:02}",
    width=7,
    hours="de {start} à {end}",
    from_="à {start}",
    slots="{start} – {end}",
    dated="{date} à {time}",
    dated_hours="du {start} au {end}",
    label="heure {of}{city}",
    at="À {city}",
    at_offset="En heure {zone}",
    labels=(("Africa/Cairo", "heure du Caire"),),
    ats=(
        ("Africa/Cairo", "Au Caire"),
        ("America/Guadeloupe", "En Guadeloupe"),
        ("America/Martinique", "En Martinique"),
    ),
    cities=column(CITIES, FR),
    zoned="{time}, {zone}",
    others="{time}, {zone} ({others})",
    other="{time}, {zone}",
    glue="\u202f; ",
    here="Heures {place} ({zone}).",
    here_alone="Heures {place}.",
    there="{at}, il est {difference}.",
    there_changes="{at}, il est {difference} jusqu’à {time}, puis {then}.",
    earlier="{amount} de moins",
    later="{amount} de plus",
    same="la même heure",
    days=("{n}\u00a0jour", "{n}\u00a0jours"),
    hour=("{n}\u00a0h", "{n}\u00a0h"),
    minute=("{n}\u00a0min", "{n}\u00a0min"),
    second=("{n}\u00a0s", "{n}\u00a0s"),
    prose=(
        ("{n}\u00a0heure", "{n}\u00a0heures"),
        ("{n}\u00a0minute", "{n}\u00a0minutes"),
        ("{n}\u00a0seconde", "{n}\u00a0secondes"),
    ),
    and_minutes="{hours}\u00a0{m:02}",
    parts="\u00a0",
)

NUMBERS = Numbers(
    decimal=",",
    group="\u202f",
    scales=((9, "{n} milliard", "{n} milliards"), (6, "{n} million", "{n} millions")),
    of=True,
    money_scaled=False,
    zero_is_one=True,
    percent="{n}\u00a0%",
    currencies=(
        ("CAD", Currency(one="{n} dollar canadien", many="{n} dollars canadiens")),
        ("CHF", Currency(one="{n} franc suisse", many="{n} francs suisses")),
        ("CNY", Currency(one="{n} yuan", many="{n} yuans")),
        ("EUR", Currency(one="{n}\u00a0€")),
        ("GBP", Currency(one="{n} livre sterling", many="{n} livres sterling")),
        ("HKD", Currency(one="{n} dollar de Hong Kong", many="{n} dollars de Hong Kong")),
        ("JPY", Currency(one="{n} yen", many="{n} yens")),
        ("KRW", Currency(one="{n} won", many="{n} wons")),
        ("USD", Currency(one="{n} dollar des États-Unis", many="{n} dollars des États-Unis")),
        ("VND", Currency(one="{n} dong", many="{n} dongs")),
        ("XOF", Currency(one="{n} franc CFA", many="{n} francs CFA")),
    ),
    currency="{n}\u00a0{code}",
    ordinal=french_ordinal,
)

PEOPLE = People(
    masculine="M.\u00a0{name}",
    feminine="Mme\u00a0{name}",
    capitals=True,
    dear=("Monsieur,", "Madame,", "Madame, Monsieur,"),
    dear_office=("Monsieur {office},", "Madame {office},"),
    # In a letter the office takes the article and the gender of its holder. Longer titles first.
    offices=(
        (r"^maires? adjointe?\b", "le Maire adjoint", "la Maire adjointe"),
        (r"^adjointe? au maire\b", "l’Adjoint au maire", "l’Adjointe au maire"),
        (r"^maire\b", "le Maire", "la Maire"),
        (r"^co-?présidente?\b", "le Coprésident", "la Coprésidente"),
        (r"^(?:\w+ )?vice[- ]?présidente?\b", "le Vice-président", "la Vice-présidente"),
        (r"^présidente?\b", "le Président", "la Présidente"),
        (r"^premi(?:er|ère) ministre\b", "le Premier ministre", "la Première ministre"),
        (r"^ministre\b", "le Ministre", "la Ministre"),
        (r"^secrétaire d[’']état\b", "le Secrétaire d’État", "la Secrétaire d’État"),
        (r"^secrétaire générale?\b", "le Secrétaire général", "la Secrétaire générale"),
        (r"^sénat(?:eur|rice)\b", "le Sénateur", "la Sénatrice"),
        (r"^députée?\b", "le Député", "la Députée"),
        (r"^sous-préf(?:et|ète)\b", "le Sous-préfet", "la Sous-préfète"),
        (r"^préf(?:et|ète)\b", "le Préfet", "la Préfète"),
        (r"^ambassad(?:eur|rice)\b", "l’Ambassadeur", "l’Ambassadrice"),
        (r"^consule? générale?\b", "le Consul général", "la Consule générale"),
        (r"^consule?\b", "le Consul", "la Consule"),
        (r"^gouverneure?\b", "le Gouverneur", "la Gouverneure"),
        (r"^rect(?:eur|rice)\b", "le Recteur", "la Rectrice"),
        (r"^direct(?:eur|rice) générale?\b", "le Directeur général", "la Directrice générale"),
        (r"^direct(?:eur|rice)\b", "le Directeur", "la Directrice"),
        (r"^déléguée? générale?\b", "le Délégué général", "la Déléguée générale"),
        (r"^déléguée?\b", "le Délégué", "la Déléguée"),
        (r"^conseill\w+ municipale?\b", "le Conseiller municipal", "la Conseillère municipale"),
        (r"^conseill\w+ régionale?\b", "le Conseiller régional", "la Conseillère régionale"),
        (r"^conseill(?:er|ère)\b", "le Conseiller", "la Conseillère"),
        (r"^professeure?\b", "le Professeur", "la Professeure"),
    ),
)  # fmt: skip

LANGUAGE = Language(
    tag="fr",
    locale="fr_FR",
    dates=DATES,
    clock=CLOCK,
    numbers=NUMBERS,
    lists=(
        ("list", Glue(two=" et ", middle=", ", last=" et ", heavy="\u202f; ")),
        ("people", Glue(two=" et ", middle=", ", last=" et ", heavy="\u202f; ", heavy_two=", et ")),
        ("organisations", Glue(two=" et ", middle=", ", last=" et ", heavy="\u202f; ")),
        ("order", Glue(two=", ", middle=", ", last=", ", heavy="\u202f; ")),
        ("sides", Glue(two="\u202f; ", middle="\u202f; ", last="\u202f; ")),
        ("clause", Glue(two=", ", middle=", ", last=", ")),
    ),
    people=PEOPLE,
    of=("de ", "d’"),
    contracted=(("Le ", "du "), ("Les ", "des ")),
    agreement=True,
    languages=column(LANGUAGES, FR),
    pair="{a}-{b}",
    catalogue="rencontres.wording:fr",
)  # fmt: skip
