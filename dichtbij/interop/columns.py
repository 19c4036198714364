"""Which columns does each kind of spreadsheet have, and which codes may stand in them?

Source: domain.md 3.2 (the minimal record), 3.4, 3.5 and 3.7.
"""

from dichtbij.interop import cells
from dichtbij.interop.cells import Column

AGE_BANDS = ("0-3", "4-7", "8-11", "12-15", "16-17", "4-11", "12-17", "18-22")
SEX = {
    "0": "0", "1": "1", "2": "2", "onbekend": "0", "man": "1", "vrouw": "2",
    "jongen": "1", "meisje": "2", "m": "1", "v": "2",
}  # fmt: skip
URGENCIES = {"regulier": "regular", "versneld": "sooner", "spoed": "urgent"}
REASONS = {f"0{n}": f"0{n}" for n in range(1, 6)} | {
    str(n): f"0{n}" for n in range(1, 6)
}
OUTCOMES = (
    "opgelost_geen_vervolg", "huisarts", "poh_ggz", "vrij_toegankelijk",
    "cjg_wijkteam", "jgz", "school_interne_zorg", "b_ggz", "s_ggz",
    "lvb_jeugdhulpaanbieder", "j_en_o_ambulant", "dyslexiezorg",
    "ziekenhuis_kinderarts", "crisis", "veilig_thuis_gi", "volwassenen_ggz_18plus",
    "al_in_zorg", "uitval", "verhuisd", "onbekend",
)  # fmt: skip
THEMES = (
    "EMO", "GED", "ONT", "LIC", "SOC", "OPV", "SCH", "SCL", "VEI", "MID", "SEK",
    "FIN", "OVE",
)  # fmt: skip
WITHOUT_HELP = ("ja", "grotendeels", "gedeeltelijk", "nee")
PARTNER_KINDS = {
    "cjg": "cjg", "wijkteam": "local_team", "jgz": "youth_health",
    "basis-ggz": "basic_mh", "specialistische ggz": "specialist_mh",
    "jeugdhulp": "provider", "veilig thuis": "safe_home", "anders": "other",
}  # fmt: skip
SUPPLIERS = {
    "praktijk": "practice", "gemeente": "municipality", "zorggroep": "care_group",
    "onderzoeker": "researcher",
}  # fmt: skip
YES_NO = {"ja": "ja", "nee": ""}
WEEKDAYS = {
    "maandag": "0", "dinsdag": "1", "woensdag": "2", "donderdag": "3", "vrijdag": "4",
    "zaterdag": "5", "zondag": "6",
}  # fmt: skip


def same(words: tuple[str, ...]) -> dict[str, str]:
    """Return a list of codes in which each word stands for itself, however written."""
    return {word.lower(): word for word in words}


