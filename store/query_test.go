package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// fill stores a small portfolio that has every kind of value, reported and not.
func fill(t testing.TB, db *DB) {
	t.Helper()
	ctx := context.Background()
	add := func(p portfolio.Program, risks []portfolio.Risk, milestones []portfolio.Milestone) {
		saved := mustSave(t, db, p)
		for _, r := range risks {
			r.ProgramID = saved.ID
			if _, err := db.SaveRisk(ctx, person, r); err != nil {
				t.Fatal(err)
			}
		}
		for _, m := range milestones {
			m.ProgramID = saved.ID
			if _, err := db.SaveMilestone(ctx, person, m); err != nil {
				t.Fatal(err)
			}
		}
	}
	add(portfolio.Program{Name: "Aurora", Description: "Billing in one place", Status: portfolio.OnTrack, PipelineStage: portfolio.InProgress, Owner: "Maria Lopez",
		Team: "Core", LaunchDate: "2026-03-14", Progress: ptr(62), StrategicObjectives: []string{"Net zero", "Trust"}},
		[]portfolio.Risk{{Title: "Vendor", Severity: portfolio.High}, {Title: "Old", Severity: portfolio.High, Status: portfolio.RiskClosed}},
		[]portfolio.Milestone{{Name: "Pilot", DueDate: "2026-01-20"}, {Name: "Done", DueDate: "2026-01-10", CompletedDate: "2026-01-11"}})
	add(portfolio.Program{Name: "beacon", Status: portfolio.OffTrack, Owner: "maria lopez", LaunchDate: "2026-01-30", Progress: ptr(0)},
		[]portfolio.Risk{{Title: "Budget", Severity: portfolio.Low}}, nil)
	add(portfolio.Program{Name: "Cobalt 100%", Status: portfolio.AtRisk, PipelineStage: portfolio.Discovery, Owner: "Chen Wei", Team: "Edge", Progress: ptr(100), StrategicObjectives: []string{"Trust"}},
		nil, []portfolio.Milestone{{Name: "Sign-off", DueDate: "2026-02-02"}})
	add(portfolio.Program{Name: "Élan", Status: portfolio.StatusCompleted, PipelineStage: portfolio.StageCompleted, Team: "Core", LaunchDate: "2025-12-12", Progress: ptr(100)},
		nil, []portfolio.Milestone{{Name: "Late for ever", DueDate: "2025-11-01"}})
	add(portfolio.Program{Name: "Granite"}, nil, nil)
}

