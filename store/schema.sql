CREATE TABLE schema_migrations (version uint64,dirty bool);

CREATE UNIQUE INDEX version_unique ON schema_migrations (version);

CREATE TABLE programs (
    key            INTEGER PRIMARY KEY,
    id             TEXT    NOT NULL UNIQUE CHECK (id <> ''),
    external_id    TEXT    NOT NULL DEFAULT '',
    name           TEXT    NOT NULL CHECK (name <> ''),
    name_key       TEXT    NOT NULL, -- the name folded (case, accents, spaces): what lists sort by
    description    TEXT    NOT NULL DEFAULT '',
    status         TEXT    CHECK (status IN ('On Track', 'At Risk', 'Off Track', 'Completed')),
    owner          TEXT    NOT NULL DEFAULT '',
    team           TEXT    NOT NULL DEFAULT '',
    product_line   TEXT    NOT NULL DEFAULT '',
    pipeline_stage TEXT    CHECK (pipeline_stage IN ('Discovery', 'Planning', 'In Progress', 'Launching', 'Completed')),
    start_date     TEXT    CHECK (start_date IS date(start_date)),
    launch_date    TEXT    CHECK (launch_date IS date(launch_date)),
    progress       INTEGER CHECK (progress BETWEEN 0 AND 100),
    last_update    TEXT    CHECK (last_update IS date(last_update)),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    archived_at    INTEGER,
    revision       INTEGER NOT NULL
, assessed TEXT CHECK (assessed IN ('On Track', 'At Risk', 'Off Track')), assessed_reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(assessed_reasons)), assessed_until TEXT CHECK (assessed_until IS date(assessed_until)), open_risks       INTEGER NOT NULL DEFAULT 0, open_high_risks  INTEGER NOT NULL DEFAULT 0, milestones_done  INTEGER NOT NULL DEFAULT 0, milestones_total INTEGER NOT NULL DEFAULT 0, next_milestone   TEXT) STRICT;

CREATE UNIQUE INDEX programs_by_external_id ON programs (external_id) WHERE external_id <> '';

CREATE TABLE risks (
    key         INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE CHECK (id <> ''),
    program_id  TEXT    NOT NULL REFERENCES programs (id),
    title       TEXT    NOT NULL CHECK (title <> ''),
    title_key   TEXT    NOT NULL,
    severity    TEXT    CHECK (severity IN ('High', 'Medium', 'Low')),
    likelihood  TEXT    CHECK (likelihood IN ('High', 'Medium', 'Low')),
    description TEXT    NOT NULL DEFAULT '',
    mitigation  TEXT    NOT NULL DEFAULT '',
    owner       TEXT    NOT NULL DEFAULT '',
    status      TEXT    NOT NULL CHECK (status IN ('Open', 'Mitigating', 'Accepted', 'Closed')),
    review_date TEXT    CHECK (review_date IS date(review_date)),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    revision    INTEGER NOT NULL
) STRICT;

CREATE INDEX risks_by_program ON risks (program_id, status, severity);

CREATE INDEX risks_by_title ON risks (title_key, id);

CREATE TABLE milestones (
    key            INTEGER PRIMARY KEY,
    id             TEXT    NOT NULL UNIQUE CHECK (id <> ''),
    program_id     TEXT    NOT NULL REFERENCES programs (id),
    name           TEXT    NOT NULL CHECK (name <> ''),
    name_key       TEXT    NOT NULL,
    due_date       TEXT    CHECK (due_date IS date(due_date)),
    baseline_date  TEXT    CHECK (baseline_date IS date(baseline_date)),
    completed_date TEXT    CHECK (completed_date IS date(completed_date)),
    status         TEXT    NOT NULL CHECK (status IN ('Planned', 'Done', 'Missed')),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    revision       INTEGER NOT NULL,
    CHECK ((status = 'Done') = (completed_date IS NOT NULL))
) STRICT;

CREATE INDEX milestones_by_program ON milestones (program_id, completed_date, due_date);

CREATE INDEX milestones_by_due ON milestones (due_date, id);

