-- What an answer states, and what of it is bound to the records that were read for it. An answer from before holds none.
ALTER TABLE messages ADD COLUMN claims TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(claims));
