-- Version 4: past columns out of an archive: which post of the old site became which article, so that an import can be
-- repeated and taken back; posts that wait for somebody to mark letter and answer; labels that people confirmed; old
-- addresses; and a search that takes in many at once.

-- One import of an archive. `source` names its files, without their folder.
CREATE TABLE post_batches (
    number   INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    source   TEXT NOT NULL,
    site     TEXT NOT NULL,
    imported TEXT NOT NULL
) STRICT
--;;
-- `source` is a digest of what the archive said of the post, by which a repeated import sees what is new. `versions` is
-- the sum of the row versions that its article, letters and answers had when the import wrote them: a greater one tells
-- that somebody edited them since. `content` is the post as JSON where it waits for a decision.
CREATE TABLE posts (
    number   INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid     TEXT NOT NULL UNIQUE,
    batch    INTEGER NOT NULL REFERENCES post_batches (number),
    state    TEXT NOT NULL CHECK (state IN ('article', 'waiting', 'conflict', 'dropped')),
    article  INTEGER REFERENCES articles (number) ON DELETE SET NULL,
    source   BLOB NOT NULL,
    versions INTEGER NOT NULL,
    title    TEXT NOT NULL,
    date     TEXT NOT NULL,
    content  TEXT NOT NULL
) STRICT
--;;
CREATE INDEX posts_by_batch ON posts (batch)
--;;
CREATE INDEX posts_by_article ON posts (article) WHERE article IS NOT NULL
--;;
CREATE INDEX posts_in_want ON posts (state, date) WHERE state IN ('waiting', 'conflict')
--;;
-- Pictures of posts that have no letter yet which they could belong to.
CREATE TABLE post_pictures (
    number     INTEGER NOT NULL PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    post       INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content    BLOB NOT NULL
) STRICT
--;;
CREATE INDEX post_pictures_by_post ON post_pictures (post)
--;;
-- What an import made besides, so that taking it back can take away what nothing needs.
CREATE TABLE post_batch_tags (
    batch INTEGER NOT NULL REFERENCES post_batches (number) ON DELETE CASCADE,
    tag   INTEGER NOT NULL REFERENCES tags (number) ON DELETE CASCADE,
    PRIMARY KEY (batch, tag)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX post_batch_tags_by_tag ON post_batch_tags (tag)
--;;
CREATE TABLE post_batch_authors (
    batch  INTEGER NOT NULL REFERENCES post_batches (number) ON DELETE CASCADE,
    author INTEGER NOT NULL REFERENCES authors (number) ON DELETE CASCADE,
    PRIMARY KEY (batch, author)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX post_batch_authors_by_author ON post_batch_authors (author)
--;;
-- How letters and answers begin in posts, as people confirmed it; the phrases are folded (desk/column_label.h).
CREATE TABLE column_labels (
    part   TEXT NOT NULL CHECK (part IN ('letter', 'answer')),
    phrase TEXT NOT NULL,
    PRIMARY KEY (part, phrase)
) STRICT, WITHOUT ROWID
--;;
-- Addresses within the site that an article had before; each leads to where it is now.
CREATE TABLE redirects (
    path    TEXT NOT NULL PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX redirects_by_article ON redirects (article)
--;;
CREATE INDEX articles_by_path ON articles (path) WHERE path <> ''
--;;
-- Articles and answers, too, go into the search together where they come in by the thousand. While there is a row for a
-- table, its rows above that number are left out of the search, also when they change; whoever put it there puts them in
-- and takes it away within the same transaction.
DROP TABLE letters_unindexed
--;;
CREATE TABLE unindexed (
    kind  TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('letters', 'articles', 'answers')),
    above INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--;;
DROP TRIGGER letters_found_in
--;;
DROP TRIGGER letters_found_out
--;;
DROP TRIGGER letters_found_over
--;;
CREATE TRIGGER letters_found_in AFTER INSERT ON letters
WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'letters')
BEGIN
    INSERT INTO letters_fts (rowid, subject, original, edited, signature, place)
        VALUES (new.number, new.subject, new.original, new.edited, new.signature, new.place);
END
--;;
CREATE TRIGGER letters_found_out AFTER DELETE ON letters
WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'letters' AND above < old.number)
BEGIN
    INSERT INTO letters_fts (letters_fts, rowid, subject, original, edited, signature, place)
        VALUES ('delete', old.number, old.subject, old.original, old.edited, old.signature, old.place);
END
--;;
CREATE TRIGGER letters_found_over AFTER UPDATE OF subject, edited, signature, place ON letters
WHEN (new.subject <> old.subject OR new.edited IS NOT old.edited OR new.signature <> old.signature
    OR new.place <> old.place)
    AND NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'letters' AND above < old.number)
BEGIN
    INSERT INTO letters_fts (letters_fts, rowid, subject, original, edited, signature, place)
        VALUES ('delete', old.number, old.subject, old.original, old.edited, old.signature, old.place);
    INSERT INTO letters_fts (rowid, subject, original, edited, signature, place)
        VALUES (new.number, new.subject, new.original, new.edited, new.signature, new.place);
END
--;;
DROP TRIGGER articles_found_in
--;;
DROP TRIGGER articles_found_out
--;;
DROP TRIGGER articles_found_over
--;;
CREATE TRIGGER articles_found_in AFTER INSERT ON articles
WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'articles')
BEGIN
    INSERT INTO articles_fts (rowid, title, summary)
        VALUES (new.number, new.title, new.summary);
END
--;;
CREATE TRIGGER articles_found_out AFTER DELETE ON articles
WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'articles' AND above < old.number)
BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, summary)
        VALUES ('delete', old.number, old.title, old.summary);
END
--;;
CREATE TRIGGER articles_found_over AFTER UPDATE OF title, summary ON articles
WHEN (new.title <> old.title OR new.summary <> old.summary)
    AND NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'articles' AND above < old.number)
BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, summary)
        VALUES ('delete', old.number, old.title, old.summary);
    INSERT INTO articles_fts (rowid, title, summary)
        VALUES (new.number, new.title, new.summary);
END
--;;
DROP TRIGGER answers_found_in
--;;
DROP TRIGGER answers_found_out
--;;
DROP TRIGGER answers_found_over
--;;
CREATE TRIGGER answers_found_in AFTER INSERT ON answers
WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'answers')
BEGIN
    INSERT INTO answers_fts (rowid, text)
        VALUES (new.number, new.text);
END
--;;
CREATE TRIGGER answers_found_out AFTER DELETE ON answers
WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'answers' AND above < old.number)
BEGIN
    INSERT INTO answers_fts (answers_fts, rowid, text)
        VALUES ('delete', old.number, old.text);
END
--;;
CREATE TRIGGER answers_found_over AFTER UPDATE OF text ON answers
WHEN (new.text <> old.text)
    AND NOT EXISTS (SELECT 1 FROM unindexed WHERE kind = 'answers' AND above < old.number)
BEGIN
    INSERT INTO answers_fts (answers_fts, rowid, text)
        VALUES ('delete', old.number, old.text);
    INSERT INTO answers_fts (rowid, text)
        VALUES (new.number, new.text);
END
--;;
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 8)
--;;
INSERT INTO answers_fts (answers_fts, rank) VALUES ('automerge', 8)
