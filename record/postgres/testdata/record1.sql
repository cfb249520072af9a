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

-- One reading, as a griot of that schema stored it.
INSERT INTO meta (key, value) VALUES ('sum', 'f0eab69ae3a38996a83e5892108a28e2bca821828920c6b150d4453d02f50992');
INSERT INTO reports (id, known, outlet, title, meta, rest, text) VALUES ('r_d389334b79115c89', 738736, 'Daily', '',
 convert_to('{"id":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","title":"","url":"","published":"2023-08-04","published_basis":"stated","language":"en","text":""}', 'UTF8'),
 convert_to('{"report":{"id":"","ref":"","outlet":"","title":"","url":"","published":null,"published_basis":"","language":"","text":""},"claims":null,"statements":null,"figures":null,"roles":null,"actors":[{"id":"a_bc91ef13dec867d8","name":"Rebels","kind":"group","code":"","aliases":null}]}', 'UTF8'),
 'Rebels killed 17 soldiers.');
INSERT INTO claims (id, report, known, start, type, status, day_from, day_to, place, body) VALUES ('c_e13870303788c797', 'r_d389334b79115c89', 738736, 0, 'ASSAULT', 'happened', 738736, 738736, '|torodi|ne|tillabéri|',
 convert_to('{"id":"c_e13870303788c797","report":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","published":"2023-08-04","start":0,"end":25,"quote":"Rebels killed 17 soldiers","sentence":{"start":0,"end":26},"type":"ASSAULT","mode":"","contexts":[],"status":"happened","background":false,"actors":[{"id":"a_bc91ef13dec867d8","name":"Rebels","code":"","words":"Rebels","start":0,"end":6}],"recipients":[{"id":"a_fa6dff0d2da90d43","name":"17 soldiers","code":"","words":"17 soldiers","start":14,"end":25}],"when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"},"where":{"name":"Torodi","country":"NE","admin1":"Tillabéri","lat":0,"lon":0,"geonameid":0,"radius_km":10,"words":""},"figures":[],"voices":[],"odds":0,"lemma":""}', 'UTF8'));
INSERT INTO claim_actors (actor, claim) VALUES ('rebels', 'c_e13870303788c797');
INSERT INTO statements (id, report, known, start, day_from, day_to, body) VALUES ('s_cf527793c61e96de', 'r_d389334b79115c89', 738736, 0, 738736, 738736,
 convert_to('{"id":"s_cf527793c61e96de","report":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","published":"2023-08-04","kind":"indirect","act":"claim","speaker":{"id":"a_91a2fa3be7f5d5f0","name":"the Ministry","code":"","words":"","start":0,"end":0},"cue":"said","addressee":null,"content":"Rebels killed 17 soldiers","spans":[[0,25]],"when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"}}', 'UTF8'));
INSERT INTO figures (id, report, known, start, day_from, day_to, place, body) VALUES ('f_b37e1dec8f3e5725', 'r_d389334b79115c89', 738736, 14, 738736, 738736, '|torodi|ne|tillabéri|',
 convert_to('{"id":"f_b37e1dec8f3e5725","report":"r_d389334b79115c89","ref":"a.txt","outlet":"Daily","published":"2023-08-04","of":"killed","who":"soldier","min":17,"max":17,"approx":false,"words":"17 soldiers","start":14,"end":25,"quote":"17 soldiers","when":{"from":"2023-08-04","to":"2023-08-04","words":"","basis":"published"},"where":{"name":"Torodi","country":"NE","admin1":"Tillabéri","lat":0,"lon":0,"geonameid":0,"radius_km":10,"words":""},"claim":"c_e13870303788c797","event":"","contested":false}', 'UTF8'));
INSERT INTO derived (version, as_of, body) VALUES ('old', 0, convert_to('{}', 'UTF8'));
INSERT INTO meta (key, value) VALUES ('schema', '1');