func names(t *testing.T, db *DB, q portfolio.Query) []string {
	t.Helper()
	page, err := db.Programs(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, row := range page.Rows {
		out = append(out, row.Name)
	}
	if page.Total != len(out) {
		t.Errorf("total is %d for %d rows", page.Total, len(out))
	}
	return out
}

func where(field portfolio.Field, op portfolio.Op, values ...string) portfolio.Query {
	return portfolio.Query{Of: portfolio.EntityProgram, Where: []portfolio.Condition{{Field: field, Op: op, Values: values}}}
}

// finding is a query with the names of the programs that it finds, in their order.
type finding struct {
	name  string
	query portfolio.Query
	want  string
}

// finds asks queries, a test each.
func finds(t *testing.T, db *DB, cases []finding) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(names(t, db, c.query), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestPrograms_findsWhatTheQueryAsksFor(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	related := func(r portfolio.Related) portfolio.Query { return portfolio.Query{Related: []portfolio.Related{r}} }
	openHigh := []portfolio.Condition{
		{Field: portfolio.FieldRiskSeverity, Op: portfolio.OpIs, Values: []string{"High"}},
		{Field: portfolio.FieldRiskStatus, Op: portfolio.OpIs, Values: []string{"Open", "Mitigating"}},
	}
	finds(t, db, []finding{
		{"everything by name, whatever its case or accents", portfolio.Query{}, "Aurora beacon Cobalt 100% Élan Granite"},
		{"one status", where(portfolio.FieldStatus, portfolio.OpIs, "At Risk"), "Cobalt 100%"},
		{"two statuses", where(portfolio.FieldStatus, portfolio.OpIs, "At Risk", "Off Track"), "beacon Cobalt 100%"},
		{"status not reported", where(portfolio.FieldStatus, portfolio.OpIs, ""), "Granite"},
		{"a status or not reported", where(portfolio.FieldStatus, portfolio.OpIs, "Off Track", ""), "beacon Granite"},
		{"not Completed holds what is not reported", where(portfolio.FieldStatus, portfolio.OpIsNot, "Completed"), "Aurora beacon Cobalt 100% Granite"},
		{"reported", where(portfolio.FieldStatus, portfolio.OpIsNot, ""), "Aurora beacon Cobalt 100% Élan"},
		{"reported and not On Track", where(portfolio.FieldStatus, portfolio.OpIsNot, "On Track", ""), "beacon Cobalt 100% Élan"},
		{"owner in any case", where(portfolio.FieldOwner, portfolio.OpIs, "MARIA LOPEZ"), "Aurora beacon"},
		{"no owner", where(portfolio.FieldOwner, portfolio.OpIs, ""), "Élan Granite"},
		{"name contains a wildcard", where(portfolio.FieldName, portfolio.OpContains, "0%"), "Cobalt 100%"},
		{"launch before a day", where(portfolio.FieldLaunchDate, portfolio.OpUnder, "2026-01-30"), "Élan"},
		{"launch until a day", where(portfolio.FieldLaunchDate, portfolio.OpTo, "2026-01-30"), "beacon Élan"},
		{"progress 0 is reported", where(portfolio.FieldProgress, portfolio.OpTo, "0"), "beacon"},
		{"progress over", where(portfolio.FieldProgress, portfolio.OpOver, "62"), "Cobalt 100% Élan"},
		{"objective", where(portfolio.FieldObjective, portfolio.OpIs, "TRUST"), "Aurora Cobalt 100%"},
		{"not that objective", where(portfolio.FieldObjective, portfolio.OpIsNot, "Net zero"), "beacon Cobalt 100% Élan Granite"},
		{"no objective", where(portfolio.FieldObjective, portfolio.OpIs, ""), "beacon Élan Granite"},
		{"open risks", where(portfolio.FieldOpenRisks, portfolio.OpFrom, "1"), "Aurora beacon"},
		{"with an open High risk", related(portfolio.Related{Of: portfolio.EntityRisk, Where: openHigh}), "Aurora"},
		{"without an open High risk", related(portfolio.Related{Of: portfolio.EntityRisk, Where: openHigh, None: true}), "beacon Cobalt 100% Élan Granite"},
		{"with two risks", related(portfolio.Related{Of: portfolio.EntityRisk, AtLeast: 2}), "Aurora"},
		{"either of two fields", portfolio.Query{AnyOf: [][]portfolio.Condition{{
			{Field: portfolio.FieldTeam, Op: portfolio.OpIs, Values: []string{"Edge"}}, {Field: portfolio.FieldLaunchDate, Op: portfolio.OpUnder, Values: []string{"2026-01-01"}},
		}}}, "Cobalt 100% Élan"},
		{"live with an overdue milestone", related(portfolio.Related{Of: portfolio.EntityMilestone, Where: []portfolio.Condition{
			{Field: portfolio.FieldStatus, Op: portfolio.OpIsNot, Values: []string{"Completed"}},
			{Field: portfolio.FieldMilestoneDue, Op: portfolio.OpUnder, Values: []string{"2026-02-02"}},
			{Field: portfolio.FieldMilestoneCompleted, Op: portfolio.OpIs, Values: []string{""}},
		}}), "Aurora"},
		{"text, last word incomplete", portfolio.Query{Text: "billing pl"}, "Aurora"},
		{"text without accents", portfolio.Query{Text: "elan"}, "Élan"},
		{"text that looks like a search language", portfolio.Query{Text: `" OR name:* NOT (`}, ""},
		{"sorted by status as the vocabulary has it", portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldStatus}}}, "beacon Cobalt 100% Aurora Élan Granite"},
		{"sorted downwards, not reported last", portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldLaunchDate, Desc: true}, {Field: portfolio.FieldName}}}, "Aurora beacon Élan Cobalt 100% Granite"},
		{"by open risks", portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldOpenRisks, Desc: true}, {Field: portfolio.FieldName, Desc: true}}}, "beacon Aurora Granite Élan Cobalt 100%"},
	})
}

