-- The record in one file. What was read is only ever added. "known" is the day of
-- publication as a sorting key: 2147483647 when the report says none.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE reports (
  n      INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  known  INTEGER NOT NULL,
  outlet TEXT NOT NULL,
  title  TEXT NOT NULL,
  meta   BLOB NOT NULL, -- the report without its text, JSON
  rest   BLOB NOT NULL, -- roles and actors, JSON
  text   TEXT NOT NULL
);
CREATE INDEX reports_known ON reports (known, id);

CREATE VIRTUAL TABLE words USING fts5 (title, text, content = 'reports', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER reports_words AFTER INSERT ON reports BEGIN
  INSERT INTO words (rowid, title, text) VALUES (new.n, new.title, new.text);
END;

CREATE TABLE claims (
  id       TEXT PRIMARY KEY,
  report   TEXT NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  type     TEXT NOT NULL,
  status   TEXT NOT NULL,
  day_from INTEGER, -- both null when the days are unknown
  day_to   INTEGER,
  place    TEXT NOT NULL,
  body     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX claims_known ON claims (known, report, start, id);
CREATE INDEX claims_type ON claims (type, known);
CREATE INDEX claims_status ON claims (status, known);
CREATE INDEX claims_days ON claims (day_to, day_from);

CREATE TABLE claim_actors (actor TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (actor, claim)) WITHOUT ROWID;

CREATE TABLE statements (
  id       TEXT PRIMARY KEY,
  report   TEXT NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  body     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX statements_known ON statements (known, report, start, id);

CREATE TABLE figures (
  id       TEXT PRIMARY KEY,
  report   TEXT NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  place    TEXT NOT NULL,
  body     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX figures_known ON figures (known, report, start, id);

CREATE TABLE corrections (id TEXT PRIMARY KEY, day INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;

-- What follows from the rest; may be deleted at any time.
CREATE TABLE derived (version TEXT NOT NULL, as_of INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (version, as_of));
