-- Lists that a person wants to see again: a preference, so not in the change log. The address says how the window shows
-- the list, the query what it holds; reports take the query as their scope.
CREATE TABLE saved_views (
    id         TEXT    PRIMARY KEY CHECK (id <> ''),
    name       TEXT    NOT NULL CHECK (name <> ''),
    name_key   TEXT    NOT NULL, -- the name folded: what they are sorted by
    page       TEXT    NOT NULL CHECK (page IN ('programs')),
    address    TEXT    NOT NULL, -- "status=At+Risk&view=board"
    query      TEXT    NOT NULL CHECK (json_valid(query)),
    pinned     INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)), -- in the navigation
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (page, name_key)
) STRICT, WITHOUT ROWID;
