-- What lists show of the risks and milestones of a program lies beside it, so that a list reads, filters and sorts it like
-- any other column. It follows from those records, whoever writes them: triggers keep it, and the change log leaves it out.
ALTER TABLE programs ADD COLUMN open_risks       INTEGER NOT NULL DEFAULT 0; -- Open or Mitigating
ALTER TABLE programs ADD COLUMN open_high_risks  INTEGER NOT NULL DEFAULT 0; -- of those, severity High
ALTER TABLE programs ADD COLUMN milestones_done  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programs ADD COLUMN milestones_total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programs ADD COLUMN next_milestone   TEXT;                       -- earliest due date not yet completed

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

UPDATE programs SET (open_risks, open_high_risks) = (
    SELECT count(*), count(*) FILTER (WHERE r.severity = 'High')
    FROM risks r WHERE r.program_id = programs.id AND r.status IN ('Open', 'Mitigating')
), (milestones_done, milestones_total, next_milestone) = (
    SELECT count(m.completed_date), count(*), min(m.due_date) FILTER (WHERE m.completed_date IS NULL)
    FROM milestones m WHERE m.program_id = programs.id
);

-- Lists leave out what is archived, and rows that are equal in their order follow by name and id. archived_at ends each
-- index, always NULL there, because SQLite tests it again: with it, finding a page and counting read the index alone. Texts
-- are compared as a query does it: '' is not reported.
DROP INDEX programs_by_name;
DROP INDEX programs_by_status;
DROP INDEX programs_by_launch;
DROP INDEX programs_by_owner;
DROP INDEX programs_by_team;
DROP INDEX programs_by_product_line;
CREATE INDEX programs_by_name ON programs (name_key, id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX programs_by_status ON programs (status, name_key, id, progress, archived_at) WHERE archived_at IS NULL; -- its totals too
CREATE INDEX programs_by_status_rank ON programs (
    CASE status WHEN 'Off Track' THEN 0 WHEN 'At Risk' THEN 1 WHEN 'On Track' THEN 2 WHEN 'Completed' THEN 3 END, name_key, id, archived_at
) WHERE archived_at IS NULL; -- the order of the vocabulary
CREATE INDEX programs_by_launch ON programs (launch_date, name_key, id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX programs_by_last_update ON programs (last_update, name_key, id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX programs_by_owner ON programs (nullif(owner, '') COLLATE NOCASE, name_key, id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX programs_by_team ON programs (nullif(team, '') COLLATE NOCASE, name_key, id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX programs_by_product_line ON programs (nullif(product_line, '') COLLATE NOCASE, name_key, id, archived_at) WHERE archived_at IS NULL;
-- The short columns together, for figures over all programs and for the other orders: a tenth of what the rows hold.
CREATE INDEX programs_in_brief ON programs (pipeline_stage, status, assessed, owner, team, product_line, progress, name_key, id, archived_at)
    WHERE archived_at IS NULL;
