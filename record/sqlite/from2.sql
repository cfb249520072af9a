-- From schema 2: what was derived is made again.
DROP TABLE derived;
DROP TABLE derived_names;
DROP TABLE views;
