-- Version 1 of the desk file: the whole schema of a column.
--
-- Statements are parted by a line that holds nothing but two hyphens and two semicolons, because triggers hold
-- semicolons of their own. `id` is the UUID that leaves the desk file; `number` is what joins. Moments are UTC ISO 8601
-- with milliseconds, days are ISO 8601, and an empty text stands for none. Small columns stand before the long texts,
-- so that a list does not walk through them.

CREATE TABLE masthead (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE masthead_version (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
) STRICT
--;;
INSERT INTO masthead_version (one, version) VALUES (1, 0)
--;;
CREATE TABLE assets (
    number     INTEGER NOT NULL PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content    BLOB NOT NULL
) STRICT
--;;
CREATE TABLE authors (
    number      INTEGER NOT NULL PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    bio         TEXT NOT NULL,
    picture     INTEGER REFERENCES assets (number),
    picture_alt TEXT NOT NULL,
    position    INTEGER NOT NULL,
    version     INTEGER NOT NULL
) STRICT
--;;
CREATE TABLE correspondents (
    number   INTEGER NOT NULL PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    scheme   TEXT NOT NULL,
    identity BLOB NOT NULL,
    message  BLOB NOT NULL
) STRICT
--;;
-- `correspondent` is no foreign key: who wrote a letter can be purged while the letter and its desk name stay.
CREATE TABLE letters (
    number        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    correspondent TEXT NOT NULL,
    stage         TEXT NOT NULL CHECK (stage IN
                  ('new', 'shortlisted', 'answering', 'answered', 'held', 'declined', 'not a letter')),
    held_until    TEXT NOT NULL DEFAULT '' CHECK (held_until = '' OR stage = 'held'),
    unread        INTEGER NOT NULL CHECK (unread IN (0, 1)),
    channel       TEXT NOT NULL,
    received      TEXT NOT NULL,
    fingerprint   TEXT NOT NULL,
    message_key   TEXT NOT NULL,
    follows       INTEGER REFERENCES letters (number),
    version       INTEGER NOT NULL,
    words         INTEGER NOT NULL,
    digest        BLOB NOT NULL,
    excerpt       TEXT NOT NULL,
    subject       TEXT NOT NULL,
    signature     TEXT NOT NULL,
    place         TEXT NOT NULL,
    original      TEXT NOT NULL,
    edited        TEXT
) STRICT
--;;
CREATE INDEX letters_by_received ON letters (received)
--;;
CREATE INDEX letters_by_stage_received ON letters (stage, received)
--;;
CREATE INDEX letters_by_words ON letters (words)
--;;
CREATE INDEX letters_by_stage_words ON letters (stage, words)
--;;
CREATE INDEX letters_by_stage_number ON letters (stage)
--;;
CREATE INDEX letters_by_fingerprint ON letters (fingerprint, message_key)
--;;
CREATE INDEX letters_by_message_key ON letters (message_key) WHERE message_key <> ''
--;;
CREATE INDEX letters_by_held_until ON letters (held_until) WHERE stage = 'held'
--;;
CREATE INDEX letters_by_follows ON letters (follows) WHERE follows IS NOT NULL
--;;
CREATE TRIGGER letters_original_stays BEFORE UPDATE OF original ON letters
WHEN new.original IS NOT old.original
BEGIN
    SELECT RAISE(ABORT, 'the original of a letter never changes');
END
--;;
CREATE TABLE letter_counts (
    stage  TEXT NOT NULL PRIMARY KEY,
    total  INTEGER NOT NULL,
    unread INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
CREATE TRIGGER letters_counted_in AFTER INSERT ON letters
BEGIN
    INSERT INTO letter_counts (stage, total, unread) VALUES (new.stage, 1, new.unread)
        ON CONFLICT (stage) DO UPDATE SET total = total + 1, unread = unread + new.unread;
END
--;;
CREATE TRIGGER letters_counted_out AFTER DELETE ON letters
BEGIN
    UPDATE letter_counts SET total = total - 1, unread = unread - old.unread WHERE stage = old.stage;
END
--;;
CREATE TRIGGER letters_counted_over AFTER UPDATE OF stage, unread ON letters
WHEN new.stage <> old.stage OR new.unread <> old.unread
BEGIN
    UPDATE letter_counts SET total = total - 1, unread = unread - old.unread WHERE stage = old.stage;
    INSERT INTO letter_counts (stage, total, unread) VALUES (new.stage, 1, new.unread)
        ON CONFLICT (stage) DO UPDATE SET total = total + 1, unread = unread + new.unread;
END
--;;
CREATE VIRTUAL TABLE letters_fts USING fts5 (
    subject, original, edited, signature, place,
    content = 'letters', content_rowid = 'number', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
)
--;;
CREATE TRIGGER letters_found_in AFTER INSERT ON letters
BEGIN
    INSERT INTO letters_fts (rowid, subject, original, edited, signature, place)
        VALUES (new.number, new.subject, new.original, new.edited, new.signature, new.place);
END
--;;
CREATE TRIGGER letters_found_out AFTER DELETE ON letters
BEGIN
    INSERT INTO letters_fts (letters_fts, rowid, subject, original, edited, signature, place)
        VALUES ('delete', old.number, old.subject, old.original, old.edited, old.signature, old.place);
END
--;;
CREATE TRIGGER letters_found_over AFTER UPDATE OF subject, edited, signature, place ON letters
WHEN new.subject <> old.subject OR new.edited IS NOT old.edited OR new.signature <> old.signature
    OR new.place <> old.place
BEGIN
    INSERT INTO letters_fts (letters_fts, rowid, subject, original, edited, signature, place)
        VALUES ('delete', old.number, old.subject, old.original, old.edited, old.signature, old.place);
    INSERT INTO letters_fts (rowid, subject, original, edited, signature, place)
        VALUES (new.number, new.subject, new.original, new.edited, new.signature, new.place);
END
--;;
CREATE TABLE attachments (
    number     INTEGER NOT NULL PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    letter     INTEGER NOT NULL REFERENCES letters (number) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,
    content    BLOB NOT NULL
) STRICT
--;;
CREATE INDEX attachments_by_letter ON attachments (letter)
--;;
CREATE TABLE articles (
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    title      TEXT NOT NULL,
    slug       TEXT NOT NULL COLLATE NOCASE,
    path       TEXT NOT NULL,
    stage      TEXT NOT NULL CHECK (stage IN ('draft', 'in review', 'approved', 'withdrawn')),
    publish_on TEXT NOT NULL,
    published  TEXT NOT NULL,
    summary    TEXT NOT NULL,
    author     INTEGER REFERENCES authors (number),
    digest     BLOB NOT NULL,
    created    TEXT NOT NULL,
    modified   TEXT NOT NULL,
    version    INTEGER NOT NULL
) STRICT
--;;
CREATE UNIQUE INDEX articles_by_slug ON articles (slug) WHERE slug <> ''
--;;
CREATE INDEX articles_by_stage ON articles (stage, publish_on DESC, id)
--;;
CREATE INDEX articles_by_modified ON articles (modified)
--;;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, summary,
    content = 'articles', content_rowid = 'number', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
)
--;;
CREATE TRIGGER articles_found_in AFTER INSERT ON articles
BEGIN
    INSERT INTO articles_fts (rowid, title, summary) VALUES (new.number, new.title, new.summary);
END
--;;
CREATE TRIGGER articles_found_out AFTER DELETE ON articles
BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, summary)
        VALUES ('delete', old.number, old.title, old.summary);
