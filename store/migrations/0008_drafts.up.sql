-- What kind of text an answer drafts for others, and of what. An answer from before drafts none.
ALTER TABLE messages ADD COLUMN draft TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(draft));
