-- What was imported when, and what each import changed: before is the row as it was, in JSON, NULL for a row that is new.
CREATE TABLE import (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, made TEXT NOT NULL, undone TEXT, summary TEXT NOT NULL
) STRICT;
CREATE TABLE change (
    id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import (id),
    entity TEXT NOT NULL, entity_id INTEGER NOT NULL, before TEXT
) STRICT;
CREATE INDEX change_import ON change (import_id);
CREATE INDEX change_entity ON change (entity, entity_id);
