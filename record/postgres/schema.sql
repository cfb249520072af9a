-- The record on PostgreSQL. What was read is only ever added. "known" is the day
-- of publication as a sorting key: 2147483647 when the report says none. IDs sort
-- by bytes, as they do everywhere else.
CREATE TABLE meta (key TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE reports (
  id     TEXT COLLATE "C" PRIMARY KEY,
  known  INTEGER NOT NULL,
  outlet TEXT NOT NULL,
  title  TEXT NOT NULL,
  meta   BYTEA NOT NULL, -- the report without its text, JSON
  rest   BYTEA NOT NULL, -- roles and actors, JSON
  digest BIGINT, -- of meta and rest; null in reports of schemas 1 and 2
  text   TEXT NOT NULL,
  -- a vector of words may have one megabyte; what lies further on is not searched
  words  TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', left(title, 2000) || ' ' || left(text, 200000))) STORED
);
CREATE INDEX reports_known ON reports (known, id);
CREATE INDEX reports_words ON reports USING gin (words);

CREATE TABLE corrections (id TEXT COLLATE "C" PRIMARY KEY, day INTEGER NOT NULL, body BYTEA NOT NULL);
