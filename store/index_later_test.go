package store

import (
	"fmt"
	"testing"

	"portfolio-ai/store/portfolio"
)

// many makes a file of so many programs that their words are indexed at the end of the import.
func many(name string) portfolio.IncomingFile {
	var programs []portfolio.Program
	for i := range indexLaterFrom {
		programs = append(programs, portfolio.Program{ExternalID: fmt.Sprint("P-", i), Name: fmt.Sprintf("%s %d", name, i),
			Risks:      []portfolio.Risk{{ID: fmt.Sprint("r", i), Title: fmt.Sprintf("%s risk", name)}},
			Milestones: []portfolio.Milestone{{ID: fmt.Sprint("m", i), Name: fmt.Sprintf("%s milestone", name)}}})
	}
	return incoming("external_id name risks milestones", programs...)[0]
}

func TestImport_theWordsOfManyProgramsAreFoundAfterwards(t *testing.T) {
	tests := []struct {
		name  string
		files []portfolio.IncomingFile
		found map[string]int // in names of programs
	}{
		{"new programs", []portfolio.IncomingFile{many("Aurora")}, map[string]int{"aurora": indexLaterFrom}},
		{"programs that a second file renames at once", []portfolio.IncomingFile{many("Aurora"), many("Borealis")}, map[string]int{"aurora": 0, "borealis": indexLaterFrom}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			db := openTemp(t)
			if _, err := db.Import(t.Context(), test.files, ImportOptions{DryRun: true}); err != nil {
				t.Fatal(err)
			}
			if _, err := db.Import(t.Context(), test.files, ImportOptions{}); err != nil {
				t.Fatal(err)
			}
			for word, want := range test.found {
				var got int
				if err := db.reader.QueryRowContext(t.Context(), `SELECT count(*) FROM programs_search WHERE programs_search MATCH ?`, word).Scan(&got); err != nil || got != want {
					t.Errorf("%d programs are found by %q, want %d (%v)", got, word, want, err)
				}
			}
			for _, table := range []string{"programs", "risks", "milestones"} {
				if _, err := db.writer.ExecContext(t.Context(), fmt.Sprintf(`INSERT INTO %s_search (%s_search, rank) VALUES ('integrity-check', 1)`, table, table)); err != nil {
					t.Errorf("the index of %s is not that of its records: %v", table, err)
				}
			}
			if _, err := db.SaveProgram(t.Context(), Write{Actor: portfolio.ByPerson}, portfolio.Program{Name: "Calypso"}); err != nil {
				t.Fatal(err)
			}
			var got int
			if err := db.reader.QueryRowContext(t.Context(), `SELECT count(*) FROM programs_search WHERE programs_search MATCH 'calypso'`).Scan(&got); err != nil || got != 1 {
				t.Errorf("a program that is created later is found %d times (%v)", got, err)
			}
		})
	}
}
