ALTER TABLE claim ADD COLUMN added INTEGER REFERENCES decision (id);

CREATE INDEX claim_added ON claim (added) WHERE added IS NOT NULL;

CREATE INDEX claim_standing ON claim (status, hidden);
