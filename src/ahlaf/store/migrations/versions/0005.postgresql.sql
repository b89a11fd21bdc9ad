ALTER TABLE claim ADD COLUMN reported BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX claim_reported ON claim (date) WHERE reported;
