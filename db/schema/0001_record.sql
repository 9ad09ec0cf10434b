-- The record: what sources say of bodies, contests, candidates and seats.
-- Dates are text as precise as known: YYYY, YYYY-MM or YYYY-MM-DD; intervals are half-open.
-- basis: NULL when a source states the row, else derived | inferred | unsourced.

CREATE TABLE source (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    publisher TEXT, title TEXT, address TEXT, date TEXT, author TEXT,
    kind TEXT NOT NULL DEFAULT 'published' CHECK (kind IN ('published', 'derived', 'unsourced')),
    note TEXT
) STRICT;

CREATE TABLE body (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, short TEXT NOT NULL, parent TEXT, note TEXT
) STRICT;

CREATE TABLE section (
    id INTEGER PRIMARY KEY, body_id INTEGER NOT NULL REFERENCES body (id), key TEXT NOT NULL,
    name TEXT NOT NULL, full_name TEXT, parent_id INTEGER REFERENCES section (id),
    position INTEGER NOT NULL DEFAULT 0, note TEXT,
    UNIQUE (body_id, key)
) STRICT;

CREATE TABLE rule (
    id INTEGER PRIMARY KEY, section_id INTEGER NOT NULL REFERENCES section (id),
    valid_from TEXT, valid_to TEXT, seats INTEGER CHECK (seats >= 0),
    voting INTEGER NOT NULL DEFAULT 1 CHECK (voting IN (0, 1)),
    electorate TEXT, method TEXT, quota_rule TEXT, term_years REAL, basis TEXT, note TEXT
) STRICT;

CREATE TABLE round (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, date TEXT, note TEXT
) STRICT;

CREATE TABLE contest (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    body_id INTEGER NOT NULL REFERENCES body (id), section_id INTEGER NOT NULL REFERENCES section (id),
    round_id INTEGER REFERENCES round (id),
    kind TEXT NOT NULL DEFAULT 'regular' CHECK (kind IN ('regular', 'by-election', 'additional', 'composite')),
    status TEXT NOT NULL DEFAULT 'declared' CHECK (status IN ('announced', 'nominating', 'voting', 'declared')),
    nominations_open TEXT, nominations_close TEXT, ballot_open TEXT, ballot_close TEXT,
    date TEXT, method TEXT, seats INTEGER CHECK (seats >= 0), quota_rule TEXT, nominations_needed TEXT, unit TEXT,
    electorate INTEGER, electorate_words TEXT, ballots INTEGER, valid_votes INTEGER, quota REAL, turnout REAL,
    votes_per_ballot INTEGER,
    figures TEXT NOT NULL DEFAULT 'none' CHECK (figures IN ('complete', 'partial', 'none')),
    total REAL,          -- votes that shares are of: valid_votes, or our sum where the figures are complete
    basis TEXT, note TEXT
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, sort_name TEXT NOT NULL,
    gender TEXT CHECK (gender IN ('f', 'm')), note TEXT
) STRICT;

CREATE TABLE alias (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), name TEXT NOT NULL
) STRICT;

CREATE TABLE faction (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short TEXT NOT NULL, sign TEXT NOT NULL,
    colour TEXT NOT NULL, kind TEXT NOT NULL, wing TEXT, founded TEXT, dissolved TEXT,
    slot INTEGER CHECK (slot BETWEEN 1 AND 9), position INTEGER NOT NULL DEFAULT 500, note TEXT
) STRICT;

CREATE TABLE faction_alias (
    id INTEGER PRIMARY KEY, faction_id INTEGER NOT NULL REFERENCES faction (id), alias TEXT NOT NULL, note TEXT
) STRICT;

CREATE TABLE membership (
    id INTEGER PRIMARY KEY, faction_id INTEGER NOT NULL REFERENCES faction (id),
    umbrella_id INTEGER NOT NULL REFERENCES faction (id), valid_from TEXT, valid_to TEXT, note TEXT
) STRICT;

