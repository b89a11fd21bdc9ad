CREATE VIRTUAL TABLE document_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0');

CREATE VIRTUAL TABLE document_vocabulary USING fts5vocab(document_words, row);

CREATE VIRTUAL TABLE claim_words USING fts5(words, content='claim', content_rowid='id', tokenize='unicode61 remove_diacritics 0');

CREATE VIRTUAL TABLE claim_vocabulary USING fts5vocab(claim_words, row);

CREATE TRIGGER claim_words_insert AFTER INSERT ON claim BEGIN
  INSERT INTO claim_words(rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER claim_words_delete AFTER DELETE ON claim BEGIN
  INSERT INTO claim_words(claim_words, rowid, words) VALUES ('delete', old.id, old.words);
END;

CREATE TRIGGER claim_words_update AFTER UPDATE OF words ON claim WHEN old.words <> new.words BEGIN
  INSERT INTO claim_words(claim_words, rowid, words) VALUES ('delete', old.id, old.words);
  INSERT INTO claim_words(rowid, words) VALUES (new.id, new.words);
END;

INSERT INTO claim_words(claim_words) VALUES ('rebuild');

CREATE INDEX document_newest ON document (date DESC, id DESC);

CREATE INDEX claim_doubtful ON claim (ABS(credence - 0.5), id);
