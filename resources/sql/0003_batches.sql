-- Version 3: letters that come in by the thousand go into the search together, which takes a fraction of the time.

-- While there is a row, letters above its number are left out of the search; whoever put it there puts them in and takes
-- it away within the same transaction.
CREATE TABLE letters_unindexed (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    above INTEGER NOT NULL
) STRICT
--;;
DROP TRIGGER letters_found_in
--;;
CREATE TRIGGER letters_found_in AFTER INSERT ON letters
WHEN NOT EXISTS (SELECT 1 FROM letters_unindexed)
BEGIN
    INSERT INTO letters_fts (rowid, subject, original, edited, signature, place)
        VALUES (new.number, new.subject, new.original, new.edited, new.signature, new.place);
END
--;;
-- Batches are many, and merging every eight of them instead of every four takes a tenth of an import's time away. A search
-- has a few more places to look in (https://www.sqlite.org/fts5.html, 6.1).
INSERT INTO letters_fts (letters_fts, rank) VALUES ('automerge', 8)