CREATE TABLE candidacy (
    id INTEGER PRIMARY KEY,
    contest_id INTEGER NOT NULL REFERENCES contest (id), person_id INTEGER NOT NULL REFERENCES person (id),
    name_as_printed TEXT, description TEXT,
    votes REAL, published_share REAL, rank INTEGER,
    outcome TEXT NOT NULL CHECK (outcome IN ('elected', 'not elected', 'withdrawn', 'pending', 'unknown')),
    elected_stage INTEGER, sitting INTEGER CHECK (sitting IN (0, 1)),
    slate_id INTEGER REFERENCES faction (id), slate_label TEXT, nominations INTEGER, basis TEXT, note TEXT,
    -- repeated here for the lists (the name without case and accents); kept right by db.derivation
    share REAL, date TEXT, sort_name TEXT, body_id INTEGER REFERENCES body (id), section_id INTEGER REFERENCES section (id),
    UNIQUE (contest_id, person_id)
) STRICT;

CREATE TABLE endorsement (
    id INTEGER PRIMARY KEY, candidacy_id INTEGER NOT NULL REFERENCES candidacy (id),
    faction_id INTEGER NOT NULL REFERENCES faction (id), sought INTEGER CHECK (sought IN (0, 1)), basis TEXT, note TEXT
) STRICT;

CREATE TABLE stage (
    id INTEGER PRIMARY KEY, contest_id INTEGER NOT NULL REFERENCES contest (id), stage INTEGER NOT NULL,
    action TEXT NOT NULL, person_id INTEGER REFERENCES person (id), votes REAL, transfer REAL, note TEXT
) STRICT;

CREATE TABLE term (
    id INTEGER PRIMARY KEY, section_id INTEGER NOT NULL REFERENCES section (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    start TEXT, "end" TEXT,                                      -- as stated
    contest_id INTEGER REFERENCES contest (id),                  -- where the seat was won
    ended_by INTEGER REFERENCES contest (id),                    -- where it passed to somebody else
    how_gained TEXT, why_ended TEXT, represents TEXT,
    replaces INTEGER REFERENCES person (id),                     -- whose seat it was, where a source says so
    voting INTEGER CHECK (voting IN (0, 1)),
    candidacy_id INTEGER REFERENCES candidacy (id),              -- what was stood on to win it
    since TEXT, until TEXT,                                      -- from and to when it counts; see db.derivation
    last_known TEXT,                                             -- the last day on which a source attests an open term
    basis TEXT, note TEXT
) STRICT;

CREATE TABLE alignment (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), date TEXT,
    section_id INTEGER REFERENCES section (id), faction_id INTEGER REFERENCES faction (id), leaning TEXT NOT NULL, note TEXT
) STRICT;

CREATE TABLE division (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body_id INTEGER NOT NULL REFERENCES body (id),
    date TEXT, date_end TEXT, kind TEXT NOT NULL, subject TEXT NOT NULL,
    "for" INTEGER, against INTEGER, abstaining INTEGER, total_members INTEGER, note TEXT
) STRICT;

CREATE TABLE division_vote (
    id INTEGER PRIMARY KEY, division_id INTEGER NOT NULL REFERENCES division (id),
    person_id INTEGER NOT NULL REFERENCES person (id), section_id INTEGER REFERENCES section (id),
    represents TEXT, vote TEXT, leaning TEXT, role TEXT, note TEXT
) STRICT;

CREATE TABLE event (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body_id INTEGER NOT NULL REFERENCES body (id),
    section_id INTEGER REFERENCES section (id), date TEXT, kind TEXT NOT NULL, words TEXT NOT NULL, note TEXT
) STRICT;

CREATE TABLE event_person (
    event_id INTEGER NOT NULL REFERENCES event (id), person_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (event_id, person_id)
) STRICT;

-- Which source says what of which row; field and value NULL: the source supports the row as a whole.
CREATE TABLE citation (
    id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source (id),
    entity TEXT NOT NULL, entity_id INTEGER NOT NULL, field TEXT, value TEXT, place TEXT,
    chosen INTEGER CHECK (chosen IN (0, 1)), note TEXT
) STRICT;
