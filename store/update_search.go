package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// FindUpdates lists the status updates that a search finds, newest first. Those of archived programs are none of them.
func (db *DB) FindUpdates(ctx context.Context, search portfolio.UpdateSearch) (portfolio.UpdatePage, error) {
	page := portfolio.UpdatePage{Rows: []portfolio.UpdateRow{}}
	programs := db.dated(search.Programs)
	programs.Of = portfolio.EntityProgram
	within, err := compile(programs)
	if err != nil {
		return page, err
	}
	where, args := []string{"x.program_id IN (SELECT x.id FROM programs x" + within.clause() + ")"}, within.args
	and := func(test string, arg any) { where, args = append(where, test), append(args, arg) }
	if search.Author != "" {
		and("x.author = ? COLLATE NOCASE", search.Author)
	}
	if search.Since != "" {
		and("x.date >= ?", search.Since)
	}
	if search.Until != "" {
		and("x.date <= ?", search.Until)
	}
	if said, holds := saying(search.Any); said != "" {
		where, args = append(where, said), append(args, holds...)
	}
	scan := func(row scanner) (r portfolio.UpdateRow, err error) {
		return r, row.Scan(&r.ID, &r.ProgramID, &r.Date, &r.Author, &r.Text, &r.Status, &r.Progress, &r.LaunchDate, &r.CreatedAt, &r.UpdatedAt, &r.Revision, &r.ProgramName)
	}
	query := strings.Replace(selectStatusUpdate, " FROM status_updates x", ", p.name FROM status_updates x JOIN programs p ON p.id = x.program_id", 1)
	rows, err := collect(ctx, &db.lists, scan, query+" WHERE "+strings.Join(where, " AND ")+" ORDER BY x.date DESC, p.name_key, x.key DESC", args...)
	if err != nil {
		return page, fmt.Errorf("find updates: %w", err)
	}
	rows = slices.DeleteFunc(rows, func(r portfolio.UpdateRow) bool { return !says(r.Text, search.Any) })
	page.Total = len(rows)
	if search.Limit > 0 {
		rows = rows[:min(len(rows), search.Limit)]
	}
	page.Rows = append(page.Rows, rows...)
	return page, nil
}

// saying is the test that the letters of one of some texts occur in an update, word by word.
func saying(texts []string) (test string, args []any) {
	var ways []string
	for _, text := range texts {
		var words []string
		for word := range strings.FieldsSeq(text) {
			words, args = append(words, `x.text LIKE ? ESCAPE '\'`), append(args, "%"+likeEscaper.Replace(singular(word))+"%")
		}
		if len(words) > 0 {
			ways = append(ways, strings.Join(words, " AND "))
		}
	}
	if len(ways) == 0 {
		return "", nil
	}
	return "(" + strings.Join(ways, " OR ") + ")", args
}

// says reports whether a text says one of some others: each word of it, as a word, its singular or the beginning of a longer one.
func says(text string, texts []string) bool {
	held := strings.FieldsFunc(portfolio.Fold(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	holds := func(words string) bool {
		for word := range strings.FieldsSeq(portfolio.Fold(words)) {
			if !slices.ContainsFunc(held, func(h string) bool { return strings.HasPrefix(h, word) || h == singular(word) }) {
				return false
			}
		}
		return true
	}
	return len(texts) == 0 || slices.ContainsFunc(texts, holds)
}

// singular takes the s of a plural off a word.
func singular(word string) string {
	if len(word) > 3 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}
