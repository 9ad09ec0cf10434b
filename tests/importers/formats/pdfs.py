"""Small PDF files made by hand, so that the tests need no library that writes them."""

from __future__ import annotations

from collections.abc import Sequence


def words(x: float, y: float, text: str, font: str = "F1") -> str:
    """Words at a place, counted from the lower left corner."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} 11 Tf {x} {y} Td ({safe}) Tj ET\n"


def ruled(x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    """A table with lines around every cell, from its upper left corner down; a cell of two lines has a break in it."""
    high = 32.0
    made = ""
    for at in range(len(rows) + 1):
        made += f"{x} {y - at * high} m {x + sum(widths)} {y - at * high} l S\n"
    for at in range(len(widths) + 1):
        left = x + sum(widths[:at])
        made += f"{left} {y} m {left} {y - len(rows) * high} l S\n"
    for down, row in enumerate(rows):
        for over, cell in enumerate(row):
            for line, text in enumerate(cell.split("\n")):
                made += words(x + sum(widths[:over]) + 3, y - down * high - 13 - line * 13, text)
    return made


def listed(x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    """The same without lines."""
    return "".join(
        words(x + sum(widths[:over]), y - down * 14, text)
        for down, row in enumerate(rows)
        for over, text in enumerate(row)
        if text
    )


def pdf(*pages: str) -> bytes:
    """A file of some pages."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    ]
    for at, page in enumerate(pages):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
            f"/Contents {6 + 2 * at} 0 R>>"
        )
        objects.append(f"<</Length {len(page.encode('latin-1'))}>>stream\n{page}endstream")
    made = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + end.encode()