END
--;;
CREATE TRIGGER articles_found_over AFTER UPDATE OF title, summary ON articles
WHEN new.title <> old.title OR new.summary <> old.summary
BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, summary)
        VALUES ('delete', old.number, old.title, old.summary);
    INSERT INTO articles_fts (rowid, title, summary) VALUES (new.number, new.title, new.summary);
END
--;;
-- letter_id, letter_digest and letter_excerpt repeat what the letter says, so that an export learns from one index what
-- has changed, without reading a row of a letter or an answer.
CREATE TABLE answers (
    number         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id             TEXT NOT NULL UNIQUE,
    article        INTEGER NOT NULL REFERENCES articles (number),
    letter         INTEGER NOT NULL UNIQUE REFERENCES letters (number),
    letter_id      TEXT NOT NULL,
    letter_digest  BLOB NOT NULL,
    letter_excerpt TEXT NOT NULL,
    position       INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    words          INTEGER NOT NULL,
    digest         BLOB NOT NULL,
    excerpt        TEXT NOT NULL,
    text           TEXT NOT NULL
) STRICT
--;;
CREATE INDEX answers_by_article ON answers (article, position, digest, letter_id, letter_digest, letter_excerpt)
--;;
CREATE TRIGGER letters_printed_over AFTER UPDATE OF digest, excerpt ON letters
WHEN new.digest <> old.digest OR new.excerpt <> old.excerpt
BEGIN
    UPDATE answers SET letter_digest = new.digest, letter_excerpt = new.excerpt WHERE letter = new.number;
