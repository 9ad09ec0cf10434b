-- Why a value that a source gives is the one shown, or is not, in the words of whoever chose.
ALTER TABLE citation ADD COLUMN reason TEXT;
CREATE INDEX citation_field ON citation (entity, entity_id) WHERE field IS NOT NULL;
-- What a check finds and somebody has looked into: why it is as it is.  kind is the key of the check (see db.questions.audit).
CREATE TABLE explanation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, entity TEXT NOT NULL, entity_id INTEGER NOT NULL,
    reason TEXT NOT NULL, note TEXT, UNIQUE (kind, entity, entity_id)
) STRICT;
CREATE INDEX explanation_entity ON explanation (entity, entity_id);
-- A figure or finding that a source published, with the measure that should reproduce it; db.records.claims says which columns
-- a measure uses.
CREATE TABLE claim (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, words TEXT NOT NULL, measure TEXT NOT NULL,
    section_id INTEGER REFERENCES section (id), contest_id INTEGER REFERENCES contest (id),
    against_id INTEGER REFERENCES contest (id), round_id INTEGER REFERENCES round (id),
    division_id INTEGER REFERENCES division (id), faction_id INTEGER REFERENCES faction (id),
    other_id INTEGER REFERENCES faction (id), bloc_id INTEGER REFERENCES bloc (id), other_bloc_id INTEGER REFERENCES bloc (id),
    person_id INTEGER REFERENCES person (id), rival_id INTEGER REFERENCES person (id),
    counting TEXT CHECK (counting IN ('slate', 'endorsement')), kinds TEXT,
    of_id INTEGER REFERENCES claim (id), than_id INTEGER REFERENCES claim (id),
    sense TEXT NOT NULL DEFAULT 'exactly', stated REAL, decimals INTEGER, whole REAL, versus REAL, least REAL, since TEXT, note TEXT
) STRICT;
CREATE INDEX claim_contest ON claim (contest_id);
CREATE INDEX claim_round ON claim (round_id);
CREATE INDEX claim_division ON claim (division_id);
CREATE INDEX claim_of ON claim (of_id);
CREATE INDEX claim_person ON claim (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX claim_rival ON claim (rival_id) WHERE rival_id IS NOT NULL;
