package store

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// recordsOf gives all records of a portfolio by entity and id.
func recordsOf(t *testing.T, db *DB) map[string]fields {
	t.Helper()
	out := map[string]fields{}
	d, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	add := func(entity portfolio.Entity, id string, record any) {
		f, err := fieldsOf(entity, record)
		if err != nil {
			t.Fatal(err)
		}
		out[string(entity)+" "+id] = f
	}
	for _, p := range d.Programs {
		add(portfolio.EntityProgram, p.ID, p)
		for _, r := range p.Risks {
			add(portfolio.EntityRisk, r.ID, r)
		}
		for _, m := range p.Milestones {
			add(portfolio.EntityMilestone, m.ID, m)
		}
	}
	for _, o := range d.Objectives {
		add(portfolio.EntityObjective, o.ID, o)
	}
	for _, u := range d.StatusUpdates {
		add(portfolio.EntityStatusUpdate, u.ID, u)
	}
	for _, x := range d.Dependencies {
		add(portfolio.EntityDependency, x.ID, x)
	}
	return out
}

// differences lists, as "entity id field before after", in what two portfolios differ.
func differences(before, after map[string]fields) []string {
	var out []string
	for key, was := range before {
		kind, _, _ := strings.Cut(key, " ")
		entity := portfolio.Entity(kind)
		now, there := after[key]
		if !there {
			out = append(out, key+" * gone")
			continue
		}
		for _, field := range tables[entity].logged {
			if !sameJSON(was[field], now[field]) {
				out = append(out, strings.Join([]string{key, field, string(was[field]), string(now[field])}, " "))
			}
		}
	}
	for key := range after {
		if _, there := before[key]; !there {
			out = append(out, key+" * new")
		}
	}
	slices.Sort(out)
	return out
}

// told lists what Changes reports in the same form. A posted update is told as a change of its program, so new updates
// are left out on both sides.
func told(changes []portfolio.Change) []string {
	var out []string
	for _, c := range changes {
		key := string(c.Entity) + " " + c.ID
		switch {
		case c.Entity == portfolio.EntityStatusUpdate && c.Field == string(portfolio.EntityStatusUpdate):
		case c.Field != portfolio.WholeRecord:
			out = append(out, strings.Join([]string{key, c.Field, string(c.Before), string(c.After)}, " "))
		case sameJSON(c.Before, nil):
			out = append(out, key+" * new")
		default:
			out = append(out, key+" * gone")
		}
	}
	slices.Sort(out)
	return out
}

func TestChanges_areInWhatThePortfolioDiffersBetweenTwoDays(t *testing.T) {
	for seed := range uint64(3) {
		db := openTemp(t)
		random := rand.New(rand.NewPCG(seed, 13))
		diary := keepDiary(t, db, random, 10)
		for range 12 {
			i := random.IntN(len(diary.days) - 1)
			j := i + 1 + random.IntN(len(diary.days)-1-i)
			before := recordsThen(t, db, diary.days[i])
			after := recordsThen(t, db, diary.days[j])
			changes, err := db.Changes(t.Context(), diary.days[i].AddDays(1), diary.days[j])
			if err != nil {
				t.Fatal(err)
			}
			want := slices.DeleteFunc(differences(before, after), func(row string) bool {
				return strings.HasPrefix(row, "status_update ") && strings.HasSuffix(row, "* new")
			})
			if got := told(changes); !slices.Equal(got, want) {
				t.Fatalf("seed %d, after %s until %s: told\n%s\nwant\n%s", seed, diary.days[i], diary.days[j], strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// recordsThen gives all records as of a day, which may be today.
func recordsThen(t *testing.T, db *DB, day portfolio.Date) map[string]fields {
	t.Helper()
	if day == db.Today() {
		return recordsOf(t, db)
	}
	then, err := db.LookBack(t.Context(), day)
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, then)
	return recordsOf(t, then)
}

func TestChanges_tellAPostedUpdateAsAChangeOfItsProgram(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	if _, err := db.PostUpdate(t.Context(), person, portfolio.StatusUpdate{ProgramID: p.ID, Date: db.Today(), Text: "All well."}); err != nil {
		t.Fatal(err)
	}
	changes, err := db.Changes(t.Context(), db.Today(), "")
	if err != nil {
		t.Fatal(err)
	}
	want := portfolio.Change{Entity: portfolio.EntityStatusUpdate, ID: p.ID, Label: "Aurora", ProgramID: p.ID, Field: "status_update", Before: []byte("null"), After: []byte(`"All well."`)}
	if !slices.ContainsFunc(changes, func(c portfolio.Change) bool { return asJSON(t, c) == asJSON(t, want) }) {
		t.Errorf("got %s", asJSON(t, changes))
	}
	if changes, err := db.Changes(t.Context(), db.Today().AddDays(1), ""); err != nil || len(changes) != 0 {
		t.Errorf("tomorrow has changes: %s (%v)", asJSON(t, changes), err)
	}
	if _, err := db.Changes(t.Context(), "2026-03-01", "2026-02-01"); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a period that ends before it begins: %v", err)
	}
}
