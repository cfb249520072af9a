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

CREATE TABLE corrections (id TEXT COLLATE "C" PRIMARY KEY, day INTEGER NOT NULL, body BYTEA NOT NULL);

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

-- One reading and what follows from it, as a griot of that schema stored them.
INSERT INTO meta (key, value) VALUES ('schema', '2');
INSERT INTO meta (key, value) VALUES ('sum', 'f0eab69ae3a38996a83e5892108a28e2bca821828920c6b150d4453d02f50992');
INSERT INTO reports (id, known, outlet, title, meta, rest, text) VALUES ('r_d389334b79115c89', 738736, 'Daily', '', convert_to('{"id":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","title":"","url":"","published":"2023-08-04","published_basis":"stated","language":"en","text":""}', 'UTF8'), convert_to('{"report":{"id":"","ref":"","outlet":"","title":"","url":"","published":null,"published_basis":"","language":"","text":""},"claims":null,"statements":null,"figures":null,"roles":null,"actors":[{"id":"a_bc91ef13dec867d8","name":"Rebels","kind":"group","code":"","aliases":null}]}', 'UTF8'), 'Rebels killed 17 soldiers.');
INSERT INTO claims (id, report, known, start, type, status, day_from, day_to, body) VALUES ('c_e13870303788c797', 'r_d389334b79115c89', 738736, 0, 'ASSAULT', 'happened', 738736, 738736, convert_to('{"id":"c_e13870303788c797","report":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","published":"2023-08-04","start":0,"end":25,"quote":"Rebels killed 17 soldiers","sentence":{"start":0,"end":26},"type":"ASSAULT","mode":"","contexts":[],"status":"happened","background":false,"actors":[{"id":"a_bc91ef13dec867d8","name":"Rebels","code":"","words":"Rebels","start":0,"end":6}],"recipients":[{"id":"a_fa6dff0d2da90d43","name":"17 soldiers","code":"","words":"17 soldiers","start":14,"end":25}],"when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"},"where":{"name":"Torodi","country":"NE","admin1":"Tillabéri","lat":0,"lon":0,"geonameid":0,"radius_km":10,"words":""},"figures":[],"voices":[],"odds":0,"lemma":""}', 'UTF8'));
INSERT INTO statements (id, report, known, start, day_from, day_to, weight, body) VALUES ('s_cf527793c61e96de', 'r_d389334b79115c89', 738736, 0, 738736, 738736, 0, convert_to('{"id":"s_cf527793c61e96de","report":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","published":"2023-08-04","kind":"indirect","act":"claim","speaker":{"id":"a_91a2fa3be7f5d5f0","name":"the Ministry","code":"","words":"","start":0,"end":0},"cue":"said","addressee":null,"content":"Rebels killed 17 soldiers","spans":[[0,25]],"when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"}}', 'UTF8'));
INSERT INTO figures (id, report, known, start, day_from, day_to, body) VALUES ('f_b37e1dec8f3e5725', 'r_d389334b79115c89', 738736, 14, 738736, 738736, convert_to('{"id":"f_b37e1dec8f3e5725","report":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","published":"2023-08-04","of":"killed","who":"soldier","min":17,"max":17,"approx":false,"words":"17 soldiers","start":14,"end":25,"quote":"17 soldiers","when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"},"where":{"name":"Torodi","country":"NE","admin1":"Tillabéri","lat":0,"lon":0,"geonameid":0,"radius_km":10,"words":""},"claim":"c_e13870303788c797","event":"","contested":false}', 'UTF8'));
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim actor', '17 soldiers', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim actor', 'a_bc91ef13dec867d8', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim actor', 'a_fa6dff0d2da90d43', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim actor', 'rebels', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim place', 'ne', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim place', 'tillabéri', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('claim place', 'torodi', 738736, 'r_d389334b79115c89', 0, 'c_e13870303788c797');
INSERT INTO names (of, name, known, report, start, id) VALUES ('figure place', 'ne', 738736, 'r_d389334b79115c89', 14, 'f_b37e1dec8f3e5725');
INSERT INTO names (of, name, known, report, start, id) VALUES ('figure place', 'tillabéri', 738736, 'r_d389334b79115c89', 14, 'f_b37e1dec8f3e5725');
INSERT INTO names (of, name, known, report, start, id) VALUES ('figure place', 'torodi', 738736, 'r_d389334b79115c89', 14, 'f_b37e1dec8f3e5725');
INSERT INTO names (of, name, known, report, start, id) VALUES ('statement actor', 'a_91a2fa3be7f5d5f0', 738736, 'r_d389334b79115c89', 0, 's_cf527793c61e96de');
INSERT INTO names (of, name, known, report, start, id) VALUES ('statement actor', 'the ministry', 738736, 'r_d389334b79115c89', 0, 's_cf527793c61e96de');
INSERT INTO views (as_of, version, totals) VALUES (0, 'f0eab69ae3a38996a83e5892108a28e2bca821828920c6b150d4453d02f50992', convert_to('{"reports":0,"outlets":0,"claims":0,"statements":0,"events":1,"contested":0,"expectations":0,"holdings":0,"copies":0,"undated":0,"undated_refs":null,"foreign":0,"undated_events":0,"unplaced":0,"last":null,"days":null}', 'UTF8'));
INSERT INTO derived (as_of, kind, n, type, status, day_from, day_to, background, disputed, holds, independent, reported, weight, report, body) VALUES (0, 'event', 0, '', '', 738736, 738736, 0, 0, 0, 0, 0, 5, '', convert_to('{"id":"e_1","title":"x","type":"","mode":"","contexts":null,"quad":0,"scale":0,"status":"","background":false,"actors":[{"id":"a_bc91ef13dec867d8","name":"Rebels","code":"","words":"Rebels","start":0,"end":6}],"recipients":null,"when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"},"where":{"name":"Torodi","country":"NE","admin1":"Tillabéri","lat":0,"lon":0,"geonameid":0,"radius_km":10,"words":""},"figures":null,"claims":null,"reports":0,"independent":0,"first_reported":null,"last_reported":null,"disputes":null}', 'UTF8'));
INSERT INTO derived_names (as_of, kind, of, name, n) VALUES (0, 'event', 'actor', 'a_bc91ef13dec867d8', 0);
INSERT INTO derived_names (as_of, kind, of, name, n) VALUES (0, 'event', 'actor', 'rebels', 0);
INSERT INTO derived_names (as_of, kind, of, name, n) VALUES (0, 'event', 'place', 'ne', 0);
INSERT INTO derived_names (as_of, kind, of, name, n) VALUES (0, 'event', 'place', 'tillabéri', 0);
INSERT INTO derived_names (as_of, kind, of, name, n) VALUES (0, 'event', 'place', 'torodi', 0);
