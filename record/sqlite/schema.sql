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
  digest INTEGER, -- of meta and rest; null in reports of schemas 1 and 2
  text   TEXT NOT NULL
);
CREATE INDEX reports_known ON reports (known, id);

CREATE VIRTUAL TABLE words USING fts5 (title, text, content = 'reports', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER reports_words AFTER INSERT ON reports BEGIN
  INSERT INTO words (rowid, title, text) VALUES (new.n, new.title, new.text);
END;

CREATE TABLE corrections (id TEXT PRIMARY KEY, day INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
