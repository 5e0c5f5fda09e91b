DROP INDEX changes_deleting;
DROP INDEX programs_by_assessed_until;
DROP INDEX programs_by_assessed;
ALTER TABLE programs DROP COLUMN assessed_until;
ALTER TABLE programs DROP COLUMN assessed_reasons;
ALTER TABLE programs DROP COLUMN assessed;
DELETE FROM settings WHERE name = 'assessed_on';
