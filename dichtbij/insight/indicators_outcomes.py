"""To which closing group of the analysis does each outcome belong?

Source: science.md 4.1; domain.md 3.7. The mapping has a version, kept with results.
"""

MAPPING_VERSION = 1
SOLVED, LIGHT, LOCAL_TEAM = "solved", "light_other", "wijkteam"
BASIC_MH, SPECIALIST, NO_CONTACT = "basis_ggz", "specialist", "no_contact"
MOVED, AGED_OUT, OTHER, MISSING = "moved", "aged_out", "other", "missing"

# Every code of domain.md 3.7 stands here once; tested against the list itself.
GROUP_OF: dict[str, str] = {
    "opgelost_geen_vervolg": SOLVED,
    "huisarts": SOLVED,
    "poh_ggz": LIGHT,
    "vrij_toegankelijk": LIGHT,
    "jgz": LIGHT,
    "school_interne_zorg": LIGHT,
    "cjg_wijkteam": LOCAL_TEAM,
    "b_ggz": BASIC_MH,
    "s_ggz": SPECIALIST,
    "lvb_jeugdhulpaanbieder": SPECIALIST,
    "j_en_o_ambulant": SPECIALIST,
    "dyslexiezorg": SPECIALIST,
    "ziekenhuis_kinderarts": SPECIALIST,
    "crisis": SPECIALIST,
    "veilig_thuis_gi": SPECIALIST,
    "uitval": NO_CONTACT,
    "verhuisd": MOVED,
    "volwassenen_ggz_18plus": AGED_OUT,
    "al_in_zorg": OTHER,
    "onbekend": MISSING,
}


def outcomes_in(*groups: str) -> list[str]:
    """Return the outcome codes of these groups, in the order of the list."""
    return [code for code, group in GROUP_OF.items() if group in groups]