_REACH = (
    Column("town", "Plaats", cells.text(60), "Voorbeelddorp"),
    Column("telephone", "Telefoon", cells.text(20), "06-00000000"),
    Column("email", "E-mail", cells.email, "info@voorbeeld.example"),
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "praktijken": (
        Column("name", "Naam", cells.text(120), "Voorbeeldpraktijk", required=True),
        Column("agb", "AGB-code", cells.digits(8), "00000000"),
        Column("town", "Plaats", cells.text(60), "Voorbeelddorp", required=True),
        Column("municipality", "Gemeente", cells.text(60), "Kampen", required=True),
        Column(
            "source", "Bron", cells.text(200), "Lijst van de gemeente", required=True
        ),
        Column("listed_on", "Peildatum", cells.day, "2026-01-01", required=True),
    ),
    "praktijkondersteuners": (
        Column("name", "Naam", cells.text(120), "Voorbeeld Verzonnen", required=True),
        Column(
            "email", "E-mail", cells.email, "voorbeeld@werkgever.example", required=True
        ),
        Column("employer", "Werkgever", cells.text(120), "Voorbeeldwerkgever"),
    ),
    "praktijkdagen": (
        Column(
            "practice", "Praktijk", cells.text(120), "Voorbeeldpraktijk", required=True
        ),
        Column(
            "email",
            "E-mail praktijkondersteuner",
            cells.email,
            "voorbeeld@werkgever.example",
            required=True,
        ),
        Column("weekday", "Dag", cells.choice(WEEKDAYS), "dinsdag", required=True),
        Column("starts", "Van", cells.clock_time, "09:00", required=True),
        Column("ends", "Tot", cells.clock_time, "17:00", required=True),
        Column("room", "Kamer", cells.text(60), "kamer 2", required=True),
        Column("valid_from", "Vanaf", cells.day, "2026-01-01", required=True),
        Column("valid_until", "Tot en met", cells.day, ""),
    ),
    "partners": (
        Column("kind", "Soort", cells.choice(PARTNER_KINDS), "cjg", required=True),
        Column("name", "Naam", cells.text(120), "Voorbeeldpartner", required=True),
        *_REACH,
        Column("free", "Vrij toegankelijk", cells.choice(YES_NO), "ja"),
        Column("offer", "Aanbod", cells.text(400), "Opvoedvragen"),
    ),
    "scholen": (
        Column("name", "Naam", cells.text(120), "Voorbeeldschool", required=True),
        Column("brin", "BRIN", cells.brin, "00XX", required=True),
        *_REACH,
    ),
    "patientaantallen": (
        Column(
            "practice", "Praktijk", cells.text(120), "Voorbeeldpraktijk", required=True
        ),
        Column("counted_on", "Peildatum", cells.day, "2026-01-01", required=True),
        Column(
            "youths", "Patiënten 0-17", cells.whole(0, 50_000), "640", required=True
        ),
        Column("patients", "Patiënten totaal", cells.whole(0, 200_000), "3200"),
        Column(
            "source", "Bron", cells.text(200), "Opgave van de praktijk", required=True
        ),
    ),
    "opgaven": (
        Column(
            "practice", "Praktijk", cells.text(120), "Voorbeeldpraktijk", required=True
        ),
        Column("quarter_on", "Kwartaal", cells.quarter, "2025 K1", required=True),
        Column(
            "referrals", "Verwijzingen", cells.whole(0, 100_000), "6", required=True
        ),
        Column(
            "youths", "Patiënten 0-17", cells.whole(1, 100_000), "640", required=True
        ),
        Column("supplier", "Leverancier", cells.choice(SUPPLIERS), "praktijk"),
        Column("source", "Bron", cells.text(200), "Telling uit het HIS", required=True),
        Column("complete_percent", "Volledigheid %", cells.whole(1, 100), "100"),
    ),
    "trajecten": (
        Column("source_key", "Sleutel", cells.text(60), "2025-0001", required=True),
        Column(
            "practice", "Praktijk", cells.text(120), "Voorbeeldpraktijk", required=True
        ),
        Column(
            "age_band",
            "Leeftijdsgroep",
            cells.choice(same(AGE_BANDS)),
            "8-11",
            required=True,
        ),
        Column("sex", "Geslacht", cells.choice(SEX), "0", required=True),
        Column("municipality", "Woongemeente", cells.text(60), "Kampen"),
        Column(
            "urgency", "Urgentie", cells.choice(URGENCIES), "regulier", required=True
        ),
        Column("referred_on", "Aangemeld op", cells.day, "2025-01-06", required=True),
        Column("first_contact_on", "Eerste contact op", cells.day, "2025-01-08"),
        Column("first_consult_on", "Eerste gesprek op", cells.day, "2025-01-15"),
        Column("themes", "Hulpvragen", cells.several(same(THEMES)), "EMO, SCH"),
        Column("contacts", "Contacten", cells.whole(0, 500), "5"),
        Column("minutes", "Minuten", cells.whole(0, 100_000), "260"),
        Column("no_shows", "Niet verschenen", cells.whole(0, 100), "0"),
        Column("closed_on", "Afgesloten op", cells.day, "2025-04-01"),
        Column("close_reason", "Reden einde", cells.choice(REASONS), "01"),
        Column("outcome", "Uitstroom", cells.choice(same(OUTCOMES)), "huisarts"),
        Column("satisfaction", "Tevredenheid", cells.whole(1, 10), "8"),
        Column(
            "without_help",
            "Zonder hulp verder",
            cells.choice(same(WITHOUT_HELP)),
            "ja",
        ),
    ),
}
