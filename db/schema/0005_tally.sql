-- Candidacies of each slate, and of none (NULL): long lists say their length without counting their rows.
CREATE TABLE tally (slate_id INTEGER UNIQUE REFERENCES faction (id), candidacies INTEGER NOT NULL) STRICT;
INSERT INTO tally SELECT slate_id, count(*) FROM candidacy GROUP BY slate_id;
