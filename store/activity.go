package store

import (
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// activitySQL is the query for the change sets that a filter asks for. The log is read from its end until the page is
// full, so that a page costs what it shows; a program is found in its own index instead.
func activitySQL(f portfolio.ActivityFilter, before int64, limit int) (query string, args []any, err error) {
	if err := f.Validate(); err != nil {
		return "", nil, err
	}
	where := []string{"1"}
	and := func(test string, values ...any) {
		where, args = append(where, test), append(args, values...)
	}
	if before != 0 {
		and("x.id < ?", before)
	}
	if len(f.Actors) > 0 {
		and("x.actor IN ("+marks(len(f.Actors))+")", anys(f.Actors)...)
	}
	if len(f.Entities) > 0 {
		and("EXISTS (SELECT 1 FROM changes c WHERE c.change_set_id = x.id AND c.entity IN ("+marks(len(f.Entities))+"))", anys(f.Entities)...)
	}
	if f.Program != "" {
		and("x.id IN (SELECT change_set_id FROM changes WHERE program_id = ?)", f.Program)
	}
	if text := strings.TrimSpace(f.Text); text != "" {
		pattern := "%" + likeEscaper.Replace(text) + "%"
		and(`(x.why LIKE ? ESCAPE '\' OR EXISTS (SELECT 1 FROM changes c WHERE c.change_set_id = x.id AND (c.label LIKE ? ESCAPE '\'
			OR c.program_id IN (SELECT id FROM programs WHERE name LIKE ? ESCAPE '\'))))`, pattern, pattern, pattern)
	}
	if f.Since != "" {
		and("x.written_at >= ?", beginning(f.Since, 0))
	}
	if f.Until != "" {
		and("x.written_at < ?", beginning(f.Until, 1))
	}
	return selectChangeSet + " WHERE " + strings.Join(where, " AND ") + " ORDER BY x.id DESC LIMIT ?", append(args, limit), nil
}

// beginning is the instant at which a day, or one some days later, begins in the zone of this computer.
func beginning(day portfolio.Date, later int) portfolio.Millis {
	d, _ := day.Time()
	return portfolio.MillisOf(time.Date(d.Year(), d.Month(), d.Day()+later, 0, 0, 0, 0, time.Local))
}

// marks are the places of n arguments: "?, ?".
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// anys hands words to SQL.
func anys[W ~string](words []W) []any {
	out := make([]any, len(words))
	for i, word := range words {
		out[i] = word
	}
	return out
}
