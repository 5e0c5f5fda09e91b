-- How a person mapped the columns of a file when it was taken in, to be proposed for the next file with the same headers: a
-- preference, so not in the change log.
CREATE TABLE import_layouts (
    key     TEXT    PRIMARY KEY CHECK (key <> ''), -- of the layout: the kind of file and its headers
    mapping TEXT    NOT NULL CHECK (json_valid(mapping)), -- field -> header, "" for a field that is not read
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
