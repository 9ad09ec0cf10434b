"""A look at the directory of a ZIP archive before anything in it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile

from importers.documents.document import UNPACKED_BYTES, BadFile

PARTS_OF_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


def check_archive(name: str, data: bytes) -> None:
    """See that an archive is a spreadsheet and would not unpack to more than is taken.

    Raises:
        BadFile: it is damaged, something else, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as problem:
        raise BadFile(
            f"{name}: found a damaged or cut-off archive ({problem}), expected a spreadsheet."
        ) from None
    size = sum(part.file_size for part in parts)
    if size > UNPACKED_BYTES:
        raise BadFile(
            f"{name}: found an archive that unpacks to {size:,} bytes, expected at most {UNPACKED_BYTES:,}."
        )
    if not any(part.filename.replace("\\", "/").lower() in PARTS_OF_WORKBOOKS for part in parts):
        raise BadFile(f"{name}: found an archive without a workbook in it, expected a spreadsheet.")
