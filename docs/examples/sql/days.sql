CREATE TABLE days (
  day          DATE PRIMARY KEY,
  number       INTEGER NOT NULL UNIQUE,
  kind         VARCHAR(15) NOT NULL,
  name         VARCHAR(30),
  notice       VARCHAR(60),
  workday      INTEGER NOT NULL,
  rank         INTEGER NOT NULL,
  next_workday DATE,
  provisional  INTEGER NOT NULL
);
