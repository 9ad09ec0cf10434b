-- What other data sets call a person or a contest (a Democracy Club id, a ballot paper id): kept for good.
CREATE TABLE identifier (
    id INTEGER PRIMARY KEY, entity TEXT NOT NULL CHECK (entity IN ('person', 'contest')), entity_id INTEGER NOT NULL,
    scheme TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE INDEX identifier_value ON identifier (scheme, value, entity, entity_id);
CREATE INDEX identifier_entity ON identifier (entity, entity_id);
-- Ballots as published: papers that bear the same preferences; ids of candidacies, `>` before a later preference, `=` between equals.
CREATE TABLE ballot (
    id INTEGER PRIMARY KEY, contest_id INTEGER NOT NULL REFERENCES contest (id),
    papers REAL NOT NULL CHECK (papers > 0), preferences TEXT NOT NULL
) STRICT;
CREATE INDEX ballot_contest ON ballot (contest_id);
-- Keys that persons had before they were merged into another: they go on resolving.
CREATE TABLE former_key (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, person_id INTEGER NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX former_key_person ON former_key (person_id);
-- Two persons who are not one, as somebody has decided: they are not suggested for each other again.
CREATE TABLE distinction (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id),
    other_id INTEGER NOT NULL REFERENCES person (id), note TEXT,
    CHECK (person_id < other_id), UNIQUE (person_id, other_id)
) STRICT;
-- What a user said of the columns of a layout: the roles in their order, for the next table of the same headings.
CREATE TABLE layout (
    id INTEGER PRIMARY KEY, headings TEXT NOT NULL UNIQUE, roles TEXT NOT NULL
) STRICT;
-- A change may tell of many rows made in one go: those from entity_id to last_id.
ALTER TABLE change ADD COLUMN last_id INTEGER;
-- Rows that hang on others, found when those change or go.
CREATE INDEX term_contest ON term (contest_id);
CREATE INDEX term_ended_by ON term (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX term_candidacy ON term (candidacy_id);
CREATE INDEX term_replaces ON term (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX stage_person ON stage (person_id);
CREATE INDEX distinction_other ON distinction (other_id);
-- Rows of every table have an id by which the ledger keeps what became of them.
CREATE TABLE event_person_with_id (
    id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL REFERENCES event (id),
    person_id INTEGER NOT NULL REFERENCES person (id), UNIQUE (event_id, person_id)
) STRICT;
INSERT INTO event_person_with_id (event_id, person_id) SELECT event_id, person_id FROM event_person;
DROP TABLE event_person;
ALTER TABLE event_person_with_id RENAME TO event_person;
CREATE INDEX event_person_person ON event_person (person_id);
CREATE INDEX section_parent ON section (parent_id) WHERE parent_id IS NOT NULL;
-- The orders of the list end with the id of the row, which stands in every index anyway; a slate's elected are few of its rows.
DROP INDEX candidacy_slate_outcome;
DROP INDEX candidacy_by_name;
DROP INDEX candidacy_by_date;
DROP INDEX candidacy_by_votes;
DROP INDEX candidacy_by_share;
DROP INDEX candidacy_slate_name;
DROP INDEX candidacy_slate_date;
DROP INDEX candidacy_body_name;
DROP INDEX candidacy_body_date;
DROP INDEX candidacy_section_date;
CREATE INDEX candidacy_by_name ON candidacy (sort_name, date DESC);
CREATE INDEX candidacy_by_date ON candidacy (date DESC);
CREATE INDEX candidacy_by_votes ON candidacy (votes);
CREATE INDEX candidacy_by_share ON candidacy (share);
CREATE INDEX candidacy_slate_name ON candidacy (slate_id, sort_name, date DESC);
CREATE INDEX candidacy_slate_date ON candidacy (slate_id, date DESC);
CREATE INDEX candidacy_body_name ON candidacy (body_id, sort_name, date DESC);
CREATE INDEX candidacy_body_date ON candidacy (body_id, date DESC);
CREATE INDEX candidacy_section_date ON candidacy (section_id, date DESC);
CREATE INDEX candidacy_slate_elected ON candidacy (slate_id, outcome) WHERE outcome = 'elected';
