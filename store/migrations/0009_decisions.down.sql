ALTER TABLE proposals DROP COLUMN decision;
