-- For whoever opens the file in Datasette or the sqlite3 shell: plain names, no keys to join.

CREATE VIEW results AS
SELECT body.short AS body, section.name AS section, contest.key AS contest, contest.date, contest.kind,
       candidacy.rank, person.name AS person, candidacy.description, faction.name AS slate,
       (SELECT group_concat(backer.name, '; ') FROM endorsement JOIN faction AS backer ON backer.id = endorsement.faction_id
         WHERE endorsement.candidacy_id = candidacy.id) AS endorsements,
       candidacy.votes, contest.unit, round(candidacy.share, 2) AS share, candidacy.outcome,
       candidacy.sitting, candidacy.nominations, candidacy.basis, candidacy.note
FROM candidacy
JOIN contest ON contest.id = candidacy.contest_id
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
JOIN person ON person.id = candidacy.person_id
LEFT JOIN faction ON faction.id = candidacy.slate_id
ORDER BY contest.date DESC, contest.key, candidacy.rank IS NULL, candidacy.rank, person.sort_name;

CREATE VIEW seats AS
SELECT body.short AS body, section.name AS section, person.name AS person, term.since, term.until,
       term.how_gained, term.why_ended, term.represents, faction.name AS slate,
       coalesce(term.voting, (SELECT rule.voting FROM rule WHERE rule.section_id = section.id ORDER BY valid_from DESC LIMIT 1), 1) AS voting,
       coalesce(term.basis, 'stated') AS basis, term.note
FROM term
JOIN section ON section.id = term.section_id
JOIN body ON body.id = section.body_id
JOIN person ON person.id = term.person_id
LEFT JOIN candidacy ON candidacy.id = term.candidacy_id
LEFT JOIN faction ON faction.id = candidacy.slate_id
ORDER BY body.short, section.position, term.since, person.sort_name;

CREATE VIEW careers AS
SELECT person.name AS person, candidacy.date, body.short AS body, section.name AS section, contest.key AS contest,
       faction.name AS slate, candidacy.votes, contest.unit, round(candidacy.share, 2) AS share, candidacy.rank, candidacy.outcome
FROM candidacy
JOIN person ON person.id = candidacy.person_id
JOIN contest ON contest.id = candidacy.contest_id
JOIN section ON section.id = contest.section_id
JOIN body ON body.id = contest.body_id
LEFT JOIN faction ON faction.id = candidacy.slate_id
ORDER BY person.sort_name, candidacy.date;

CREATE VIEW factions AS
SELECT faction.name AS faction, faction.kind, faction.wing, faction.founded, faction.dissolved,
       (SELECT group_concat(umbrella.name, '; ') FROM membership JOIN faction AS umbrella ON umbrella.id = membership.umbrella_id
         WHERE membership.faction_id = faction.id) AS belongs_to,
       (SELECT count(*) FROM candidacy WHERE candidacy.slate_id = faction.id) AS candidacies,
       (SELECT count(*) FROM candidacy WHERE candidacy.slate_id = faction.id AND outcome = 'elected') AS elected
FROM faction ORDER BY faction.position, faction.name;

CREATE VIEW sources AS
SELECT source.key, source.publisher, source.title, source.author, source.date, source.address,
       (SELECT count(*) FROM citation WHERE citation.source_id = source.id) AS rows_supported
FROM source ORDER BY source.date DESC, source.publisher;

CREATE VIEW disputes AS
SELECT citation.entity AS "table", citation.entity_id AS row, citation.field, citation.value, source.publisher, source.title,
       source.address, citation.chosen, citation.note
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.field IS NOT NULL
ORDER BY citation.entity, citation.entity_id, citation.field, citation.chosen DESC;
