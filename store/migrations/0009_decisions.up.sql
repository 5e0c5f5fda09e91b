-- What a person decided on a proposal that was applied: the rows that were written and refused, and the values put in the
-- place of the proposed ones. NULL before, and for what was applied before this was kept.
ALTER TABLE proposals ADD COLUMN decision TEXT CHECK (decision IS NULL OR json_valid(decision));
