-- Claims, statements and figures, and what follows from them. The columns beside
-- a body are there to find it by; a migration makes them again from the bodies.
CREATE TABLE claims (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  type     TEXT NOT NULL,
  status   TEXT NOT NULL,
  day_from INTEGER, -- both null when the days are unknown
  day_to   INTEGER,
  body     BYTEA NOT NULL
);
CREATE INDEX claims_known ON claims (known, report, start, id, day_to, day_from);
CREATE INDEX claims_report ON claims (report);
CREATE INDEX claims_type ON claims (type, known, report, start, id, day_to, day_from);
CREATE INDEX claims_status ON claims (status, known, report, start, id, day_to, day_from);
CREATE INDEX claims_days ON claims (day_to, day_from, known, report, start, id);
CREATE INDEX claims_long ON claims (day_to, day_from) WHERE day_to - day_from > 31;

CREATE TABLE statements (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  weight   INTEGER NOT NULL, -- for quoting
  body     BYTEA NOT NULL
);
CREATE INDEX statements_known ON statements (known, report, start, id, day_to, day_from);
CREATE INDEX statements_report ON statements (report);
CREATE INDEX statements_weight ON statements (weight DESC, known, report, start, id);
CREATE INDEX statements_days ON statements (day_to, day_from, known, report, start, id);
CREATE INDEX statements_long ON statements (day_to, day_from) WHERE day_to - day_from > 31;

CREATE TABLE figures (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  body     BYTEA NOT NULL
);
CREATE INDEX figures_known ON figures (known, report, start, id, day_to, day_from);
CREATE INDEX figures_report ON figures (report);
CREATE INDEX figures_days ON figures (day_to, day_from, known, report, start, id);
CREATE INDEX figures_long ON figures (day_to, day_from) WHERE day_to - day_from > 31;

-- The folded names by which claims, statements and figures are looked for, each
-- with the key of the listing's order.
CREATE TABLE names (
  of     TEXT NOT NULL, -- "claim actor", "claim place", "statement actor", "figure place"
  name   TEXT COLLATE "C" NOT NULL,
  known  INTEGER NOT NULL,
  report TEXT COLLATE "C" NOT NULL,
  start  INTEGER NOT NULL,
  id     TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (of, name, known, report, start, id)
);

-- What follows from the rest; may be deleted at any time. as_of is the day of the
-- view, 0 for now; n is the place of a row among its kind. Indexes end in the columns
-- that are asked for beside, so that rows which do not pass are not fetched.
CREATE TABLE views (as_of INTEGER PRIMARY KEY, version TEXT NOT NULL, totals BYTEA NOT NULL);

CREATE TABLE derived (
  as_of       INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  n           INTEGER NOT NULL,
  type        TEXT NOT NULL,
  status      TEXT NOT NULL,
  day_from    INTEGER,
  day_to      INTEGER,
  background  SMALLINT NOT NULL,
  disputed    SMALLINT NOT NULL,
  holds       SMALLINT NOT NULL,
  independent INTEGER NOT NULL,
  reported    INTEGER NOT NULL, -- the day of the first report
  weight      BIGINT NOT NULL,
  report      TEXT NOT NULL,
  body        BYTEA NOT NULL
);
CREATE INDEX derived_order ON derived (as_of, kind, n, type, status, day_to, day_from, independent);
CREATE INDEX derived_type ON derived (as_of, kind, type, n, status, day_to, day_from, independent);
CREATE INDEX derived_status ON derived (as_of, kind, status, n, type, day_to, day_from, independent);
CREATE INDEX derived_days ON derived (as_of, kind, day_to, day_from, n);
CREATE INDEX derived_long ON derived (as_of, kind, day_to, day_from) WHERE day_to - day_from > 31;
CREATE INDEX derived_weight ON derived (as_of, kind, weight DESC, n, background, status, day_to, day_from, reported);
CREATE INDEX derived_background ON derived (as_of, kind, weight DESC, n) WHERE background = 1;
CREATE INDEX derived_disputed ON derived (as_of, kind, weight DESC, n) WHERE disputed = 1;
CREATE INDEX derived_holds ON derived (as_of, kind, n) WHERE holds = 1;
CREATE INDEX derived_report ON derived (report, as_of, kind, n) WHERE report <> '';

CREATE TABLE derived_names (
  as_of INTEGER NOT NULL,
  kind  TEXT NOT NULL,
  of    TEXT NOT NULL, -- "actor", "place"
  name  TEXT COLLATE "C" NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (as_of, kind, of, name, n)
);
