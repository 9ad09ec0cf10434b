"""One field out of the evidence of a row."""

from __future__ import annotations

from db.errors import Missing
from db.matching import folded
from db.questions.evidence.values import COLUMNS
from db.view import Row, View

_LABEL, _FIELD = (next(at for at, one in enumerate(COLUMNS) if one.key == key) for key in ("value", "field"))


def of_field(view: View, field: str) -> View:
    """The evidence with only what is stated of one field.

    Args:
        view: the evidence of a row of the record.
        field: its name as files have it, or its label.

    Raises:
        Missing: nothing is on record of such a field.
    """
    wanted = folded(field).strip()

    def fits(row: Row) -> bool:
        return wanted in (folded(str(row.cells[at] or "")) for at in (_LABEL, _FIELD))

    rows = tuple(filter(fits, view.rows))
    if not rows:
        names = dict.fromkeys(str(row.cells[_FIELD]) for row in view.rows if row.cells[_FIELD])
        raise Missing(
            f"Nothing is on record of a field {field!r} of this row; its fields are {', '.join(names)}."
        )
    return view._replace(rows=rows, total=len(rows), tables=(), words=f"{view.words}, only {field}")