CREATE TABLE objectives (
    key         INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE CHECK (id <> ''),
    name        TEXT    NOT NULL CHECK (name <> ''),
    name_key    TEXT    NOT NULL UNIQUE, -- programs name objectives by text: one objective a name, whatever its case
    description TEXT    NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    revision    INTEGER NOT NULL
) STRICT;

CREATE TABLE program_objectives (
    program_id   TEXT NOT NULL REFERENCES programs (id),
    objective_id TEXT NOT NULL REFERENCES objectives (id),
    PRIMARY KEY (program_id, objective_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX program_objectives_by_objective ON program_objectives (objective_id);

CREATE TABLE status_updates (
    key         INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE CHECK (id <> ''),
    program_id  TEXT    NOT NULL REFERENCES programs (id),
    date        TEXT    NOT NULL CHECK (date = date(date)),
    author      TEXT    NOT NULL DEFAULT '',
    text        TEXT    NOT NULL DEFAULT '',
    status      TEXT    CHECK (status IN ('On Track', 'At Risk', 'Off Track', 'Completed')),
    progress    INTEGER CHECK (progress BETWEEN 0 AND 100),
    launch_date TEXT    CHECK (launch_date IS date(launch_date)),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    revision    INTEGER NOT NULL
) STRICT;

CREATE INDEX status_updates_by_program ON status_updates (program_id, date);

CREATE TABLE dependencies (
    key        INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE CHECK (id <> ''),
    from_id    TEXT    NOT NULL REFERENCES programs (id),
    to_id      TEXT    NOT NULL REFERENCES programs (id),
    note       TEXT    NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    UNIQUE (from_id, to_id),
    CHECK (from_id <> to_id)
) STRICT;

CREATE INDEX dependencies_by_to ON dependencies (to_id);

CREATE TABLE change_sets (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    actor      TEXT    NOT NULL CHECK (actor IN ('person', 'import', 'agent')),
    why        TEXT    NOT NULL,
    written_at INTEGER NOT NULL,
    as_of      TEXT    NOT NULL CHECK (as_of = date(as_of)),
    reverts    INTEGER REFERENCES change_sets (id), -- the change set that this one undoes or redoes
    state      TEXT    NOT NULL DEFAULT 'applied' CHECK (state IN ('applied', 'undone', 'dropped'))
    -- applied: in force. undone: can be redone. dropped: undone, and something else was written since.
) STRICT;

CREATE INDEX change_sets_by_as_of ON change_sets (as_of);

CREATE TABLE changes (
    change_set_id   INTEGER NOT NULL REFERENCES change_sets (id),
    seq             INTEGER NOT NULL, -- order within the change set
    entity          TEXT    NOT NULL,
    record_id       TEXT    NOT NULL,
    label           TEXT    NOT NULL,
    program_id      TEXT    NOT NULL, -- '' for an objective
    field           TEXT    NOT NULL, -- JSON name, or * for a whole record
    before          TEXT    NOT NULL CHECK (json_valid(before)),
    after           TEXT    NOT NULL CHECK (json_valid(after)),
    source          TEXT    NOT NULL DEFAULT '', -- the text of the file where it was mapped to another word
    revision_before INTEGER NOT NULL, -- what undo puts back
    updated_before  INTEGER NOT NULL,
    PRIMARY KEY (change_set_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_by_record ON changes (entity, record_id);

CREATE INDEX changes_by_program ON changes (program_id);

CREATE TABLE proposals (
    id              TEXT    PRIMARY KEY,
    conversation_id TEXT    NOT NULL,
    turn_id         TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'applied', 'discarded')),
    changes         TEXT    NOT NULL CHECK (json_valid(changes)),
    created_at      INTEGER NOT NULL,
    change_set_id   INTEGER REFERENCES change_sets (id)
, decision TEXT CHECK (decision IS NULL OR json_valid(decision))) STRICT, WITHOUT ROWID;

CREATE TABLE conversations (
    id         TEXT    PRIMARY KEY,
    title      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
, pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
    key             INTEGER PRIMARY KEY AUTOINCREMENT, -- the order of a conversation
    id              TEXT    NOT NULL UNIQUE,
    conversation_id TEXT    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    turn_id         TEXT    NOT NULL,
    role            TEXT    NOT NULL CHECK (role IN ('person', 'assistant')),
    text            TEXT    NOT NULL,
    engine          TEXT    NOT NULL DEFAULT '',
    state           TEXT    NOT NULL CHECK (state IN ('streaming', 'done', 'stopped', 'failed')),
    error           TEXT    NOT NULL DEFAULT '',
    understood      INTEGER NOT NULL DEFAULT 1,
    citations       TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(citations)),
    figures         TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(figures)),
    steps           TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(steps)),
    created_at      INTEGER NOT NULL
