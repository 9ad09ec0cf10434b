-- Words of names, found by their beginnings; rowid is the id of the person, contest or faction.
CREATE VIRTUAL TABLE person_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE contest_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE faction_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
