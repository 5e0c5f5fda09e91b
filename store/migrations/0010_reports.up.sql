-- Reports as they were handed over. Content is the report as data and never changes; the narrative is what a person writes
-- on top of it. They are in no change set: what is in them is not undone with the facts that they tell. Scope: both ids are
-- '' for the whole portfolio, and stay when the view or the program is gone.
CREATE TABLE reports (
    id         TEXT    PRIMARY KEY CHECK (id <> ''),
    kind       TEXT    NOT NULL CHECK (kind <> ''),
    view_id    TEXT    NOT NULL,
    program_id TEXT    NOT NULL CHECK (view_id = '' OR program_id = ''),
    scope      TEXT    NOT NULL, -- its name on that day
    title      TEXT    NOT NULL,
    as_of      TEXT    NOT NULL,
    since      TEXT,             -- NULL for the first of its kind and scope
    change_set INTEGER NOT NULL, -- the newest that is in it: the next report tells what came after
    created_at INTEGER NOT NULL,
    content    TEXT    NOT NULL CHECK (json_valid(content)),
    narrative  TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX reports_of_scope ON reports (kind, view_id, program_id, as_of, created_at);
