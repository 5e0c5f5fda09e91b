ALTER TABLE messages DROP COLUMN claims;
