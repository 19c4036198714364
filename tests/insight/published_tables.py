"""What others published about this work: fixtures for arithmetic, never for truth.

Source: domain.md 2.3, tables T1 to T6. Of T1 the publication gives shares only; its
counts are those shares of 642, which is our assumption (R38).
"""

# T1 (S3): destination after closing, percent, our count out of 642.
T1_CLOSED, T1_STARTED, T1_OPEN = 642, 971, 329
T1 = {
    "no referral": (54, 347), "specialist": (20, 128), "wijkteam": (12, 77),
    "provider": (5, 32), "basis-ggz": (4, 26), "freely accessible": (2, 13),
    "other": (3, 19),
}  # fmt: skip
# T2: numerator, denominator and the percent that was printed or computed.
T2 = {"Den Haag (S15)": (192, 343, 56.0), "Drachten (S46)": (108, 238, 45.4)}
# T3 (S39): 375 files.
T3_OF = 375
T3 = {
    "no referral": (22.4, 84), "referred": (52.0, 195), "dropout": (13.3, 50),
    "ongoing": (12.3, 46),
}  # fmt: skip
# T4 (S36): 706 youths.
T4_OF = 706
T4 = {
    "other": (41, 289), "irritable": (14, 99), "anxious": (10, 71),
    "overactive": (8, 56), "down": (6, 42), "rest": (21, 149),
}  # fmt: skip
# T5 (S42): total, begun, repeated; None is withheld.
T5_COUNTRY = {
    "Totaal": (517_450, 159_715, 39_105),
    "Gemeentelijke toegang": (169_825, 48_625, 10_795),
    "Huisarts": (183_815, 61_700, 17_610),
    "Jeugdarts": (16_210, 5_795, 1_065),
    "Gecertificeerde instelling": (43_870, 11_135, 2_165),
    "Medisch specialist": (23_530, 7_440, 1_585),
    "Rechter/OvJ/JJI": (1_575, 600, 145),
    "Geen verwijzer": (76_255, 23_725, 5_595),
    "Onbekend": (2_375, 690, 145),
}
T5_THE_HAGUE = {
    "Totaal": (18_745, 6_630, 1_460),
    "Gemeentelijke toegang": (2_775, 775, 90),
    "Huisarts": (7_360, 2_670, 770),
}
# T6 (S47): total, begun, new, and ended by duration; None is withheld.
T6 = {
    "Totaal": (625545, 287870, 219555, 47200, 50485, 86590, 68260, 19610, 9175, 11505),
    "Gemeentelijke toegang":
        (195985, 88800, 70365, 11840, 14475, 27445, 23850, 5690, 2710, 2455),
    "Huisarts": (222165, 110725, 78925, 16565, 20130, 35170, 22470, 6280, 2795, 3060),
    "Jeugdarts": (17310, 8905, 7210, 1035, 1405, 2665, 1865, 440, 150, 110),
    "Gecertificeerde instelling":
        (58015, 23270, 19150, 5560, 3865, 6565, 5220, 1875, 970, 2435),
    "Medisch specialist": (30070, 14015, 11140, 3410, 2895, 3535, 2775, 955, 490, 595),
    "Rechter/OvJ/JJI": (2325, 1245, 970, 215, 250, 490, 190, 50, None, 10),
    "Geen verwijzer":
        (94605, 38610, 29975, 8315, 7220, 10065, 11410, 4160, 1990, 2675),
}  # fmt: skip
T6_GP_PERCENT = (15.6, 18.9, 33.0, 21.1, 5.9, 2.6, 2.9)
