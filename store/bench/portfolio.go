package bench

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// generation is raised when the portfolio or its schema changes, so that a kept file is not taken for what it is no more.
const generation = 2

// What hangs on a program of the measured portfolio.
const (
	risksEach      = 4
	milestonesEach = 6
	updatesEach    = 3
	objectives     = 12
)

// Programs have begun in the year before firstDay and launch in the thousand days from it, but one in ten, which reports
// no launch. One open milestone in ten was due before.
const firstDay = portfolio.Date("2027-01-01")

// The words that the records are made of. A word of a name is in about a tenth of the programs.
var (
	subjects = []string{"Billing", "Loyalty", "Warehouse", "Identity", "Fleet", "Harbour", "Payroll", "Archive", "Metering", "Claims"}
	efforts  = []string{"Migration", "Relaunch", "Robotics", "Platform", "Telematics", "Upgrade", "Renewal", "Consolidation"}
	owners   = []string{"Maria Lopez", "Chen Wei", "Aisha Khan", "Lars Olsen", "Grace O'Neill", "Tomasz Nowak", "Ines Moreau", "Samuel Adeyemi", ""}
	lines    = []string{"Energy", "Retail", "Transport", "Health", ""}
	fillers  = strings.Fields("the plan covers every site in two waves and moves data suppliers contracts people training budget review " +
		"testing rollout support legacy network safety licence audit quality capacity weather delay vendor staff pilot region")
)

// File gives a portfolio file of n programs in folder, the same one each time, and makes it where there is none yet.
func File(ctx context.Context, folder string, n int) (path string, err error) {
	path = filepath.Join(folder, fmt.Sprintf("%d-programs-%d", n, generation), "portfolio.db")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	part := filepath.Join(folder, "making", "portfolio.db")
	if err := os.RemoveAll(filepath.Dir(part)); err != nil {
		return "", fmt.Errorf("clear %s: %w", part, err)
	}
	// Opening makes the file; opening it again assesses the programs.
	if err := errors.Join(touch(ctx, part), fill(ctx, part, n), touch(ctx, part)); err != nil {
		return "", fmt.Errorf("make a portfolio of %d programs: %w", n, err)
	}
	return path, os.Rename(filepath.Dir(part), filepath.Dir(path))
}

// touch opens and closes a portfolio.
func touch(ctx context.Context, path string) error {
	db, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	return db.Close()
}

// fill inserts n programs into an empty portfolio, as they are and without a change log: a hundred thousand imports would
// take an hour.
func fill(ctx context.Context, path string, n int) error {
	db, err := sql.Open("sqlite", fileURL(path))
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit
	triggers, err := dropTriggers(ctx, tx)
	if err != nil {
		return err
	}
	g := generator{ctx: ctx, tx: tx, random: rand.New(rand.NewPCG(1, 2)), statements: map[string]*sql.Stmt{}}
	g.insert("change_sets (id, actor, why, written_at, as_of)", 1, "import", "measure", 0, "2026-01-01")
	for i := range objectives {
		name := fmt.Sprintf("Objective %d", i)
		g.insert("objectives (id, name, name_key, created_at, updated_at, revision)", objectiveID(i), name, portfolio.Fold(name), 0, 0, 1)
	}
	for i := range n {
		g.program(i)
	}
	if g.err != nil {
		return g.err
	}
	if err := derive(ctx, tx, triggers); err != nil {
		return err
	}
	return tx.Commit()
}

// fileURL names a file as the driver takes it, with room for the pages that filling it touches.
func fileURL(path string) string {
	query := url.Values{"_pragma": {"cache_size(-400000)"}}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: query.Encode()}).String()
}

// dropTriggers takes away what would follow every row, search and counts, and gives the statements that bring it back.
func dropTriggers(ctx context.Context, tx *sql.Tx) (create []string, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var drop []string
	for rows.Next() {
		var name, statement string
		if err := rows.Scan(&name, &statement); err != nil {
			return nil, err
		}
		create, drop = append(create, statement), append(drop, "DROP TRIGGER "+name)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return create, run(ctx, tx, drop...)
}

// derive brings the triggers back and computes at once what they would have: one risk and one milestone of a program have
// all of them counted.
func derive(ctx context.Context, tx *sql.Tx, triggers []string) error {
	return run(ctx, tx, append(triggers,
		`INSERT INTO programs_search (programs_search) VALUES ('rebuild')`,
		`INSERT INTO risks_search (risks_search) VALUES ('rebuild')`,
		`INSERT INTO milestones_search (milestones_search) VALUES ('rebuild')`,
		`UPDATE risks SET status = status WHERE id LIKE '%-0'`,
		`UPDATE milestones SET due_date = due_date WHERE id LIKE '%-0'`,
		`DELETE FROM settings WHERE name = 'assessed_on'`)...)
}

// run runs statements one after the other.
func run(ctx context.Context, tx *sql.Tx, statements ...string) error {
	for _, statement := range statements {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}