END
--;;
CREATE VIRTUAL TABLE answers_fts USING fts5 (
    text,
    content = 'answers', content_rowid = 'number', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
)
--;;
CREATE TRIGGER answers_found_in AFTER INSERT ON answers
BEGIN
    INSERT INTO answers_fts (rowid, text) VALUES (new.number, new.text);
END
--;;
CREATE TRIGGER answers_found_out AFTER DELETE ON answers
BEGIN
    INSERT INTO answers_fts (answers_fts, rowid, text) VALUES ('delete', old.number, old.text);
END
--;;
CREATE TRIGGER answers_found_over AFTER UPDATE OF text ON answers
WHEN new.text <> old.text
BEGIN
    INSERT INTO answers_fts (answers_fts, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO answers_fts (rowid, text) VALUES (new.number, new.text);
END
--;;
-- `folded` is the name without regard to case: NOCASE knows the capitals of ASCII alone.
CREATE TABLE tags (
    number      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    folded      TEXT NOT NULL UNIQUE,
    slug        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    parent      INTEGER REFERENCES tags (number),
    description TEXT NOT NULL,
    version     INTEGER NOT NULL
) STRICT
--;;
CREATE INDEX tags_by_parent ON tags (parent)
--;;
CREATE TABLE tag_synonyms (
    tag      INTEGER NOT NULL REFERENCES tags (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (tag, position)
) STRICT, WITHOUT ROWID
--;;
CREATE TABLE letter_tags (
    letter INTEGER NOT NULL REFERENCES letters (number) ON DELETE CASCADE,
    tag    INTEGER NOT NULL REFERENCES tags (number) ON DELETE CASCADE,
    PRIMARY KEY (letter, tag)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX letter_tags_by_tag ON letter_tags (tag, letter)
--;;
CREATE TABLE article_tags (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    tag     INTEGER NOT NULL REFERENCES tags (number) ON DELETE CASCADE,
    PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX article_tags_by_tag ON article_tags (tag, article)
--;;
CREATE TABLE index_headings (
    number  INTEGER NOT NULL PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    parent  INTEGER REFERENCES index_headings (number),
    text    TEXT NOT NULL,
    sort_as TEXT NOT NULL
) STRICT
--;;
CREATE INDEX index_headings_by_parent ON index_headings (parent)
--;;
CREATE TABLE index_entries (
    number  INTEGER NOT NULL PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    heading INTEGER NOT NULL REFERENCES index_headings (number),
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    letter  INTEGER REFERENCES letters (number),
    text    TEXT NOT NULL
) STRICT
--;;
CREATE INDEX index_entries_by_heading ON index_entries (heading)
--;;
CREATE INDEX index_entries_by_article ON index_entries (article)
--;;
CREATE INDEX index_entries_by_letter ON index_entries (letter) WHERE letter IS NOT NULL
--;;
CREATE TABLE index_references (
    from_heading INTEGER NOT NULL REFERENCES index_headings (number) ON DELETE CASCADE,
    to_heading   INTEGER NOT NULL REFERENCES index_headings (number) ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('see', 'see also')),
    PRIMARY KEY (from_heading, to_heading, kind)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX index_references_by_target ON index_references (to_heading)
--;;
CREATE TABLE remarks (
    number   INTEGER NOT NULL PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL CHECK (kind IN ('letter', 'answer')),
    owner    TEXT NOT NULL,
    quote    TEXT NOT NULL,
    text     TEXT NOT NULL,
    author   TEXT NOT NULL,
    created  TEXT NOT NULL,
    resolved INTEGER NOT NULL CHECK (resolved IN (0, 1))
) STRICT
--;;
CREATE INDEX remarks_by_owner ON remarks (owner, kind)
--;;
CREATE TABLE revisions (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    kind    TEXT NOT NULL CHECK (kind IN ('letter', 'answer')),
    owner   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    created TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT
--;;
CREATE INDEX revisions_by_owner ON revisions (owner, kind)
--;;
CREATE TABLE sites (
    number   INTEGER NOT NULL PRIMARY KEY,
    folder   TEXT NOT NULL UNIQUE,
    exported TEXT NOT NULL
) STRICT
--;;
CREATE TABLE publications (
    site    INTEGER NOT NULL REFERENCES sites (number) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    path    TEXT NOT NULL,
    digest  BLOB NOT NULL,
    PRIMARY KEY (site, article)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX publications_by_article ON publications (article)
