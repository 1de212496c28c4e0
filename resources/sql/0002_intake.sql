-- Version 2: letters from anywhere. What the intake has to say of a letter, what it follows, who passed it on, whether it
-- may be printed; how the columns of a sheet are read; mailboxes on servers. Small tables beside the letters, so that a
-- list does not walk through the texts for them.

-- `text` is for people: why the letter needs attention, or why it was taken as no letter. `attention` is taken back
-- once somebody has seen to it.
CREATE TABLE letter_notices (
    letter    INTEGER NOT NULL PRIMARY KEY REFERENCES letters (number) ON DELETE CASCADE,
    attention INTEGER NOT NULL CHECK (attention IN (0, 1)),
    text      TEXT NOT NULL
) STRICT
--;;
CREATE INDEX letter_notices_attention ON letter_notices (letter) WHERE attention = 1
--;;
-- What the writer said to being published. No row: nothing.
CREATE TABLE letter_consents (
    letter INTEGER NOT NULL PRIMARY KEY REFERENCES letters (number) ON DELETE CASCADE,
    given  INTEGER NOT NULL CHECK (given IN (0, 1))
) STRICT
--;;
-- Digests of the ids of the earlier mail that a letter answers, the nearest last: also of mail that is not on the desk,
-- or not yet.
CREATE TABLE letter_references (
    letter      INTEGER NOT NULL REFERENCES letters (number) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    message_key TEXT NOT NULL,
    PRIMARY KEY (letter, position)
) STRICT, WITHOUT ROWID
--;;
CREATE INDEX letter_references_by_key ON letter_references (message_key, letter)
--;;
-- A letter that somebody seems to have passed on: the writer's own subject and words. `other` is the sealed correspondent
-- who is not that of the letter: who wrote it, and once that was taken as the letter, who sent it.
CREATE TABLE letter_forwardings (
    letter   INTEGER NOT NULL PRIMARY KEY REFERENCES letters (number) ON DELETE CASCADE,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'taken', 'kept')),
    other    TEXT NOT NULL,
    subject  TEXT NOT NULL,
    text     TEXT NOT NULL
) STRICT
--;;
CREATE INDEX letters_by_correspondent ON letters (correspondent)
--;;
-- A digest of the writer's address under the desk's secret, by which two letters of one writer are known without opening
-- either; empty without an address, NULL until it was made.
ALTER TABLE correspondents ADD COLUMN writer_key BLOB
--;;
CREATE INDEX correspondents_by_writer ON correspondents (writer_key, id) WHERE writer_key <> x''
--;;
CREATE INDEX correspondents_without_key ON correspondents (number) WHERE writer_key IS NULL
--;;
CREATE TABLE vault_secret (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    secret BLOB NOT NULL
) STRICT
--;;
INSERT INTO vault_secret (one, secret) VALUES (1, randomblob(32))
--;;
-- `content` is JSON: which column of a sheet is what.
CREATE TABLE sheet_maps (
    number  INTEGER NOT NULL PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    folded  TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT
--;;
-- The password is in the system's keyring, never here. `minutes` 0: fetched only when asked. What was fetched last is
-- told by the mailbox's UIDVALIDITY and the UID (RFC 3501, 2.3.1.1).
CREATE TABLE mail_accounts (
    number       INTEGER NOT NULL PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    folded       TEXT NOT NULL UNIQUE,
    host         TEXT NOT NULL,
    port         INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security     TEXT NOT NULL CHECK (security IN ('tls', 'starttls')),
    user         TEXT NOT NULL,
    folder       TEXT NOT NULL,
    minutes      INTEGER NOT NULL CHECK (minutes >= 0),
    afterwards   TEXT NOT NULL CHECK (afterwards IN ('leave', 'mark-read', 'move')),
    move_to      TEXT NOT NULL,
    uid_validity INTEGER NOT NULL DEFAULT 0,
    last_uid     INTEGER NOT NULL DEFAULT 0,
    version      INTEGER NOT NULL
) STRICT
--;;
-- Mail that still needs something of the server: `mark`: it is on the desk, but not yet marked or moved there; `fetch`:
-- it was passed over, since the server did not give it.
CREATE TABLE mail_due (
    account INTEGER NOT NULL REFERENCES mail_accounts (number) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('mark', 'fetch')),
    uid     INTEGER NOT NULL,
    PRIMARY KEY (account, kind, uid)
) STRICT, WITHOUT ROWID
