package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// chronicle is a portfolio that is written to on one day after the other.
type chronicle struct {
	*DB
	t       *testing.T
	program portfolio.Program
}

// begin puts a program with a milestone due in ten days into an empty portfolio.
func begin(t *testing.T) *chronicle {
	t.Helper()
	db := openTemp(t)
	c := &chronicle{DB: db, t: t}
	c.program = mustSave(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, Owner: "Ada"})
	c.must(db.SaveMilestone(t.Context(), person, portfolio.Milestone{ProgramID: c.program.ID, Name: "Pilot", DueDate: db.Today().AddDays(10)}))
	return c
}

// must ends the test where a write was refused.
func (c *chronicle) must(_ any, err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// pass lets days go by.
func (c *chronicle) pass(days int) {
	now := c.Now().AddDate(0, 0, days)
	c.Now = func() time.Time { return now }
}

// post posts an update of today.
func (c *chronicle) post(status portfolio.Status, progress int) {
	c.t.Helper()
	c.must(c.PostUpdate(c.t.Context(), person, portfolio.StatusUpdate{ProgramID: c.program.ID, Date: c.Today(), Text: "x", Status: status, Progress: &progress}))
}

// edit writes fields of the program, of its milestone or of its risk.
func (c *chronicle) edit(edit func(*portfolio.Program, *portfolio.Milestone, *portfolio.Risk)) {
	c.t.Helper()
	d, err := c.Program(c.t.Context(), c.program.ID)
	if err != nil {
		c.t.Fatal(err)
	}
	risk := portfolio.Risk{}
	if len(d.Program.Risks) > 0 {
		risk = d.Program.Risks[0]
	}
	milestone := d.Program.Milestones[0]
	edit(&d.Program, &milestone, &risk)
	c.must(c.SaveProgram(c.t.Context(), person, d.Program))
	c.must(c.SaveMilestone(c.t.Context(), person, milestone))
	if risk.ID != "" {
		c.must(c.SaveRisk(c.t.Context(), person, risk))
	}
}

// strike adds a risk.
func (c *chronicle) strike() {
	c.t.Helper()
	c.must(c.SaveRisk(c.t.Context(), person, portfolio.Risk{ProgramID: c.program.ID, Title: "Strike", Severity: portfolio.High, Status: portfolio.RiskOpen}))
}

// digested writes a digest as lines.
func digested(d portfolio.UpdateDigest) string {
	lines := []string{fmt.Sprintf("since %s, %d days", d.Since, d.Days)}
	for _, c := range d.Fields {
		lines = append(lines, fmt.Sprintf("%s %s -> %s", c.Field, c.Before, c.After))
	}
	for _, m := range d.Milestones {
		lines = append(lines, fmt.Sprintf("%s %s %s %d", m.Name, m.What, m.Day, m.Slip))
	}
	for _, r := range d.Risks {
		lines = append(lines, fmt.Sprintf("%s %s %s", r.Title, r.What, r.Severity))
	}
	return strings.Join(lines, "; ")
}

func TestSinceLastUpdate_tellsWhatHappenedSince(t *testing.T) {
	day := portfolio.DateOf(noon)
	for name, test := range map[string]struct {
		happens func(*chronicle)
		want    string
	}{
		"nothing": {func(c *chronicle) { c.post(portfolio.AtRisk, 10); c.pass(3) }, fmt.Sprintf("since %s, 3 days", day)},
		"what the update itself declares is no news, what follows on the same day is": {
			func(c *chronicle) {
				c.edit(func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) { p.Owner = "Ben" })
				c.post(portfolio.AtRisk, 10)
				c.edit(func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) {
					p.Team, p.Status = "Orchard", portfolio.OffTrack
				})
			}, fmt.Sprintf(`since %s, 0 days; status "At Risk" -> "Off Track"; team "" -> "Orchard"`, day),
		},
		"there and back is no news": {
			func(c *chronicle) {
				c.post(portfolio.AtRisk, 10)
				c.edit(func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) { p.Owner = "Ben" })
				c.edit(func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) { p.Owner = "Ada" })
			}, fmt.Sprintf("since %s, 0 days", day),
		},
		"what was undone is no news": {
			func(c *chronicle) {
				c.post(portfolio.AtRisk, 10)
				c.must(c.SaveRisk(c.t.Context(), person, portfolio.Risk{ProgramID: c.program.ID, Title: "Strike", Status: portfolio.RiskOpen}))
				c.must(c.Undo(c.t.Context()))
			}, fmt.Sprintf("since %s, 0 days", day),
		},
		"a milestone done, a risk opened": {
			func(c *chronicle) {
				c.post(portfolio.AtRisk, 10)
				c.pass(2)
				c.strike()
				c.edit(func(_ *portfolio.Program, m *portfolio.Milestone, _ *portfolio.Risk) {
					m.CompletedDate = day.AddDays(1)
				})
			}, fmt.Sprintf("since %s, 2 days; Pilot done %s 0; Strike opened High", day, day.AddDays(1)),
		},
		"a milestone moved, a risk closed": {
			func(c *chronicle) {
				c.strike()
				c.post(portfolio.AtRisk, 10)
				c.edit(func(_ *portfolio.Program, m *portfolio.Milestone, r *portfolio.Risk) {
					m.DueDate, r.Status = m.DueDate.AddDays(-3), portfolio.RiskClosed
				})
			}, fmt.Sprintf("since %s, 0 days; Pilot moved %s -3; Strike closed High", day, day.AddDays(7)),
		},
		"a milestone became overdue meanwhile": {
			func(c *chronicle) { c.post(portfolio.AtRisk, 10); c.pass(20) },
			fmt.Sprintf("since %s, 20 days; Pilot overdue %s 0", day, day.AddDays(10)),
		},
		"a milestone was overdue then already": {
			func(c *chronicle) { c.pass(20); c.post(portfolio.AtRisk, 10); c.pass(1) },
			fmt.Sprintf("since %s, 1 days", day.AddDays(20)),
		},
		"a milestone was missed, a risk accepted": {
			func(c *chronicle) {
				c.strike()
				c.post(portfolio.AtRisk, 10)
				c.edit(func(_ *portfolio.Program, m *portfolio.Milestone, r *portfolio.Risk) {
					m.Status, r.Status = portfolio.MilestoneMissed, portfolio.RiskAccepted
				})
			}, fmt.Sprintf("since %s, 0 days; Pilot missed %s 0; Strike accepted High", day, day.AddDays(10)),
		},
		"without an update it counts from the creation": {
			func(c *chronicle) {
				c.edit(func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) { p.Owner = "Ben" })
			}, `since , 0 days; owner "Ada" -> "Ben"`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := begin(t)
			test.happens(c)
			digest, err := c.SinceLastUpdate(t.Context(), c.program.ID)
			if got := digested(digest); err != nil || got != test.want {
				t.Errorf("got  %s\nwant %s (%v)", got, test.want, err)
			}
		})
	}
}

