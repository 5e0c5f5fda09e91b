DROP INDEX programs_by_progress;
