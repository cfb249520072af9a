-- From schema 1: the rows are put aside, to be entered again in the tables of rows.sql.
DROP TABLE derived;
DROP TABLE claim_actors;
DROP INDEX claims_known;
DROP INDEX claims_type;
DROP INDEX claims_status;
DROP INDEX claims_days;
DROP INDEX statements_known;
DROP INDEX figures_known;
ALTER TABLE claims RENAME TO claims_1;
ALTER TABLE statements RENAME TO statements_1;
ALTER TABLE figures RENAME TO figures_1;
ALTER TABLE reports ADD COLUMN digest BIGINT;