func TestPrograms_refusesWhatIsNoQuery(t *testing.T) {
	db := openTemp(t)
	cases := map[string]portfolio.Query{
		"unknown field":             where("budget", portfolio.OpIs, "1"),
		"unknown operator":          where(portfolio.FieldName, "like", "x"),
		"unknown word":              where(portfolio.FieldStatus, portfolio.OpIs, "Fine"),
		"no date":                   where(portfolio.FieldLaunchDate, portfolio.OpUnder, "soon"),
		"no values":                 where(portfolio.FieldStatus, portfolio.OpIs),
		"risk field without a risk": where(portfolio.FieldRiskSeverity, portfolio.OpIs, "High"),
		"page too large":            {Limit: 10_001},
		"foreign cursor":            {After: `["x"]`},
		"confined to risks":         {Within: &portfolio.Query{Of: portfolio.EntityRisk}},
		"confined twice":            {Within: &portfolio.Query{Of: portfolio.EntityProgram, Within: &portfolio.Query{Of: portfolio.EntityProgram}}},
		"confined to no query":      {Within: &portfolio.Query{Of: portfolio.EntityProgram, Limit: -1}},
		"sort by a set":             {Sort: []portfolio.Order{{Field: portfolio.FieldObjective}}},
	}
	for name, q := range cases {
		t.Run(name, func(t *testing.T) {
			if _, err := db.Programs(t.Context(), q); portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Errorf("got %v, want an invalid-input sentence", err)
			}
		})
	}
}

func TestPrograms_pagesOfAnyOrderJoinToTheWholeList(t *testing.T) {
	db := openTemp(t)
	random := rand.New(rand.NewPCG(7, 7))
	fill(t, db)
	for i := range 60 {
		p := portfolio.Program{Name: fmt.Sprintf("P%d", i%7), Status: append([]portfolio.Status{""}, portfolio.Statuses...)[random.IntN(5)],
			Owner: []string{"", "a", "B"}[random.IntN(3)], LaunchDate: []portfolio.Date{"", "2026-01-01", "2026-02-01"}[random.IntN(3)]}
		if random.IntN(2) == 0 {
			p.Progress = ptr(random.IntN(4) * 25)
		}
		mustSave(t, db, p)
	}
	var sortable []portfolio.Field
	for _, info := range portfolio.Fields {
		if info.Of == portfolio.EntityProgram && info.Kind != portfolio.KindList {
			sortable = append(sortable, info.Field)
		}
	}
	for range 60 {
		order := []portfolio.Order{{Field: sortable[random.IntN(len(sortable))], Desc: random.IntN(2) == 0}, {Field: sortable[random.IntN(len(sortable))], Desc: random.IntN(2) == 0}}
		t.Run(fmt.Sprint(order), func(t *testing.T) {
			ids := func(limit int) []string {
				out := []string{}
				q := portfolio.Query{Sort: order, Limit: limit}
				for {
					page, err := db.Programs(t.Context(), q)
					if err != nil {
						t.Fatal(err)
					}
					for _, row := range page.Rows {
						out = append(out, row.ID)
					}
					if q.After = page.Next; q.After == "" {
						return out
					}
				}
			}
			whole, paged := ids(500), ids(1+random.IntN(13))
			if len(whole) != 65 || !slices.Equal(whole, paged) {
				t.Errorf("pages give %d rows in another order than the list of %d", len(paged), len(whole))
			}
		})
	}
}

