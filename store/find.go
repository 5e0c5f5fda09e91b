package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// finders read what a text finds, one kind of record after the other, the likeliest first: names that begin with the text,
// then by how well the text matches, a word of the name counting more than one of a description.
var finders = []struct {
	of    portfolio.Entity
	query string
}{
	{portfolio.EntityProgram, `SELECT x.id, x.name, x.id, '' FROM programs_search s JOIN programs x ON x.key = s.rowid
		WHERE programs_search MATCH :match AND x.archived_at IS NULL
		ORDER BY instr(x.name_key, :folded) <> 1, bm25(programs_search, 10, 1, 3, 2, 2, 5), x.name_key, x.id LIMIT :limit`},
	{portfolio.EntityRisk, `SELECT x.id, x.title, x.program_id, p.name FROM risks_search s JOIN risks x ON x.key = s.rowid JOIN programs p ON p.id = x.program_id
		WHERE risks_search MATCH :match AND p.archived_at IS NULL
		ORDER BY instr(x.title_key, :folded) <> 1, bm25(risks_search, 10, 1, 1, 3), x.title_key, x.id LIMIT :limit`},
	{portfolio.EntityMilestone, `SELECT x.id, x.name, x.program_id, p.name FROM milestones_search s JOIN milestones x ON x.key = s.rowid JOIN programs p ON p.id = x.program_id
		WHERE milestones_search MATCH :match AND p.archived_at IS NULL
		ORDER BY instr(x.name_key, :folded) <> 1, bm25(milestones_search), x.name_key, x.id LIMIT :limit`},
	// There are few objectives, so they have no index of words: their names hold the text as it is.
	{portfolio.EntityObjective, `SELECT x.id, x.name, '', '' FROM objectives x WHERE instr(x.name_key, :folded) > 0
		ORDER BY instr(x.name_key, :folded), x.name_key LIMIT :limit`},
}

// Find lists the records whose text holds every word of a text, the last one as a prefix: programs first, then risks,
// milestones and objectives, at most limit of each, the best match first. A text without a word finds nothing.
func (db *DB) Find(ctx context.Context, text string, limit int) ([]portfolio.Found, error) {
	out := []portfolio.Found{}
	if err := portfolio.CheckSearch(text); err != nil {
		return nil, err
	}
	match, folded := searchTerms(text), portfolio.Fold(text)
	if match == "" || strings.Trim(folded, " ") == "" {
		return out, nil
	}
	for _, finder := range finders {
		found := portfolio.Found{Named: portfolio.Named{Entity: finder.of}}
		scan := func(row scanner) (portfolio.Found, error) {
			return found, row.Scan(&found.ID, &found.Name, &found.ProgramID, &found.ProgramName)
		}
		some, err := collect(ctx, &db.lists, scan, finder.query, sql.Named("match", match), sql.Named("folded", folded), sql.Named("limit", limit))
		if err != nil {
			return nil, fmt.Errorf("find %ss: %w", finder.of.Words(), err)
		}
		out = append(out, some...)
	}
	return out, nil
}
