"""British English, as public administrations write it.

Sources: CLDR en_GB for dates, periods and lists; no full point after Mr and Ms, 24-hour clock, no
comma between weekday and day (usage of the British government).
"""

from rencontres.wording.language import Language
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

CITIES = {
    "Africa/Abidjan": "Abidjan", "Africa/Addis_Ababa": "Addis Ababa", "Africa/Algiers": "Algiers",
    "Africa/Cairo": "Cairo", "Africa/Casablanca": "Casablanca", "Africa/Dakar": "Dakar",
    "Africa/Johannesburg": "Johannesburg", "Africa/Kinshasa": "Kinshasa", "Africa/Lagos": "Lagos",
    "Africa/Nairobi": "Nairobi", "Africa/Tunis": "Tunis", "America/Argentina/Buenos_Aires":
    "Buenos Aires", "America/Bogota": "Bogotá", "America/Cayenne": "Cayenne", "America/Chicago":
    "Chicago", "America/Guadeloupe": "Guadeloupe", "America/Lima": "Lima", "America/Los_Angeles":
    "Los Angeles", "America/Martinique": "Martinique", "America/Mexico_City": "Mexico City",
    "America/Montreal": "Montreal", "America/New_York": "New York", "America/Santiago":
    "Santiago", "America/Sao_Paulo": "São Paulo", "America/Toronto": "Toronto",
    "America/Vancouver": "Vancouver", "Asia/Baku": "Baku", "Asia/Bangkok": "Bangkok",
    "Asia/Beirut": "Beirut", "Asia/Dubai": "Dubai", "Asia/Ho_Chi_Minh": "Hanoi",
    "Asia/Hong_Kong": "Hong Kong", "Asia/Jakarta": "Jakarta", "Asia/Jerusalem": "Jerusalem",
    "Asia/Kolkata": "New Delhi", "Asia/Kuala_Lumpur": "Kuala Lumpur", "Asia/Macau": "Macao",
    "Asia/Manila": "Manila", "Asia/Phnom_Penh": "Phnom Penh", "Asia/Riyadh": "Riyadh",
    "Asia/Seoul": "Seoul", "Asia/Shanghai": "Beijing", "Asia/Singapore": "Singapore",
    "Asia/Taipei": "Taipei", "Asia/Tashkent": "Tashkent", "Asia/Tbilisi": "Tbilisi",
    "Asia/Tokyo": "Tokyo", "Asia/Ulaanbaatar": "Ulaanbaatar", "Asia/Urumqi": "Urumqi",
    "Asia/Vientiane": "Vientiane", "Asia/Yerevan": "Yerevan", "Australia/Sydney": "Sydney",
    "Europe/Amsterdam": "Amsterdam", "Europe/Athens": "Athens", "Europe/Berlin": "Berlin",
    "Europe/Brussels": "Brussels", "Europe/Bucharest": "Bucharest", "Europe/Budapest": "Budapest",
    "Europe/Copenhagen": "Copenhagen", "Europe/Dublin": "Dublin", "Europe/Helsinki": "Helsinki",
    "Europe/Istanbul": "Istanbul", "Europe/Kyiv": "Kyiv", "Europe/Lisbon": "Lisbon",
    "Europe/London": "London", "Europe/Luxembourg": "Luxembourg", "Europe/Madrid": "Madrid",
    "Europe/Monaco": "Monaco", "Europe/Moscow": "Moscow", "Europe/Oslo": "Oslo", "Europe/Paris":
    "Paris", "Europe/Prague": "Prague", "Europe/Rome": "Rome", "Europe/Stockholm": "Stockholm",
    "Europe/Vienna": "Vienna", "Europe/Warsaw": "Warsaw", "Europe/Zurich": "Zurich",
    "Indian/Antananarivo": "Antananarivo", "Indian/Mauritius": "Mauritius", "Indian/Mayotte":
    "Mayotte", "Indian/Reunion": "Réunion", "Pacific/Auckland": "Auckland", "Pacific/Noumea":
    "Nouméa", "Pacific/Tahiti": "Tahiti",
}  # fmt: skip

CLOCK = Clock(
    from_="at {start}",
    midnight=0,
    dated="{date}, {time}",
    dated_hours="{start} – {end}",
    label="{city} time",
    at="In {city}",
    at_offset="At {zone}",
    cities=tuple(CITIES.items()),
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
            ("CNY", Currency(one="CNY {n}", many="CNY {n}")),
            ("EUR", Currency(one="€{n}", many="€{n}")),
            ("GBP", Currency(one="£{n}", many="£{n}")),
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
    languages=(
        ("ar", "Arabic"), ("de", "German"), ("en", "English"), ("es", "Spanish"),
        ("fr", "French"), ("hi", "Hindi"), ("id", "Indonesian"), ("it", "Italian"),
        ("ja", "Japanese"), ("km", "Khmer"), ("ko", "Korean"), ("lo", "Lao"),
        ("mn", "Mongolian"), ("nl", "Dutch"), ("pl", "Polish"), ("pt", "Portuguese"),
        ("ru", "Russian"), ("th", "Thai"), ("tr", "Turkish"), ("vi", "Vietnamese"),
        ("yue", "Cantonese"), ("zh", "Chinese"),
    ),
)  # fmt: skip