func TestRegisters_listAcrossProgramsWithTheirNames(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	risks, err := db.Risks(t.Context(), portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldOwner, Op: portfolio.OpIs, Values: []string{"Maria Lopez"}},
		{Field: portfolio.FieldRiskStatus, Op: portfolio.OpIs, Values: []string{"Open", "Mitigating"}}}})
	if err != nil || risks.Total != 2 || risks.Rows[0].Title != "Vendor" || risks.Rows[0].ProgramName != "Aurora" {
		t.Errorf("risks: %s (%v)", asJSON(t, risks), err)
	}
	milestones, err := db.Milestones(t.Context(), portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldMilestoneCompleted, Op: portfolio.OpIs, Values: []string{""}}}})
	if err != nil || milestones.Total != 3 {
		t.Fatalf("milestones: %s (%v)", asJSON(t, milestones), err)
	}
	overdue := []string{}
	for _, m := range milestones.Rows {
		if m.Overdue {
			overdue = append(overdue, m.Name)
		}
	}
	// "Late for ever" belongs to a completed program, "Sign-off" is due today.
	if strings.Join(overdue, ",") != "Pilot" {
		t.Errorf("overdue are %v, want Pilot", overdue)
	}
}

func TestQuery_confinedToProgramsFindsThoseAndWhatBelongsToThem(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	ofTeam := where(portfolio.FieldTeam, portfolio.OpIs, "Core")
	cases := []struct {
		name                        string
		within                      portfolio.Query
		programs, risks, milestones string
	}{
		{"by a condition", ofTeam, "Aurora Élan", "Old Vendor", "Late for ever Done Pilot"},
		{"by words", portfolio.Query{Text: "billing"}, "Aurora", "Old Vendor", "Done Pilot"},
		{"by a group that has a name", portfolio.Query{Preset: portfolio.PresetLaunchPassed}, "beacon", "Budget", ""},
		{"by their risks", portfolio.Query{Related: []portfolio.Related{{Of: portfolio.EntityRisk, None: true}}}, "Cobalt 100% Élan Granite", "", "Late for ever Sign-off"},
		{"to all", portfolio.Query{}, "Aurora beacon Cobalt 100% Élan Granite", "Old Vendor Budget", "Late for ever Done Pilot Sign-off"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.within.Of = portfolio.EntityProgram
			q := portfolio.Query{Within: &c.within, Today: "2026-02-02"}
			if got := strings.Join(names(t, db, q), " "); got != c.programs {
				t.Errorf("programs %q, want %q", got, c.programs)
			}
			risks, err := db.Risks(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			titles := []string{}
			for _, r := range risks.Rows {
				titles = append(titles, r.Title)
			}
			if got := strings.Join(titles, " "); got != c.risks {
				t.Errorf("risks %q, want %q", got, c.risks)
			}
			milestones, err := db.Milestones(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			called := []string{}
			for _, m := range milestones.Rows {
				called = append(called, m.Name)
			}
			if got := strings.Join(called, " "); got != c.milestones {
				t.Errorf("milestones %q, want %q", got, c.milestones)
			}
			q.Of = portfolio.EntityProgram
			groups, err := db.Groups(t.Context(), q, "")
			if err != nil || groups[0].Count != len(names(t, db, q)) {
				t.Errorf("%s programs counted (%v)", asJSON(t, groups), err)
			}
		})
	}
}

func TestGroups_countAndAverageWhatIsReported(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	cases := []struct {
		by   portfolio.Field
		want string
	}{
		{portfolio.FieldStatus, "Off Track:1 At Risk:1 On Track:1 Completed:1 :1"},
		{portfolio.FieldTeam, ":2 Core:2 Edge:1"},
		{portfolio.FieldObjective, ":3 Trust:2 Net zero:1"},
		{"", ":5"},
	}
	for _, c := range cases {
		t.Run(string(c.by), func(t *testing.T) {
			groups, err := db.Groups(t.Context(), portfolio.Query{Of: portfolio.EntityProgram}, c.by)
			if err != nil {
				t.Fatal(err)
			}
			got := []string{}
			for _, g := range groups {
				got = append(got, fmt.Sprintf("%s:%d", g.Value, g.Count))
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
	all, err := db.Groups(t.Context(), portfolio.Query{Of: portfolio.EntityProgram}, "")
	if err != nil || all[0].Reported != 4 || *all[0].Average != 65.5 {
		t.Errorf("average is %s (%v), want 65.5 of 4", asJSON(t, all), err)
	}
	facets, err := db.Facets(t.Context(), where(portfolio.FieldStatus, portfolio.OpIs, "On Track"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range facets {
		if f.Field == portfolio.FieldStatus && len(f.Groups) != 5 || f.Field == portfolio.FieldTeam && (len(f.Groups) != 1 || f.Groups[0].Count != 1) {
			t.Errorf("facet %s", asJSON(t, f))
		}
	}
}

func TestQuery_commonListsAreFoundInAnIndexAlone(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	sorted := func(field portfolio.Field, desc bool) portfolio.Query {
		return portfolio.Query{Sort: []portfolio.Order{{Field: field, Desc: desc}, {Field: portfolio.FieldName}}}
	}
	cases := []struct {
		name  string
		query portfolio.Query
		index string
	}{
		{"by name", portfolio.Query{}, "programs_by_name"},
		{"one status", where(portfolio.FieldStatus, portfolio.OpIs, "At Risk"), "programs_by_status"},
		{"one owner", where(portfolio.FieldOwner, portfolio.OpIs, "Chen Wei"), "programs_by_owner"},
		{"by status", sorted(portfolio.FieldStatus, false), "programs_by_status_rank"},
		{"by launch date", sorted(portfolio.FieldLaunchDate, false), "programs_by_launch"},
		{"by progress", sorted(portfolio.FieldProgress, false), "programs_by_progress"},
		{"by progress, most first", sorted(portfolio.FieldProgress, true), "programs_by_progress"},
		{"by launch date, latest first", sorted(portfolio.FieldLaunchDate, true), "programs_by_launch"},
		{"by last update", sorted(portfolio.FieldLastUpdate, false), "programs_by_last_update"},
		{"by owner", sorted(portfolio.FieldOwner, false), "programs_by_owner"},
		{"by team", sorted(portfolio.FieldTeam, false), "programs_by_team"},
		{"by product line", sorted(portfolio.FieldProductLine, true), "programs_by_product_line"},
		{"by stage", sorted(portfolio.FieldStage, false), "programs_in_brief"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.query.Of = portfolio.EntityProgram
			compiled, err := compile(c.query)
			if err != nil {
				t.Fatal(err)
			}
			var picked, order []string
			for _, key := range sortKeys(c.query, compiled) {
				picked, order = append(picked, key.sql), append(order, key.by(key.sql))
			}
			plan := planOf(t, db, "SELECT x.key, "+strings.Join(picked, ", ")+" FROM programs x"+compiled.clause()+" ORDER BY "+strings.Join(order, ", ")+" LIMIT 100", compiled.args...)
			if !strings.Contains(plan, "COVERING INDEX "+c.index) {
				t.Errorf("the page is found by\n%s", plan)
			}
			if plan = planOf(t, db, "SELECT count(*) FROM programs x"+compiled.clause(), compiled.args...); !strings.Contains(plan, "COVERING INDEX") {
				t.Errorf("the total is counted by\n%s", plan)
			}
		})
	}
}

func TestGroups_totalsByStatusReadAnIndexAlone(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	plan := planOf(t, db, "SELECT x.status, count(*), avg(x.progress) FROM programs x WHERE x.archived_at IS NULL GROUP BY 1")
	if !strings.Contains(plan, "COVERING INDEX") {
		t.Errorf("the totals are read by\n%s", plan)
	}
}

// planOf says how the database would read a query.
func planOf(t *testing.T, db *DB, query string, args ...any) string {
	t.Helper()
	plan, err := collect(t.Context(), db.reader, func(row scanner) (detail string, err error) {
		var a, b, n int
		return detail, row.Scan(&a, &b, &n, &detail)
	}, "EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(plan, "\n")
}
