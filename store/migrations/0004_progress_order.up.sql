-- Programs are sorted by progress as often as by launch date.
CREATE INDEX programs_by_progress ON programs (progress, name_key, id, archived_at) WHERE archived_at IS NULL;
