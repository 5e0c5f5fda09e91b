DROP TRIGGER conversations_search_insert;
DROP TRIGGER conversations_search_delete;
DROP TRIGGER conversations_search_update;
DROP TABLE conversations_search;

DROP TRIGGER messages_search_insert;
DROP TRIGGER messages_search_delete;
DROP TRIGGER messages_search_update;
DROP TABLE messages_search;

ALTER TABLE messages DROP COLUMN tokens_out;
ALTER TABLE messages DROP COLUMN tokens_in;
ALTER TABLE messages DROP COLUMN took_ms;
ALTER TABLE conversations DROP COLUMN pinned;
