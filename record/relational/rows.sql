-- Claims, statements and figures. The columns beside a body are there to find it
-- by, and to notice damage; a migration makes them again from the bodies.
CREATE TABLE claims (
  id       TEXT COLLATE "C" PRIMARY KEY,
  report   TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
  known    INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  type     TEXT NOT NULL,
  status   TEXT NOT NULL,
  day_from INTEGER, -- both null when the days are unknown
  day_to   INTEGER,
  digest   BIGINT NOT NULL, -- of the body
  body     BYTEA NOT NULL
);
CREATE INDEX claims_known ON claims (known, report, start, id, day_to, day_from);
CREATE INDEX claims_ahead ON claims (known, report, start, id, day_to, day_from) WHERE day_to > known;
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
  digest   BIGINT NOT NULL, -- of the body
  body     BYTEA NOT NULL
);
CREATE INDEX statements_known ON statements (known, report, start, id, day_to, day_from);
CREATE INDEX statements_ahead ON statements (known, report, start, id, day_to, day_from) WHERE day_to > known;
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
  digest   BIGINT NOT NULL, -- of the body
  body     BYTEA NOT NULL
);
CREATE INDEX figures_known ON figures (known, report, start, id, day_to, day_from);
CREATE INDEX figures_ahead ON figures (known, report, start, id, day_to, day_from) WHERE day_to > known;
CREATE INDEX figures_report ON figures (report);
CREATE INDEX figures_days ON figures (day_to, day_from, known, report, start, id);
CREATE INDEX figures_long ON figures (day_to, day_from) WHERE day_to - day_from > 31;

-- The folded names by which claims, statements and figures are looked for, each
-- with the key of the listing's order and the days of what it names.
CREATE TABLE names (
  of       TEXT NOT NULL, -- "claim actor", "claim place", "statement actor", "figure place"
  name     TEXT COLLATE "C" NOT NULL,
  known    INTEGER NOT NULL,
  report   TEXT COLLATE "C" NOT NULL,
  start    INTEGER NOT NULL,
  id       TEXT COLLATE "C" NOT NULL,
  day_from INTEGER,
  day_to   INTEGER,
  PRIMARY KEY (of, name, known, report, start, id) INCLUDE (day_to, day_from)
); -- by key
