-- What the facts say of a program, beside the status that people declare. It follows from the records and the day, so it
-- is not in the change log; settings.assessed_on is the day that it was computed for.
ALTER TABLE programs ADD COLUMN assessed TEXT CHECK (assessed IN ('On Track', 'At Risk', 'Off Track')); -- NULL: no rule had data
ALTER TABLE programs ADD COLUMN assessed_reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(assessed_reasons));
ALTER TABLE programs ADD COLUMN assessed_until TEXT CHECK (assessed_until IS date(assessed_until)); -- the first day on which it may change by itself

CREATE INDEX programs_by_assessed ON programs (assessed, name_key);
CREATE INDEX programs_by_assessed_until ON programs (assessed_until);

-- The trash is what the log says was deleted.
CREATE INDEX changes_deleting ON changes (change_set_id) WHERE field = '*' AND after = 'null';
