-- Rows that users take away again have ids that are never given twice.
-- A scheme: somebody's grouping of factions, of persons and of leanings as printed into blocs.  A judgement, so whose it is is kept.
CREATE TABLE scheme (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, whose TEXT, note TEXT
) STRICT;
CREATE TABLE bloc (
    id INTEGER PRIMARY KEY AUTOINCREMENT, scheme_id INTEGER NOT NULL REFERENCES scheme (id), key TEXT NOT NULL,
    name TEXT NOT NULL, short TEXT NOT NULL, sign TEXT NOT NULL, colour TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 500,
    note TEXT, UNIQUE (scheme_id, key)
) STRICT;
-- What belongs to a bloc for a time (half-open): a faction with all within it, a person, or whoever a source says leans so.
CREATE TABLE bloc_member (
    id INTEGER PRIMARY KEY AUTOINCREMENT, bloc_id INTEGER NOT NULL REFERENCES bloc (id),
    faction_id INTEGER REFERENCES faction (id), person_id INTEGER REFERENCES person (id), leaning TEXT,
    valid_from TEXT, valid_to TEXT, note TEXT,
    CHECK ((faction_id IS NOT NULL) + (person_id IS NOT NULL) + (leaning IS NOT NULL) = 1)
) STRICT;
CREATE INDEX bloc_member_bloc ON bloc_member (bloc_id);
CREATE INDEX bloc_member_faction ON bloc_member (faction_id) WHERE faction_id IS NOT NULL;
CREATE INDEX bloc_member_person ON bloc_member (person_id) WHERE person_id IS NOT NULL;
-- A seat of which a source says that it stood empty; a seat without a holder on record is not known, which is another thing.
CREATE TABLE vacancy (
    id INTEGER PRIMARY KEY, section_id INTEGER NOT NULL REFERENCES section (id), start TEXT NOT NULL, "end" TEXT,
    person_id INTEGER REFERENCES person (id),                    -- whose seat it was
    reason TEXT, basis TEXT, note TEXT
) STRICT;
CREATE INDEX vacancy_section ON vacancy (section_id);
CREATE INDEX vacancy_person ON vacancy (person_id) WHERE person_id IS NOT NULL;
-- What if: assumptions under a name.  No question reads them unless its lens names the scenario.
CREATE TABLE scenario (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, note TEXT
) STRICT;
-- seat: the holder person_id of section_id (where contest_id is given, of the seat won there) gives way to successor_id or
-- newcomer, who stands for faction_id or bloc_id.  fill: an empty seat of section_id (where contest_id is given, until the contest
-- after it) goes to successor_id or newcomer.  leaning: person_id leans to faction_id or bloc_id.
-- bloc: faction_id (with all within it) counts in bloc_id.  swing: points of the votes of contest_id go from other_id to faction_id.
CREATE TABLE assumption (
    id INTEGER PRIMARY KEY AUTOINCREMENT, scenario_id INTEGER NOT NULL REFERENCES scenario (id), position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL CHECK (kind IN ('seat', 'fill', 'leaning', 'bloc', 'swing')),
    section_id INTEGER REFERENCES section (id), person_id INTEGER REFERENCES person (id),
    successor_id INTEGER REFERENCES person (id), newcomer TEXT,
    faction_id INTEGER REFERENCES faction (id), other_id INTEGER REFERENCES faction (id), bloc_id INTEGER REFERENCES bloc (id),
    contest_id INTEGER REFERENCES contest (id), points REAL, note TEXT
) STRICT;
CREATE INDEX assumption_scenario ON assumption (scenario_id);
