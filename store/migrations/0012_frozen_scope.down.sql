ALTER TABLE import_layouts DROP COLUMN sheet;
ALTER TABLE reports DROP COLUMN query;
