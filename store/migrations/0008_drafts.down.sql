ALTER TABLE messages DROP COLUMN draft;
