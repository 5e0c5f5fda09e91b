-- A conversation can stand first in the list of all.
ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));

-- How long an answer took, in milliseconds, and the tokens that the endpoint counted. An answer from before says neither.
ALTER TABLE messages ADD COLUMN took_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN tokens_in INTEGER;
ALTER TABLE messages ADD COLUMN tokens_out INTEGER;

CREATE VIRTUAL TABLE messages_search USING fts5 (
    text, content = 'messages', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER messages_search_insert AFTER INSERT ON messages BEGIN
    INSERT INTO messages_search (rowid, text) VALUES (new.key, new.text);
END;

CREATE TRIGGER messages_search_delete AFTER DELETE ON messages BEGIN
    INSERT INTO messages_search (messages_search, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE TRIGGER messages_search_update AFTER UPDATE OF text ON messages BEGIN
    INSERT INTO messages_search (messages_search, rowid, text) VALUES ('delete', old.key, old.text);
    INSERT INTO messages_search (rowid, text) VALUES (new.key, new.text);
END;

INSERT INTO messages_search (messages_search) VALUES ('rebuild');

-- Conversations have no number by which the index could find them, so it keeps their titles itself: they are few.
CREATE VIRTUAL TABLE conversations_search USING fts5 (
    title, conversation_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER conversations_search_insert AFTER INSERT ON conversations BEGIN
    INSERT INTO conversations_search (title, conversation_id) VALUES (new.title, new.id);
END;

CREATE TRIGGER conversations_search_delete AFTER DELETE ON conversations BEGIN
    DELETE FROM conversations_search WHERE conversation_id = old.id;
END;

CREATE TRIGGER conversations_search_update AFTER UPDATE OF title ON conversations BEGIN
    UPDATE conversations_search SET title = new.title WHERE conversation_id = new.id;
END;

INSERT INTO conversations_search (title, conversation_id) SELECT title, id FROM conversations;
