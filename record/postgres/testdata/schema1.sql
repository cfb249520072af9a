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
  text   TEXT NOT NULL,
  -- a vector of words may have one megabyte; what lies further on is not searched
  words  TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', left(title, 2000) || ' ' || left(text, 200000))) STORED
);
CREATE INDEX reports_known ON reports (known, id);
CREATE INDEX reports_words ON reports USING gin (words);

CREATE TABLE claims (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  type     TEXT NOT NULL,
  status   TEXT NOT NULL,
  day_from INTEGER, -- both null when the days are unknown
  day_to   INTEGER,
  place    TEXT NOT NULL,
  body     BYTEA NOT NULL
);
CREATE INDEX claims_known ON claims (known, report, start, id);
CREATE INDEX claims_type ON claims (type, known, report, start, id);
CREATE INDEX claims_status ON claims (status, known, report, start, id);
CREATE INDEX claims_days ON claims (day_to, day_from);

CREATE TABLE claim_actors (actor TEXT COLLATE "C" NOT NULL, claim TEXT COLLATE "C" NOT NULL, PRIMARY KEY (actor, claim));

CREATE TABLE statements (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  body     BYTEA NOT NULL
);
CREATE INDEX statements_known ON statements (known, report, start, id);

CREATE TABLE figures (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  place    TEXT NOT NULL,
  body     BYTEA NOT NULL
);
CREATE INDEX figures_known ON figures (known, report, start, id);

CREATE TABLE corrections (id TEXT COLLATE "C" PRIMARY KEY, day INTEGER NOT NULL, body BYTEA NOT NULL);

-- What follows from the rest; may be deleted at any time.
CREATE TABLE derived (version TEXT COLLATE "C" NOT NULL, as_of INTEGER NOT NULL, body BYTEA NOT NULL, PRIMARY KEY (version, as_of));
