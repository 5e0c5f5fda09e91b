package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// sortKey is one column of the order of a list. A row in which it is NULL, not reported, comes last in both directions.
type sortKey struct {
	sql      string
	desc     bool
	nullable bool
}

// sortKeys spells an order out. The id ends every order, so that it is total and a page can begin after any row.
func sortKeys(q portfolio.Query, c *compiled) []sortKey {
	order := q.Sort
	if len(order) == 0 {
		order = sources[q.Of].order
	}
	var keys []sortKey
	for _, o := range order {
		info, _ := o.Field.Info() // validated
		key := sortKey{sql: c.expression(info, c.alias(info.Of)), desc: o.Desc, nullable: true}
		switch {
		case folded[o.Field] != "":
			key.sql, key.nullable = c.alias(info.Of)+"."+folded[o.Field], false // a name is always there
		case info.Kind == portfolio.KindWord:
			key.sql = wordRank(info, key.sql)
		case info.Kind == portfolio.KindText:
			key.sql += " COLLATE NOCASE"
		}
		keys = append(keys, key)
	}
	return append(keys, sortKey{sql: "x.id"})
}

// by writes the key, selected under a name, for ORDER BY.
func (k sortKey) by(name string) string {
	switch {
	case k.desc:
		return name + " DESC" // NULL is the least of all values
	case k.nullable:
		return name + " NULLS LAST"
	}
	return name
}

// cursor is the place in a list after which a page begins: the keys of the row before it. The total is that of the first
// page, so that it is counted once a list.
type cursor struct {
	Keys  []any `json:"keys"`
	Total int   `json:"total"`
}

// readCursor reads what text wrote. It fails with EInvalid for the cursor of another order.
func readCursor(text string, keys int) (cursor, error) {
	var at cursor
	if err := json.Unmarshal([]byte(text), &at); err != nil || len(at.Keys) != keys {
		return at, portfolio.Invalidf("This page marker belongs to another list.")
	}
	return at, nil
}

// text writes the cursor for the page before it.
func (at cursor) text() (string, error) {
	data, err := json.Marshal(at)
	if err != nil {
		return "", fmt.Errorf("mark the end of a page: %w", err)
	}
	return string(data), nil
}

// after adds the test that a row comes after the one with these values of the keys.
func (c *compiled) after(keys []sortKey, values []any) {
	c.startAt(keys, values)
	var ways, equal []string
	var args, equalArgs []any
	for i, key := range keys {
		if values[i] != nil { // beyond a value that is not reported there is nothing in this key
			later := key.sql + " > ?"
			if key.desc {
				later = key.sql + " < ?"
			}
			if key.nullable {
				later = "(" + later + " OR " + key.sql + " IS NULL)"
			}
			ways = append(ways, "("+strings.Join(append(equal[:len(equal):len(equal)], later), " AND ")+")")
			args = append(append(args, equalArgs...), values[i])
		}
		equal = append(equal, key.sql+" IS ?")
		equalArgs = append(equalArgs, values[i])
	}
	c.and("("+strings.Join(ways, " OR ")+")", args...)
}

// startAt adds what after implies in a form that an index can seek.
func (c *compiled) startAt(keys []sortKey, values []any) {
	for i, key := range keys {
		switch {
		case values[i] == nil:
			c.and(key.sql + " IS NULL")
			continue
		case key.nullable: // greater values and NULL are no single range
		case key.desc:
			c.and(key.sql+" <= ?", values[i])
		default:
			c.and(key.sql+" >= ?", values[i])
		}
		return
	}
}