func TestSinceLastUpdate_looksBackToo(t *testing.T) {
	c := begin(t)
	c.post(portfolio.AtRisk, 10)
	c.pass(5)
	c.edit(func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) { p.Owner = "Ben" })
	c.pass(5)
	c.post(portfolio.OnTrack, 20)
	for days, want := range map[int]string{-1: "since " + string(c.Today().AddDays(-10)) + `, 9 days; owner "Ada" -> "Ben"`, -6: "since " + string(c.Today().AddDays(-10)) + ", 4 days"} {
		then, err := c.LookBack(t.Context(), c.Today().AddDays(days))
		if err != nil {
			t.Fatal(err)
		}
		digest, err := then.SinceLastUpdate(t.Context(), c.program.ID)
		if got := digested(digest); err != nil || got != want {
			t.Errorf("%d days ago: got %s, want %s (%v)", -days, got, want, err)
		}
		mustClose(t, then)
	}
}

func TestSinceLastUpdate_refusesAProgramThatIsNotThere(t *testing.T) {
	db := openTemp(t)
	if _, err := db.SinceLastUpdate(t.Context(), "nobody"); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Error(err)
	}
	if _, err := db.StatusTrend(t.Context(), "nobody"); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Error(err)
	}
}

// trend writes a trend as "day status progress", the day counted from a first one.
func trend(t *testing.T, db *DB, id string, first portfolio.Date) string {
	t.Helper()
	points, err := db.StatusTrend(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range points {
		text := fmt.Sprintf("%d %s", first.DaysUntil(p.Date), p.Status)
		if p.Progress != nil {
			text += fmt.Sprintf(" %d", *p.Progress)
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func TestStatusTrend_joinsUpdatesAndEditsByHand(t *testing.T) {
	byHand := func(status portfolio.Status) func(*portfolio.Program, *portfolio.Milestone, *portfolio.Risk) {
		return func(p *portfolio.Program, _ *portfolio.Milestone, _ *portfolio.Risk) { p.Status = status }
	}
	for name, test := range map[string]struct {
		happens func(*chronicle)
		want    string
	}{
		"as it came in":          {func(*chronicle) {}, "0 On Track"},
		"an update is one point": {func(c *chronicle) { c.pass(2); c.post(portfolio.AtRisk, 10) }, "0 On Track, 2 At Risk 10"},
		"the same status again in an update is a point": {
			func(c *chronicle) { c.pass(2); c.post(portfolio.OnTrack, 10); c.pass(1); c.post(portfolio.OnTrack, 12) },
			"0 On Track, 2 On Track 10, 3 On Track 12",
		},
		"an edit by hand after an update of the day holds": {
			func(c *chronicle) { c.pass(2); c.post(portfolio.AtRisk, 10); c.edit(byHand(portfolio.OffTrack)) },
			"0 On Track, 2 Off Track",
		},
		"an update after an edit by hand of the day holds": {
			func(c *chronicle) { c.pass(2); c.edit(byHand(portfolio.OffTrack)); c.post(portfolio.AtRisk, 10) },
			"0 On Track, 2 At Risk 10",
		},
		"a status that is taken away": {func(c *chronicle) { c.pass(2); c.edit(byHand("")) }, "0 On Track, 2 "},
		"what was undone": {
			func(c *chronicle) { c.pass(2); c.edit(byHand(portfolio.OffTrack)); c.must(c.Undo(c.t.Context())) },
			"0 On Track",
		},
		"the last twelve": {
			func(c *chronicle) {
				for i := range 20 {
					c.pass(1)
					c.post(portfolio.AtRisk, i)
				}
			}, "9 At Risk 8, 10 At Risk 9, 11 At Risk 10, 12 At Risk 11, 13 At Risk 12, 14 At Risk 13, 15 At Risk 14, 16 At Risk 15, " +
				"17 At Risk 16, 18 At Risk 17, 19 At Risk 18, 20 At Risk 19",
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := begin(t)
			test.happens(c)
			if got := trend(t, c.DB, c.program.ID, portfolio.DateOf(noon)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestStatusTrend_endsOnTheDayThatIsLookedAt(t *testing.T) {
	c := begin(t)
	c.pass(3)
	c.post(portfolio.AtRisk, 10)
	c.pass(3)
	c.post(portfolio.OffTrack, 12)
	then, err := c.LookBack(t.Context(), c.Today().AddDays(-1))
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, then)
	if got := trend(t, then, c.program.ID, portfolio.DateOf(noon)); got != "0 On Track, 3 At Risk 10" {
		t.Error(got)
	}
}

func TestProgramActivity_listsWhatTouchedTheProgramOrItsRecords(t *testing.T) {
	c := begin(t)
	other := mustSave(t, c.DB, portfolio.Program{Name: "Beacon"})
	c.must(c.SaveDependency(t.Context(), person, portfolio.Dependency{From: c.program.ID, To: other.ID}))
	mustSave(t, c.DB, portfolio.Program{Name: "Compass"})
	c.strike()
	c.post(portfolio.AtRisk, 10)

	all, err := c.ProgramActivity(t.Context(), c.program.ID, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, set := range all {
		for _, change := range set.Changes {
			got = append(got, string(change.Entity)+" "+change.Field)
		}
		if set.Count != len(set.Changes) {
			t.Errorf("%d rows are said to be %d", len(set.Changes), set.Count)
		}
	}
	want := "status_update status_update, program status, program progress, program last_update, risk *, dependency *, milestone *, program *"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}

	var paged []int64
	for before := int64(0); ; {
		page, err := c.ProgramActivity(t.Context(), c.program.ID, before, 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, set := range page {
			paged = append(paged, set.ID)
		}
		before = page[len(page)-1].ID
	}
	if len(paged) != len(all) || paged[0] != all[0].ID || paged[len(paged)-1] != all[len(all)-1].ID {
		t.Errorf("page by page there are %v", paged)
	}
}
