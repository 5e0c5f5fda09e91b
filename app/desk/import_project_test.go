package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// planOf writes a plan of Microsoft Project: two programs whose tasks wait for each other, and a milestone.
func planOf(t *testing.T, due, done string) string {
	t.Helper()
	milestone := "<Finish>" + due + "T17:00:00</Finish>"
	if done != "" {
		milestone += "<PercentComplete>100</PercentComplete><ActualFinish>" + done + "T17:00:00</ActualFinish>"
	}
	path := filepath.Join(t.TempDir(), "plan.xml")
	err := os.WriteFile(path, fmt.Appendf(nil, `<Project xmlns="http://schemas.microsoft.com/project"><Title>Plan</Title><Tasks>
		<Task><UID>1</UID><OutlineLevel>1</OutlineLevel><Name>Aurora</Name><Summary>1</Summary></Task>
		<Task><UID>2</UID><OutlineLevel>2</OutlineLevel><Name>Contract</Name><Milestone>1</Milestone>%s</Task>
		<Task><UID>3</UID><OutlineLevel>2</OutlineLevel><Name>Build</Name><PredecessorLink><PredecessorUID>5</PredecessorUID></PredecessorLink></Task>
		<Task><UID>4</UID><OutlineLevel>1</OutlineLevel><Name>Borealis</Name><Summary>1</Summary></Task>
		<Task><UID>5</UID><OutlineLevel>2</OutlineLevel><Name>Test</Name><PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink></Task>
		</Tasks></Project>`, milestone), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImport_aLaterPlanMovesTheMilestoneAndKeepsItsBaseline(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	for i, step := range []struct {
		due, done                 string
		isNew, changed, untouched int
		want                      string // due, baseline, completed, status
	}{
		{"2026-05-01", "", 2, 0, 0, "2026-05-01 2026-05-01  Planned"},
		{"2026-05-01", "", 0, 0, 2, "2026-05-01 2026-05-01  Planned"},
		{"2026-06-01", "", 0, 1, 1, "2026-06-01 2026-05-01  Planned"},
		{"2026-06-01", "2026-06-03", 0, 1, 1, "2026-06-01 2026-05-01 2026-06-03 Done"},
		{"2026-06-01", "2026-06-03", 0, 0, 2, "2026-06-01 2026-05-01 2026-06-03 Done"},
	} {
		result, err := d.Import(t.Context(), FilesAt(exchange.Options{}, planOf(t, step.due, step.done)), ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		got := result.Files[0]
		if got.New != step.isNew || got.Changed != step.changed || got.Unchanged != step.untouched {
			t.Errorf("step %d: %+v", i, got)
		}
		if last := got.Warnings[len(got.Warnings)-1].Message; !strings.HasPrefix(last, `That "Borealis" waits for "Aurora" was left out: This dependency would close a cycle`) {
			t.Errorf("step %d: the second of two links that form a circle is left out with %q", i, last)
		}
		all, err := d.Store.Document(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(all.Programs, func(p portfolio.Program) bool { return p.Name == "Aurora" })
		milestones := all.Programs[i].Milestones
		m := milestones[0]
		if s := fmt.Sprintf("%s %s %s %s", m.DueDate, m.BaselineDate, m.CompletedDate, m.Status); s != step.want || len(milestones) != 1 || len(all.Dependencies) != 1 {
			t.Errorf("step %d: the milestones are %+v, want %s", i, milestones, step.want)
		}
	}
}
