CREATE TABLE actor (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  as_name TEXT NOT NULL,
  as_fold TEXT NOT NULL,
  as_kind TEXT NOT NULL,
  as_country TEXT NOT NULL,
  as_sector TEXT NOT NULL,
  "into" TEXT,
  PRIMARY KEY (id)
);

CREATE INDEX actor_as_fold ON actor (as_fold);

CREATE INDEX actor_fold ON actor (name_fold);

CREATE INDEX actor_into ON actor ("into");

CREATE TABLE decision (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  document INTEGER,
  claim INTEGER,
  actor TEXT,
  content TEXT NOT NULL,
  seen TEXT,
  undoes INTEGER,
  active BOOLEAN NOT NULL,
  FOREIGN KEY(undoes) REFERENCES decision (id)
);

CREATE INDEX decision_claim ON decision (claim);

CREATE INDEX decision_document ON decision (document);

CREATE INDEX decision_kind ON decision (kind, active);

CREATE TABLE project (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY ("key")
);

CREATE TABLE set_aside (
  id INTEGER NOT NULL,
  stage TEXT NOT NULL,
  origin TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  remedy TEXT NOT NULL,
  at TEXT NOT NULL,
  document INTEGER,
  PRIMARY KEY (id),
  CONSTRAINT set_aside_once UNIQUE (stage, origin, what)
);

CREATE TABLE document (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  title TEXT,
  author TEXT,
  outlet TEXT,
  date TEXT,
  url TEXT,
  language TEXT,
  text_sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  family INTEGER NOT NULL,
  signature BLOB,
  batch INTEGER NOT NULL,
  hidden BOOLEAN NOT NULL,
  CONSTRAINT document_text_once UNIQUE (text_sha256),
  FOREIGN KEY(batch) REFERENCES decision (id)
);

CREATE INDEX document_batch ON document (batch);

CREATE INDEX document_family ON document (family);

CREATE TABLE band (
  hash BIGINT NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (hash, document),
  FOREIGN KEY(document) REFERENCES document (id)
)
 WITHOUT ROWID;

CREATE TABLE claim (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  source TEXT,
  source_coded TEXT,
  source_words TEXT,
  target TEXT,
  target_coded TEXT,
  target_words TEXT,
  voice TEXT,
  voice_coded TEXT,
  voice_words TEXT,
  relation TEXT NOT NULL,
  sign INTEGER NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  mode TEXT NOT NULL,
  time TEXT,
  place TEXT,
  number_said TEXT,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  words TEXT NOT NULL,
  credence FLOAT NOT NULL,
  rule TEXT NOT NULL,
  status TEXT NOT NULL,
  date TEXT,
  hidden BOOLEAN NOT NULL,
  CONSTRAINT claim_once UNIQUE (document, number),
  FOREIGN KEY(document) REFERENCES document (id)
);

CREATE INDEX claim_date ON claim (date);

CREATE INDEX claim_relation ON claim (relation, date);

CREATE INDEX claim_source ON claim (source, date);

CREATE INDEX claim_status ON claim (status, date);

CREATE INDEX claim_target ON claim (target, date);

CREATE INDEX claim_voice ON claim (voice, date);

CREATE TABLE coding (
  document INTEGER NOT NULL,
  coder TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  at TEXT NOT NULL,
  claims INTEGER NOT NULL,
  error TEXT,
  reading BLOB,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES document (id)
);

CREATE TABLE document_text (
  document INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES document (id)
);

CREATE TABLE sighting (
  id INTEGER NOT NULL,
  document INTEGER NOT NULL,
  origin TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  about TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT sighting_once UNIQUE (document, origin, raw_sha256),
  FOREIGN KEY(document) REFERENCES document (id)
);

CREATE INDEX sighting_raw ON sighting (raw_sha256);

PRAGMA application_id = 1095257158;
