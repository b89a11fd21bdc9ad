ALTER TABLE claim ADD COLUMN coders TEXT;

ALTER TABLE claim ADD COLUMN differs TEXT;

DROP INDEX claim_doubtful;

CREATE INDEX claim_doubtful ON claim ((differs IS NULL), ABS(credence - 0.5), id);
