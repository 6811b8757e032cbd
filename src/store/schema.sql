-- The store of Nisba, version 1. docs/store.md says what each column means; the tables may be read by anyone.
-- Dates are text: YYYY-MM-DD, YYYY-MM or YYYY, cut to what is known; "day" columns are always whole days.
-- start and end count Unicode code points of the document's text; end is one past the last.

CREATE TABLE run (
  run       INTEGER PRIMARY KEY,
  started   TEXT NOT NULL,            -- UTC, RFC 3339
  ended     TEXT,                     -- NULL while it runs, or where it was cut off
  program   TEXT NOT NULL,
  knowledge TEXT NOT NULL,            -- digest of the gazetteer and lexicon it read with
  added     INTEGER NOT NULL DEFAULT 0,
  changed   INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  removed   INTEGER NOT NULL DEFAULT 0,
  skipped   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE document (
  doc       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  lang      TEXT NOT NULL,
  date      TEXT,
  title     TEXT,
  publisher TEXT,
  url       TEXT,
  digest    BLOB NOT NULL,            -- SHA-256 of all the above and the text
  sketch    TEXT,                     -- by which copies are known
  copy_of   INTEGER REFERENCES document (doc), -- the first added of whose text this is a near copy
  run       INTEGER NOT NULL REFERENCES run (run)
) STRICT;
CREATE INDEX document_by_date ON document (date);
CREATE INDEX document_by_copy_of ON document (copy_of) WHERE copy_of IS NOT NULL;

CREATE TABLE text (
  doc  INTEGER PRIMARY KEY REFERENCES document (doc),
  text TEXT NOT NULL
) STRICT;

-- Where a sketch that copies no other is found by.
CREATE TABLE sketch_key (
  key INTEGER NOT NULL,
  doc INTEGER NOT NULL REFERENCES document (doc),
  PRIMARY KEY (key, doc)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  entity   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  kind     TEXT,                      -- NULL for one that only documents introduce: see introduction
  name_ar  TEXT,
  name_en  TEXT,
  country  TEXT,                      -- id of an entity
  wikidata TEXT
) STRICT;

-- The names of entities that the gazetteer lists.
CREATE TABLE name (
  entity INTEGER NOT NULL REFERENCES entity (entity),
  lang   TEXT NOT NULL,
  text   TEXT NOT NULL,
  form   BLOB NOT NULL,               -- the normal form, the same for all spellings
  PRIMARY KEY (entity, lang, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_form ON name (form);

-- Whom a document introduces, and no gazetteer lists.
CREATE TABLE introduction (
  doc     INTEGER NOT NULL REFERENCES document (doc),
  ord     INTEGER NOT NULL,
  entity  INTEGER NOT NULL REFERENCES entity (entity),
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  form    BLOB NOT NULL,
  office  TEXT,
  country TEXT,                       -- id of an entity
  PRIMARY KEY (doc, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX introduction_by_form ON introduction (form);
CREATE INDEX introduction_by_entity ON introduction (entity);

CREATE TABLE mention (
  doc    INTEGER NOT NULL REFERENCES document (doc),
  ord    INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (entity),
  start  INTEGER NOT NULL,
  "end"  INTEGER NOT NULL,
  type   TEXT NOT NULL,
  PRIMARY KEY (doc, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity);

-- The sentences that prove relations.
CREATE TABLE sentence (
  sentence INTEGER PRIMARY KEY,
  doc      INTEGER NOT NULL REFERENCES document (doc),
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  text     TEXT                       -- NULL where the extracted line did not hold it
) STRICT;
CREATE INDEX sentence_by_document ON sentence (doc);

CREATE TABLE relation (
  relation      INTEGER PRIMARY KEY,
  event         TEXT NOT NULL,        -- the id of the event: nisba explain STORE EVENT
  doc           INTEGER NOT NULL REFERENCES document (doc),
  ord           INTEGER NOT NULL,
  subject       INTEGER REFERENCES entity (entity),
  predicate     TEXT NOT NULL,
  object        INTEGER REFERENCES entity (entity),
  status        TEXT NOT NULL,
  date          TEXT,                 -- when it happened, as the sentence tells it
  first_day     TEXT,                 -- of that date, else the document's
  last_day      TEXT,
  place         INTEGER REFERENCES entity (entity),
  sentence      INTEGER NOT NULL REFERENCES sentence (sentence),
  either        INTEGER NOT NULL,     -- 1 where the direction is not told
  trigger_start INTEGER,
  trigger_end   INTEGER,
  subject_start INTEGER,
  subject_end   INTEGER,
  object_start  INTEGER,
  object_end    INTEGER,
  attribution   INTEGER REFERENCES entity (entity),
  confidence    REAL,
  rule          TEXT
) STRICT;
CREATE INDEX relation_by_event ON relation (event);
CREATE INDEX relation_by_document ON relation (doc);
CREATE INDEX relation_by_subject ON relation (subject, object);
CREATE INDEX relation_by_object ON relation (object, subject);
CREATE INDEX relation_by_place ON relation (place) WHERE place IS NOT NULL;
CREATE INDEX relation_by_attribution ON relation (attribution) WHERE attribution IS NOT NULL;

-- One relation a row, with names, for people.
CREATE VIEW event AS
SELECT r.event, coalesce(r.date, d.date) AS date, r.date IS NOT NULL AS date_told, s.id AS subject,
       coalesce(s.name_en, s.name_ar, s.id) AS subject_name, r.predicate, o.id AS object,
       coalesce(o.name_en, o.name_ar, o.id) AS object_name, r.status, p.id AS place, a.id AS attribution,
       r.confidence, d.id AS document, d.date AS document_date, d.publisher, n.text AS sentence, r.rule
FROM relation r
JOIN document d USING (doc)
JOIN sentence n USING (sentence)
LEFT JOIN entity s ON s.entity = r.subject
LEFT JOIN entity o ON o.entity = r.object
LEFT JOIN entity p ON p.entity = r.place
LEFT JOIN entity a ON a.entity = r.attribution;

-- One edge a row: how many relations, documents, distinct texts and publishers tell it, and when.
CREATE VIEW edge AS
SELECT s.id AS subject, coalesce(s.name_en, s.name_ar, s.id) AS subject_name, r.predicate, o.id AS object,
       coalesce(o.name_en, o.name_ar, o.id) AS object_name, r.status, count(*) AS relations,
       count(DISTINCT r.doc) AS documents, count(DISTINCT coalesce(d.copy_of, d.doc)) AS texts,
       count(DISTINCT d.publisher) AS publishers, min(r.first_day) AS first_day, max(r.last_day) AS last_day
FROM relation r
JOIN document d USING (doc)
JOIN entity s ON s.entity = r.subject
JOIN entity o ON o.entity = r.object
GROUP BY r.subject, r.predicate, r.object, r.status;
