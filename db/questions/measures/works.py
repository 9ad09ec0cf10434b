"""The measures with their formulas, and the publications that they come from."""

from __future__ import annotations

from typing import NamedTuple

from db.view import Source


class Measure(NamedTuple):
    """A measure as it is named and defined."""

    key: str
    name: str
    formula: str
    works: tuple[Source, ...]
    """Where it was published; nothing where it is plain arithmetic."""


def _work(author: str, year: str, title: str, publisher: str, address: str = "") -> Source:
    return Source(f"work: {author}, {year}", publisher, title, address, year, author)


LAAKSO = _work(
    "Markku Laakso and Rein Taagepera",
    "1979",
    "“Effective” Number of Parties: A Measure with Application to West Europe",
    "Comparative Political Studies 12 (1), 3-27",
    "https://doi.org/10.1177/001041407901200101",
)
GALLAGHER = _work(
    "Michael Gallagher",
    "1991",
    "Proportionality, Disproportionality and Electoral Systems",
    "Electoral Studies 10 (1), 33-51",
    "https://doi.org/10.1016/0261-3794(91)90004-C",
)
LOOSEMORE = _work(
    "John Loosemore and Victor J. Hanby",
    "1971",
    "The Theoretical Limits of Maximum Distortion: Some Analytic Expressions for Electoral Systems",
    "British Journal of Political Science 1 (4), 467-477",
    "https://doi.org/10.1017/S000712340000925X",
)
SAINTE_LAGUE = _work(
    "André Sainte-Laguë",
    "1910",
    "La représentation proportionnelle et la méthode des moindres carrés",
    "Annales scientifiques de l'École normale supérieure, 3rd series, 27, 529-542",
    "http://www.numdam.org/item/ASENS_1910_3_27__529_0/",
)
SWING = _work(
    "Richard Kimber",
    "2015",
    "Swing: as David Butler defined it, and Michael Steed's variant",
    "Political Science Resources",
    "http://www.politicsresources.net/area/uk/swing.htm",
)
PEDERSEN = _work(
    "Mogens N. Pedersen",
    "1979",
    "The Dynamics of European Party Systems: Changing Patterns of Electoral Volatility",
    "European Journal of Political Research 7 (1), 1-26",
    "https://doi.org/10.1111/j.1475-6765.1979.tb01267.x",
)
BANZHAF = _work(
    "John F. Banzhaf III",
    "1965",
    "Weighted Voting Doesn't Work: A Mathematical Analysis",
    "Rutgers Law Review 19 (2), 317-343",
)
PENROSE = _work(
    "Lionel S. Penrose",
    "1946",
    "The Elementary Statistics of Majority Voting",
    "Journal of the Royal Statistical Society 109 (1), 53-57",
    "https://doi.org/10.2307/2981392",
)
SHAPLEY = _work(
    "Lloyd S. Shapley and Martin Shubik",
    "1954",
    "A Method for Evaluating the Distribution of Power in a Committee System",
    "American Political Science Review 48 (3), 787-792",
    "https://doi.org/10.2307/1951053",
)
RIKER = _work("William H. Riker", "1962", "The Theory of Political Coalitions", "Yale University Press")

MEASURES = (
    Measure("enep", "Effective number, votes", "1 / Σ v²; v: share of the votes, of 1", (LAAKSO,)),
    Measure("enpp", "Effective number, seats", "1 / Σ s²; s: share of the seats, of 1", (LAAKSO,)),
    Measure(
        "gallagher",
        "Gallagher, least squares",
        "√(½ Σ (V − S)²); V, S: percent of votes, seats",
        (GALLAGHER,),
    ),
    Measure("loosemore-hanby", "Loosemore-Hanby", "½ Σ |V − S|; V, S: percent of votes, seats", (LOOSEMORE,)),
    Measure("sainte-lague", "Sainte-Laguë", "Σ (S − V)² / V, sides without votes left out", (SAINTE_LAGUE,)),
    Measure("seat-bonus", "Seat bonus", "S − V; percent of seats less percent of votes", ()),
    Measure("votes-per-seat", "Votes per seat", "votes cast / seats filled", ()),
    Measure("butler", "Swing, Butler", "((A2 − A1) + (B1 − B2)) / 2; percent of all votes", (SWING,)),
    Measure("steed", "Swing of the two, Steed", "100 A2 / (A2 + B2) − 100 A1 / (A1 + B1)", (SWING,)),
    Measure(
        "volatility-votes", "Volatility, votes", "½ Σ |V2 − V1|; percent of votes (Pedersen)", (PEDERSEN,)
    ),
    Measure(
        "volatility-seats", "Volatility, seats", "½ Σ |S2 − S1|; percent of seats (Pedersen)", (PEDERSEN,)
    ),
    Measure(
        "banzhaf", "Power, Banzhaf", "swings / Σ swings; a swing: a coalition wins with it only", (BANZHAF,)
    ),
    Measure("penrose", "Power, absolute Banzhaf", "swings / 2ⁿ⁻¹; n: players", (PENROSE, BANZHAF)),
    Measure("shapley", "Power, Shapley-Shubik", "orders of joining in which it is pivotal / n!", (SHAPLEY,)),
    Measure(
        "coalitions", "Minimal winning coalitions", "win, and lose without any one of their members", (RIKER,)
    ),
)
"""In the order in which they are shown."""

BY_KEY = {one.key: one for one in MEASURES}
