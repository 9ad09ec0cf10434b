"""Words from which the made-up record takes its names: bodies, sections, persons, factions."""

# ruff: noqa: SIM905  lists of words read better as text

from __future__ import annotations

GIVEN = (
    "Aisha Alan Alice Amélie Andrew Angharad Ann Arjun Barbara Ben Bronwen Carys Chloe Ciarán Colin "
    "Daniel David Deborah Denise Dylan Eilidh Elin Emeka Emma Fatima Fergus Fiona Gareth George Gillian "
    "Hamish Hannah Heather Helen Huw Iain Ibrahim Imran Irene Isla Jacob James Jane Janet Joan Johanna "
    "Judith Karen Kate Keith Khadija Kirsty Laura Leanne Liam Linda Lucy Mairi Margaret Mark Martin Mary "
    "Megan Michael Mohammed Nadia Naomi Neil Niamh Nigel Olga Owen Patricia Paul Peter Priya Rachel "
    "Rebecca Rhys Richard Roisin Ruth Sally Samantha Sarah Sean Shazia Simon Sinéad Sophie Stephen Susan "
    "Tariq Teresa Thomas Ursula Victor Wendy Xanthe Yasmin Zoë"
).split()

SURNAME_BEGINNINGS = (
    "Ab Ash Ban Bar Beck Bel Black Bol Brad Bran Brom Cal Car Chad Clay Cole Cor Crom Dal Den Dun Ed Fair "
    "Far Fen Gar Gold Green Had Hal Har Hart Hay Hol Hud Ken King Lang Lin Lock Mar May Mer Mid Mor Nor "
    "O'Con O'Don Old Pat Pen Per Pres Quin Rad Ram Red Rich Ros Row San Shel Sil Skel Stan Stock Sut "
    "Thorn Tre Tur Van Wad Wal War Wel Whit Wil Win Wood Wor York"
).split()

SURNAME_ENDINGS = (
    "ady ard bury by combe croft dale den don ell er ett field ford gate ham hurst ington land ley low "
    "man mer more nett ock ridge roy shaw son stead ster ton ville ward way well wick win wood worth"
).split()

PLACES = (
    "Ashby Barn Birch Black Bram Brook Burn Castle Clay Cold Cross Dale East Elm Fern Fox Glen Great Grim "
    "Hazel High Holm Kirk Lake Lang Long Marsh Mill Moor New North Oak Ox Pen Raven Red Sand Shep Silver "
    "South Spring Stoke Strat Upper Wake West Whit Win Wolver"
).split()

PLACE_ENDINGS = (
    "borough bourne bridge bury by combe cester dean field ford gate ham hampton holme hurst leigh ley "
    "minster mouth port shire stead stow thorpe ton vale well wich wold"
).split()

SECTIONS = (
    "members", "councillors", "trade unions", "affiliates", "students", "youth", "women", "retired members",
)  # fmt: skip
"""Every body has these eight; each is an electorate of its own."""

FACTIONS = (
    # key, name, short, sign, colour, kind, digit, weight
    ("grassroots", "Grassroots Alliance", "GA", "G", "#d1495b", "slate", 1, 22),
    ("forward", "Members Forward", "MF", "F", "#3a6ea5", "slate", 2, 20),
    ("open", "Open Platform", "OP", "O", "#4a9c6d", "slate", 3, 12),
    ("independent", "Independent", "Ind", "I", "#808080", "independent", 4, 14),
    ("unity", "Unity", "Unity", "U", "#8e5ea2", "slate", 5, 8),
    ("voice", "Workers' Voice", "WV", "V", "#b5651d", "slate", 6, 6),
    ("green", "Green List", "Green", "Gr", "#3f7f3f", "slate", 7, 5),
    ("reform", "Reform Now", "RN", "R", "#c49a00", "slate", 8, 4),
    ("left", "Left Umbrella", "Left", "L", "#a01030", "umbrella", 9, 0),
)
"""The factions with digits; some thirty small local lists follow them."""