, claims TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(claims)), took_ms INTEGER NOT NULL DEFAULT 0, tokens_in INTEGER, tokens_out INTEGER, draft TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(draft))) STRICT;

CREATE INDEX messages_by_conversation ON messages (conversation_id, key);

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE programs_search USING fts5 (
    name, description, owner, team, product_line, external_id,
    content = 'programs', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER programs_search_insert AFTER INSERT ON programs BEGIN
    INSERT INTO programs_search (rowid, name, description, owner, team, product_line, external_id)
    VALUES (new.key, new.name, new.description, new.owner, new.team, new.product_line, new.external_id);
END;

CREATE TRIGGER programs_search_delete AFTER DELETE ON programs BEGIN
    INSERT INTO programs_search (programs_search, rowid, name, description, owner, team, product_line, external_id)
    VALUES ('delete', old.key, old.name, old.description, old.owner, old.team, old.product_line, old.external_id);
END;

CREATE TRIGGER programs_search_update AFTER UPDATE OF name, description, owner, team, product_line, external_id ON programs BEGIN
    INSERT INTO programs_search (programs_search, rowid, name, description, owner, team, product_line, external_id)
    VALUES ('delete', old.key, old.name, old.description, old.owner, old.team, old.product_line, old.external_id);
    INSERT INTO programs_search (rowid, name, description, owner, team, product_line, external_id)
    VALUES (new.key, new.name, new.description, new.owner, new.team, new.product_line, new.external_id);
END;

CREATE VIRTUAL TABLE risks_search USING fts5 (
    title, description, mitigation, owner,
    content = 'risks', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER risks_search_insert AFTER INSERT ON risks BEGIN
    INSERT INTO risks_search (rowid, title, description, mitigation, owner)
    VALUES (new.key, new.title, new.description, new.mitigation, new.owner);
END;

CREATE TRIGGER risks_search_delete AFTER DELETE ON risks BEGIN
    INSERT INTO risks_search (risks_search, rowid, title, description, mitigation, owner)
    VALUES ('delete', old.key, old.title, old.description, old.mitigation, old.owner);
END;

CREATE TRIGGER risks_search_update AFTER UPDATE OF title, description, mitigation, owner ON risks BEGIN
    INSERT INTO risks_search (risks_search, rowid, title, description, mitigation, owner)
    VALUES ('delete', old.key, old.title, old.description, old.mitigation, old.owner);
    INSERT INTO risks_search (rowid, title, description, mitigation, owner)
    VALUES (new.key, new.title, new.description, new.mitigation, new.owner);
END;

CREATE VIRTUAL TABLE milestones_search USING fts5 (
    name, content = 'milestones', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER milestones_search_insert AFTER INSERT ON milestones BEGIN
    INSERT INTO milestones_search (rowid, name) VALUES (new.key, new.name);
END;

CREATE TRIGGER milestones_search_delete AFTER DELETE ON milestones BEGIN
    INSERT INTO milestones_search (milestones_search, rowid, name) VALUES ('delete', old.key, old.name);
END;

CREATE TRIGGER milestones_search_update AFTER UPDATE OF name ON milestones BEGIN
    INSERT INTO milestones_search (milestones_search, rowid, name) VALUES ('delete', old.key, old.name);
    INSERT INTO milestones_search (rowid, name) VALUES (new.key, new.name);
END;

CREATE INDEX programs_by_assessed ON programs (assessed, name_key);

CREATE INDEX programs_by_assessed_until ON programs (assessed_until);

CREATE INDEX changes_deleting ON changes (change_set_id) WHERE field = '*' AND after = 'null';

CREATE TRIGGER risks_counted_insert AFTER INSERT ON risks BEGIN
    UPDATE programs SET (open_risks, open_high_risks) = (
        SELECT count(*), count(*) FILTER (WHERE r.severity = 'High')
        FROM risks r WHERE r.program_id = programs.id AND r.status IN ('Open', 'Mitigating'))
    WHERE id = new.program_id;
END;

CREATE TRIGGER risks_counted_delete AFTER DELETE ON risks BEGIN
    UPDATE programs SET (open_risks, open_high_risks) = (
        SELECT count(*), count(*) FILTER (WHERE r.severity = 'High')
        FROM risks r WHERE r.program_id = programs.id AND r.status IN ('Open', 'Mitigating'))
    WHERE id = old.program_id;
END;

CREATE TRIGGER risks_counted_update AFTER UPDATE OF program_id, severity, status ON risks BEGIN
    UPDATE programs SET (open_risks, open_high_risks) = (
        SELECT count(*), count(*) FILTER (WHERE r.severity = 'High')
        FROM risks r WHERE r.program_id = programs.id AND r.status IN ('Open', 'Mitigating'))
    WHERE id IN (old.program_id, new.program_id);
END;

CREATE TRIGGER milestones_counted_insert AFTER INSERT ON milestones BEGIN
    UPDATE programs SET (milestones_done, milestones_total, next_milestone) = (
        SELECT count(m.completed_date), count(*), min(m.due_date) FILTER (WHERE m.completed_date IS NULL)
        FROM milestones m WHERE m.program_id = programs.id)
    WHERE id = new.program_id;
END;

CREATE TRIGGER milestones_counted_delete AFTER DELETE ON milestones BEGIN
    UPDATE programs SET (milestones_done, milestones_total, next_milestone) = (
        SELECT count(m.completed_date), count(*), min(m.due_date) FILTER (WHERE m.completed_date IS NULL)
        FROM milestones m WHERE m.program_id = programs.id)
    WHERE id = old.program_id;
END;

CREATE TRIGGER milestones_counted_update AFTER UPDATE OF program_id, due_date, completed_date ON milestones BEGIN
    UPDATE programs SET (milestones_done, milestones_total, next_milestone) = (
        SELECT count(m.completed_date), count(*), min(m.due_date) FILTER (WHERE m.completed_date IS NULL)
        FROM milestones m WHERE m.program_id = programs.id)
    WHERE id IN (old.program_id, new.program_id);
END;

CREATE INDEX programs_by_name ON programs (name_key, id, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_by_status ON programs (status, name_key, id, progress, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_by_status_rank ON programs (
    CASE status WHEN 'Off Track' THEN 0 WHEN 'At Risk' THEN 1 WHEN 'On Track' THEN 2 WHEN 'Completed' THEN 3 END, name_key, id, archived_at
) WHERE archived_at IS NULL;

CREATE INDEX programs_by_launch ON programs (launch_date, name_key, id, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_by_last_update ON programs (last_update, name_key, id, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_by_owner ON programs (nullif(owner, '') COLLATE NOCASE, name_key, id, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_by_team ON programs (nullif(team, '') COLLATE NOCASE, name_key, id, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_by_product_line ON programs (nullif(product_line, '') COLLATE NOCASE, name_key, id, archived_at) WHERE archived_at IS NULL;

CREATE INDEX programs_in_brief ON programs (pipeline_stage, status, assessed, owner, team, product_line, progress, name_key, id, archived_at)
    WHERE archived_at IS NULL;

CREATE INDEX programs_by_progress ON programs (progress, name_key, id, archived_at) WHERE archived_at IS NULL;

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
, query TEXT NOT NULL DEFAULT '' CHECK (query = '' OR json_valid(query))) STRICT;

CREATE INDEX reports_of_scope ON reports (kind, view_id, program_id, as_of, created_at);

CREATE TABLE import_layouts (
    key     TEXT    PRIMARY KEY CHECK (key <> ''), -- of the layout: the kind of file and its headers
    mapping TEXT    NOT NULL CHECK (json_valid(mapping)), -- field -> header, "" for a field that is not read
    used_at INTEGER NOT NULL
, sheet TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
