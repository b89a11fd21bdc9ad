CREATE TABLE document_words (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  words TSVECTOR NOT NULL
);

CREATE INDEX document_words_found ON document_words USING gin (words);

CREATE INDEX claim_words_found ON claim USING gin (to_tsvector('simple', words));

CREATE INDEX document_newest ON document (date DESC NULLS LAST, id DESC);

CREATE INDEX claim_doubtful ON claim (ABS(credence - 0.5), id);
