"""One item in full: the words of the source, what is on record beside what was found, who is meant and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from db.view import Faction
from importers.origin import Origin
from importers.review.decisions import Decisions
from importers.review.proposal import (
    CONFLICT,
    DOUBTFUL,
    NEW,
    SAME,
    Item,
    Proposal,
    Proposed,
    ProposedFact,
    ProposedSeat,
)
from tui.plain import plain
from tui.review.items import Shown, asked, differing, field_words, question, told

BESIDES = (
    "share", "rank", "nominations", "sitting", "stage", "previous_votes", "previous_share",
)  # fmt: skip
"""Fields that the list has no room for."""


def details(shown: Shown, key: str, factions: Mapping[int, Faction], origins: tuple[Origin, ...]) -> Content:
    """What is to be known of a row before it is decided on."""
    if key not in shown.items:
        return Content("Nothing was found.")
    proposal, item = shown.items[key]
    if item is None:
        lines = _contest(proposal, shown, origins)
    else:
        lines = (Content(plain(one)) if isinstance(one, str) else one for one in _item(item, shown, factions))
    return Content("\n").join(list(lines))


def _contest(proposal: Proposal, shown: Shown, origins: tuple[Origin, ...]) -> Iterator[Content]:
    yield Content.styled(plain(proposal.words), "bold")
    if proposal.target is None:
        asks = question(proposal)
        dot = "" if asks.endswith("?") else "."
        named = "; M makes all that are named" if "not on record" in asks else ""
        yield Content(plain(f"{asks}{dot} t chooses a contest on record, or makes one{named}."))
    elif proposal.unsure:
        yield Content(
            plain(f"Is it this contest? Likely: {proposal.unsure}. Space says yes; t chooses another.")
        )
    elif proposal.target.contest is None:
        yield Content("This contest is not on record; it is made. t chooses another.")
    if proposal.title:
        yield Content(f"Title in the source: {plain(proposal.title)}")
    origin = origins[proposal.file]
    cited = [origin.publisher, origin.title or origin.name, origin.date, origin.address]
    yield Content(f"Source: {plain(', '.join(filter(None, cited)))} (s changes it)")
    for place, words in (*proposal.doubts, *shown.plan.intake.doubts):
        yield Content(plain(f"◆ {place}: {words}"))


def _item(item: Item, shown: Shown, factions: Mapping[int, Faction]) -> Iterator[str | Content]:
    yield _title(item)
    if words := _rests_on(item):
        yield f"In the source: “{words}”"
    if isinstance(item, Proposed | ProposedSeat):
        yield from _who(item, shown.decisions)
    if isinstance(item, Proposed):
        yield from _labels(item, factions)
        yield from _besides(item)
    shows = getattr(item, "shown", False)
    for one in differing(item):
        yield Content.assemble(
            (f"{field_words(one.name)}: ", "bold"),
            plain(told(one.found, one.name, factions)),
            " in the source",
            (" (shown)" if shows else "", "bold"),
            f", {plain(told(one.stored, one.name, factions))} on record",
            ("" if shows else " (shown)", "bold"),
            ". Both are kept; x shows the other.",
        )
    if isinstance(item, Proposed):
        filled = [
            f"{field_words(one.name)} {told(one.found, one.name, factions)}"
            for one in item.differences
            if one.fills
        ]
        if filled:
            yield f"New on record: {', '.join(filled)}."
        yield from (f"◆ {place}: {words}" for place, words in item.doubts)
    yield _state(item, shown.decisions)


def _title(item: Item) -> Content:
    if isinstance(item, Proposed):
        name, place = item.found.name, item.found.origin
    elif isinstance(item, ProposedFact):
        name, place = (
            f"{field_words(item.fact.field)}: {told(item.fact.value, item.fact.field)}",
            item.fact.origin,
        )
    elif isinstance(item, ProposedSeat):
        name, place = item.seat.name, item.seat.origin
    else:
        name, place = item.words, item.origin
    return Content.assemble((plain(name), "bold"), (f"  {plain(place)}", "dim"))


def _rests_on(item: Item) -> str:
    if isinstance(item, Proposed):
        found = item.found
        return found.rests_on or (found.printed if found.printed != found.name else "")
    return item.fact.rests_on if isinstance(item, ProposedFact) else ""


def _who(item: Proposed | ProposedSeat, decisions: Decisions) -> Iterator[str]:
    if item.asked == "twice":
        yield "This name stands in the list twice: v corrects it, space leaves it out."
        return
    if item.asked:
        yield "Who is it? enter chooses:"
        yield from (f"  {one.name}: {one.reason}" for one in item.suggestions)
        return
    if item.person is None:
        yield f"Somebody new: {item.reason}."
        return
    name = next((one.name for one in item.suggestions if one.person == item.person), "")
    if not name and isinstance(item, Proposed):
        name = decisions.persons.get(item.found.name, "somebody on record")
    yield f"On record: {name}, {item.reason}."


def _labels(item: Proposed, factions: Mapping[int, Faction]) -> Iterator[str]:
    slate, found = item.slate, item.found
    if found.slate and item.makes_slate:
        yield f"Slate: {found.slate}, a new faction."
    elif found.slate and slate is None:
        yield f"Slate: {found.slate}, no faction on record; kept as printed. l says which."
    elif slate is not None and slate in factions and factions[slate].name != found.slate:
        yield f"Slate: {factions[slate].name}, printed as {found.slate}."
    for one in item.backed:
        known = " (on record)" if one.known else " (new faction)" if one.made else ""
        unknown = "" if one.faction or one.made else ", no faction on record: l says which"
        yield f"Backed by {one.backing.label}{known}{unknown}."


def _besides(item: Proposed) -> Iterator[str]:
    """What the source says beside what stands on the line of the list."""
    found = item.found
    said = {name: getattr(found, name) for name in BESIDES}
    words = [f"{field_words(name)} {told(value, name)}" for name, value in said.items() if value is not None]
    if found.words:
        words.append(f"described as “{found.words}”")
    if found.gender:
        words.append(f"gender {found.gender}")
    if words:
        yield f"Besides: {', '.join(words)}."


def _state(item: Item, decisions: Decisions) -> Content:
    """What happens with it as things stand."""
    if item.kind == SAME:
        return Content.styled("On record already, just so.", "dim")
    if asked(item):
        left_out = decisions.ticks.get(item.key) is False
        waits = "Not stored until it is answered; space leaves it out."
        return Content.styled("Left out; space asks again." if left_out else waits, "dim")
    if item.stored:
        words = {NEW: "Will be stored.", CONFLICT: "Will be kept beside what is on record."}
        return Content.styled(words.get(item.kind, "Will be added to what is on record."), "dim")
    left = (
        "Doubtful: space accepts it."
        if item.kind == DOUBTFUL and item.key not in decisions.ticks
        else "Left out."
    )
    return Content.styled(left, "dim")
