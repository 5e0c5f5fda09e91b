-- What a report was about is kept with it: a saved view can be changed or deleted later. '' in reports from before, which have
-- only the id of their view.
ALTER TABLE reports ADD COLUMN query TEXT NOT NULL DEFAULT '' CHECK (query = '' OR json_valid(query));

-- The sheet of a workbook that a person chose for files of the layout, '' where it is chosen by its columns.
ALTER TABLE import_layouts ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
