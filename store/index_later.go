package store

import (
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// indexLaterFrom is from how many programs on an import writes their words into the search index at its end.
const indexLaterFrom = 200

// unindexed is what a change set has created and not yet written into the search index. With the triggers in force, the
// index is written anew after every single statement, which takes as long as the records themselves.
type unindexed struct {
	triggers []string                   // statements that bring the triggers back
	after    map[portfolio.Entity]int64 // the newest key of a table when the triggers went
}

// searched are the entities with a search index; it has the name of the table and "_search".
var searched = []portfolio.Entity{portfolio.EntityProgram, portfolio.EntityRisk, portfolio.EntityMilestone}

// indexLater puts the triggers that index new records out of force, until index. Both happen in the transaction: no other
// connection ever sees the file without them.
func (t *tx) indexLater() error {
	later := &unindexed{after: map[portfolio.Entity]int64{}}
	for _, entity := range searched {
		table := tables[entity].name
		var newest int64
		var trigger string
		err := t.QueryRowContext(t.ctx, `SELECT sql, (SELECT coalesce(max(key), 0) FROM `+table+`) FROM sqlite_schema WHERE type = 'trigger' AND name = ?`,
			table+"_search_insert").Scan(&trigger, &newest)
		if err != nil {
			return fmt.Errorf("find out how %s is searched: %w", table, err)
		}
		later.triggers, later.after[entity] = append(later.triggers, trigger), newest
	}
	for _, entity := range searched {
		if _, err := t.Tx.ExecContext(t.ctx, `DROP TRIGGER `+tables[entity].name+`_search_insert`); err != nil {
			return fmt.Errorf("index later: %w", err)
		}
	}
	t.unindexed = later
	return nil
}

// index writes the words of all records that were created since indexLater into the search index, and has new ones indexed
// at once again.
func (t *tx) index() error {
	later := t.unindexed
	if later == nil {
		return nil
	}
	t.unindexed = nil
	for _, entity := range searched {
		table := tables[entity].name
		columns, err := collect(t.ctx, t, scanText, `SELECT name FROM pragma_table_info(?)`, table+"_search")
		if err != nil {
			return fmt.Errorf("find out how %s is searched: %w", table, err)
		}
		if err := t.indexTable(table, strings.Join(columns, ", "), later.after[entity]); err != nil {
			return fmt.Errorf("index %s: %w", table, err)
		}
	}
	for _, trigger := range later.triggers {
		if _, err := t.Tx.ExecContext(t.ctx, trigger); err != nil {
			return fmt.Errorf("index at once again: %w", err)
		}
	}
	return nil
}

// indexedAtOnce is the keys of how many records one statement indexes: all that it writes is kept until its end, to be able to
// take it back.
const indexedAtOnce = 2_000

// indexTable writes the words of the records behind a key into the search index of their table.
func (t *tx) indexTable(table, columns string, after int64) error {
	var newest int64
	if err := t.QueryRowContext(t.ctx, `SELECT coalesce(max(key), 0) FROM `+table).Scan(&newest); err != nil {
		return err
	}
	statement := fmt.Sprintf("INSERT INTO %s_search (rowid, %s) SELECT key, %s FROM %s WHERE key > ? AND key <= ?", table, columns, columns, table)
	for ; after < newest; after += indexedAtOnce {
		if _, err := t.exec(statement, after, after+indexedAtOnce); err != nil {
			return err
		}
	}
	return nil
}

// indexBefore indexes what was created, where a record of it is about to be written again: the index has to hold what an
// update takes out of it.
func (t *tx) indexBefore(entity portfolio.Entity, id string) error {
	if t.unindexed == nil || !slices.Contains(searched, entity) {
		return nil
	}
	var key int64
	if err := t.QueryRowContext(t.ctx, `SELECT key FROM `+tables[entity].name+` WHERE id = ?`, id).Scan(&key); err != nil {
		return fmt.Errorf("find out whether a %s is new: %w", entity.Words(), err)
	}
	if key <= t.unindexed.after[entity] {
		return nil
	}
	return t.index()
}
