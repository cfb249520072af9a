-- What follows from the rest; may be deleted at any time. as_of is the day of the
-- view, 0 for now; n puts a row in its place among its kind. Indexes end in the
-- columns that are asked for beside, so that rows which do not pass are not fetched.
CREATE TABLE views (as_of INTEGER PRIMARY KEY, version TEXT NOT NULL, totals BYTEA NOT NULL);

CREATE TABLE derived (
  as_of       INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  n           BIGINT NOT NULL,
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
  digest      BIGINT NOT NULL, -- of the body
  body        BYTEA NOT NULL
);
CREATE INDEX derived_order ON derived (as_of, kind, n, type, status, day_to, day_from, independent, digest);
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
  n     BIGINT NOT NULL,
  PRIMARY KEY (as_of, kind, of, name, n)
); -- by key
