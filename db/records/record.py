"""What all kinds of rows have in common, and the kinds of values in their columns."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

Key = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
Count = Annotated[int, Meta(ge=0, le=10_000_000_000)]
Amount = Annotated[float, Meta(ge=0, le=10_000_000_000)]
Place = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$")]
Bit = Annotated[int, Meta(ge=0, le=1)]
Basis = Literal["derived", "inferred", "unsourced"]
Words = Annotated[str, Meta(min_length=1)]


class Record(Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """A row of one of the files."""

    FILE: ClassVar[str]
    DATES: ClassVar[tuple[str, ...]] = ()
    NAME: ClassVar[tuple[str, ...]] = ()
    """The columns by which a citation names a row; see `db.naming`."""
    WITHOUT: ClassVar[tuple[str, ...]] = ()
    """Columns that every row has and that mean nothing here."""
    sources: str = ""
    note: str | None = None
