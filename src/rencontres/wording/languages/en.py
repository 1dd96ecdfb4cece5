"""British English, as public administrations write it.

Sources: CLDR en_GB for dates, periods and lists; no full point after Mr and Ms, 24-hour clock, no
comma between weekday and day (usage of the British government).
"""

from rencontres.wording.language import Language
from rencontres.wording.languages.tables import CITIES, EN, LANGUAGES, column
from rencontres.wording.numerals import english_ordinal
from rencontres.wording.patterns import Clock, Currency, Dates, Glue, Numbers, People

DATES = Dates(
    day="{d} {month} {year}",
    weekday="{weekday} {day}",
    day_month="{d} {month}",
    month="{month} {year}",
    same_month="{d}–{d2} {month} {year}",
    same_year="{d} {month} – {d2} {month2} {year}",
    period="{d} {month} {year} – {d2} {month2} {year2}",
    months="{month}–{month2} {year}",
    years="{year}–{year2}",
    winter="{season} {year}–{year2}",
    seasons=("spring", "summer", "autumn", "winter"),
    span="{since} – {until}",
)

CLOCK = Clock(
    from_="at {start}",
    spaced_slots="{start} – {end}",
    midnight=0,
    dated="{date}, {time}",
    dated_hours="{start} – {end}",
    label="{city} time",
    at="In {city}",
    at_offset="At {zone}",
    cities=column(CITIES, EN),
    zoned="{time} {zone}",
    others="{time} {zone} ({others})",
    other="{time} {zone}",
    here="Times in {place} ({zone}).",
    here_alone="All times are {zone}.",
    there="{at} it is {difference}.",
    there_changes="{at} it is {difference} until {time}, then {then}.",
    earlier="{amount} earlier",
    later="{amount} later",
    same="the same time",
    days=("{n} day", "{n} days"),
    hour=("{n} hr", "{n} hr"),
    minute=("{n} min", "{n} min"),
    second=("{n} s", "{n} s"),
    prose=(
        ("{n} hour", "{n} hours"),
        ("{n} minute", "{n} minutes"),
        ("{n} second", "{n} seconds"),
    ),
)

LANGUAGE = Language(
    tag="en",
    locale="en_GB",
    dates=DATES,
    clock=CLOCK,
    numbers=Numbers(
        scales=((9, "{n} billion", "{n} billion"), (6, "{n} million", "{n} million")),
        currencies=(
            ("CNY", Currency(one="CNY {n}")),
            ("EUR", Currency(one="€{n}")),
            ("GBP", Currency(one="£{n}")),
        ),
        currency="{code} {n}",
        ordinal=english_ordinal,
    ),
    lists=(
        ("list", Glue(two=" and ", middle=", ", last=" and ", heavy="; ")),
        ("people", Glue(two=" and ", middle=", ", last=" and ", heavy="; ", heavy_two=", and ")),
        ("organisations", Glue(two=" and ", middle=", ", last=" and ", heavy="; ")),
        ("order", Glue(two=", ", middle=", ", last=", ", heavy="; ")),
        ("sides", Glue(two="; ", middle="; ", last="; ")),
        ("clause", Glue(two=", ", middle=", ", last=", ")),
    ),
    people=People(
        masculine="Mr {name}",
        feminine="Ms {name}",
        dear=("Dear Mr {family},", "Dear Ms {family},", "Dear {name},"),
    ),
    languages=column(LANGUAGES, EN),
)  # fmt: skip
