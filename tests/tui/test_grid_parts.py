"""The parts of the grid that need no screen: which columns are shown, which rows are held, how a cell is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from db.lens import Lens
from db.view import NO_SLATE, Cell, Column, Faction, Kind, Row, Tone
from tui.drawings.fitting import fit, steady
from tui.widgets.grid_layout import measured, planned, shared
from tui.widgets.grid_paint import Painter, Paper
from tui.widgets.grid_rows import CHUNK, KEPT, Rows
from tui.widgets.lines import thumb

COLUMNS = (
    Column("name", "Name"),
    Column("slate", "Slate", Kind.FACTION),
    Column("votes", "Votes", Kind.NUMBER),
    Column("share", "Share", Kind.SHARE),
    Column("note", "Note", optional=True),
    Column("where", "Where", wide=True),
)
STYLE = Style(color="white", bgcolor="black")
PAPER = Paper(STYLE, STYLE, STYLE, STYLE, STYLE, STYLE, STYLE, dark=True, colour=True)

outside = st.text(st.characters(), max_size=30) | st.sampled_from(
    [
        "[/]",
        "[red]x",
        "a\x1b[31mb",
        "a\nb\tc",
        "e\u0301",
        "漢字",
        "👨‍👩‍👧",
        "❤️",
        "שלום",
        "\u202eevil",
        "🇬🇧",
        "",
    ]
)


def row(number: int, name: str = "Ann", **others: str) -> Row:
    """One row of the columns above."""
    cells: tuple[Cell, ...] = (name, NO_SLATE, 1000 + number, 12.5, others.get("note"), "London")
    return Row(f"r{number}", cells)


def test_of_what_a_row_is_stays_readable_beside_long_words() -> None:
    columns = (Column("row", "Of"), *(Column(key, key) for key in ("field", "shown", "others")))
    rows = [Row("a", ("NEC members' section, by-election 2020", *("words " * 9,) * 3))]
    widths = [slot.width for slot in planned(measured(columns, rows, None, True), 80).slots]
    assert widths[0] >= len("NEC members' section 2014")


def painter(rows: list[Row], room: int, paper: Paper = PAPER) -> Painter:
    """A painter as the grid makes it."""
    return Painter(planned(measured(COLUMNS, rows, None, True), room), COLUMNS, paper, room, 100.0)


def shown(room: int, rows: list[Row], whole: bool = True) -> list[str]:
    """Keys of the columns shown at a width."""
    layout = planned(measured(COLUMNS, rows, None, whole), room)
    return [COLUMNS[slot.position].key for slot in layout.slots]


@given(outside, st.integers(0, 40), st.booleans())
def test_outside_text_fills_exactly_its_cells(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(steady(text), width, right)) == width


def test_what_is_cut_says_so() -> None:
    assert [fit("Islington", 5), fit("漢字漢字", 4), fit("e\u0301e\u0301e\u0301", 2)] == [
        "Isli…",
        "漢… ",
        "e\u0301…",
    ]


@given(outside, st.integers(1, 130))
def test_no_outside_text_moves_a_column(text: str, room: int) -> None:
    rows = [row(0, text), row(1, "Ann")]
    drawn = painter(rows, room)
    assert {drawn.row(each, 0, False).cell_length for each in rows} == {drawn.width}
    assert {cell_len(drawn.row(each, 0, False).text) for each in rows} == {drawn.width}
    assert cell_len(drawn.header(None).text) == drawn.width
    assert "\x1b" not in drawn.row(rows[0], 0, False).text


def test_columns_give_way_by_room_and_content() -> None:
    assert shown(120, [row(0)]) == ["name", "slate", "votes", "share", "where"]
    assert shown(80, [row(0)]) == ["name", "slate", "votes", "share"]
    assert shown(80, [row(0, note="tied")]) == ["name", "slate", "votes", "share", "note"]


def test_a_window_keeps_an_empty_column_while_there_is_room() -> None:
    assert "note" in shown(120, [row(0)], whole=False)
    assert "note" not in shown(45, [row(0, "A rather long name" * 2)], whole=False)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=9),
    st.integers(0, 200),
)
def test_widths_use_the_room_and_keep_their_floors(needs: list[tuple[int, int]], room: int) -> None:
    natural = [max(pair) for pair in needs]
    floors = [min(pair) for pair in needs]
    widths = shared(natural, floors, room)
    assert all(low <= got <= high for low, got, high in zip(floors, widths, natural, strict=True))
    assert sum(widths) == max(sum(floors), min(sum(natural), room))


def test_figures_stand_right_with_a_bar_where_there_is_room() -> None:
    rows = [row(0), row(1000)]
    wide = painter(rows, 120)
    assert "1,000  12.5% █" in wide.row(rows[0], 0, False).text
    assert wide.header(None).text.index("Where") == wide.row(rows[0], 0, False).text.index("London")
    assert "█" not in painter(rows, 80).row(rows[0], 0, False).text


def test_a_sort_is_signed_in_the_header() -> None:
    for sort, sign in (("votes", "Votes ▲"), ("-votes", "Votes ▼")):
        lens = Lens(sort=sort)
        layout = planned(measured(COLUMNS, [row(0)], lens, True), 80)
        assert sign in Painter(layout, COLUMNS, PAPER, 80, 100.0).header(lens).text


def test_tones_are_weight_and_a_sign() -> None:
    base = row(0)
    strips = {tone: painter([base], 80).row(Row("r", base.cells, tone=tone), 0, False) for tone in Tone}
    assert strips[Tone.NOTABLE].text.startswith("◆ ")
    assert all(segment.style and segment.style.bold for segment in strips[Tone.STRONG])
    assert any(segment.style and segment.style.dim for segment in strips[Tone.FAINT])


def test_a_disputed_value_has_its_sign_and_figures_stay_aligned() -> None:
    plain, base = row(0), row(1)
    signed = base._replace(disputed=frozenset({"name", "slate", "votes", "share", "where"}))
    for room in (120, 80, 40):
        drawn = painter([plain, signed], room)
        first, second = (drawn.row(one, 0, False).text for one in (plain, signed))
        assert (
            ("Ann ≠" in second or "Ann≠" in second)
            and "no slate≠" in second
            and "1,001≠" in second
            and "12.5%≠" in second
        )
        assert first.index("1,000") == second.index("1,001")
        assert cell_len(first) == cell_len(second) == drawn.width
        assert len(second.replace("≠", " ")) == len(second) and "≠" not in first


def test_no_value_is_cut_for_the_sign_of_a_dispute() -> None:
    columns = COLUMNS[2:3]
    narrow = Row("r", (1_000_000,), disputed=frozenset({"votes"}))
    drawn = Painter(planned(measured(columns, [narrow], None, True), 12), columns, PAPER, 12, 100.0)
    assert "1,000,000≠" in drawn.row(narrow, 0, False).text


def test_factions_go_by_colour_or_by_sign() -> None:
    faction = Faction("ol", "Open Labour", "OL", "O", "#000001")
    own = Row("r", ("Ann", faction, 1, 1.0, None, ""))
    coloured = painter([own], 80).row(own, 0, False)
    assert "■ OL" in coloured.text
    mark = next(segment for segment in coloured if "■" in segment.text)
    assert mark.style is not None and mark.style.color is not None
    assert mark.style.color.triplet is not None and max(mark.style.color.triplet) > 80
    grey = Paper(STYLE, STYLE, STYLE, STYLE, STYLE, STYLE, STYLE, dark=True, colour=False)
    assert "O OL" in painter([own], 80, grey).row(own, 0, False).text


def test_windows_are_asked_for_in_chunks_and_let_go() -> None:
    total = 3_000_000
    rows = Rows([row(number) for number in range(CHUNK)], total)
    assert rows.missing(0, 40) is None
    assert rows.missing(CHUNK - 10, CHUNK + 10) == (CHUNK, CHUNK)
    assert rows.missing(CHUNK * 2 - 5, CHUNK * 2 + 5) == (CHUNK, 2 * CHUNK)
    assert rows.missing(total - 10, total + 30) == ((total - 1) // CHUNK * CHUNK, CHUNK)
    for chunk in range(KEPT + 20):
        rows.add([row(number) for number in range(chunk * CHUNK, (chunk + 1) * CHUNK)], chunk * CHUNK, total)
    assert rows.held == KEPT
    assert rows.at(0) is None
    assert rows.where(f"r{CHUNK * KEPT}") == CHUNK * KEPT


def test_a_window_may_start_anywhere() -> None:
    rows = Rows([row(number) for number in range(100, 200)], 1000, 100)
    assert rows.at(99) is None
    assert rows.at(150) == row(150)
    assert rows.missing(100, 200) is None
    assert rows.missing(90, 120) == (90 // CHUNK * CHUNK, CHUNK)


@given(st.integers(0, 10**7), st.integers(1, 200), st.floats(0, 1))
def test_the_thumb_stays_on_the_bar_and_reaches_both_ends(count: int, window: int, part: float) -> None:
    most = max(0, count - window)
    top, length = thumb(round(part * most), count, window)
    assert 1 <= length <= window and 0 <= top <= window - length
    assert thumb(0, count, window)[0] == 0
    if most:
        assert sum(thumb(most, count, window)) == window
