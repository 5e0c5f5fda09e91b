//go:build windowtest && linux

package windowtest_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/windowtest"
)

// The portfolio in which everything is changed by keyboard: three programs, one with a risk and a milestone. What differs
// from the day after the file is what was changed.
const (
	birds     = "testdata/birds.json"
	birdsAsOf = "2026-01-31"
	dayAfter  = "2026-02-01"
)

// edit is something that a person changes in a view, with the keyboard alone.
type edit struct {
	view   string
	change func(p person)
	// What the window shows before the change and once it is undone, and what it shows between.
	before, after find
	// What the store says is different from the day of the file, and how many steps Control+z takes back.
	stored []string
	steps  int
}

// today is the day on which a milestone is ticked.
var today = time.Now().Format(time.DateOnly)

var edits = []edit{
	{
		view: "the table",
		change: func(p person) {
			p.goesTo("Programs", "g", "p")
			p.walks("Down", row("Bittern"))
			p.walks("Right", cell("At Risk"))
			p.keys("F2")
			p.isAt(comboBox("Status of Bittern"))
			p.writes("off")
			p.isAt(option("Off Track"))
			p.keys("Enter")
			p.isAt(cell("Off Track"))
			p.walks("Right", cell("55 %"))
			p.writes("7")
			p.isAt(entry("Progress of Bittern"))
			p.writes("5\n")
			p.isAt(cell("75 %"))
			p.hears("Saved")
		},
		before: inRow("Bittern", "At Risk", "55 %"),
		after:  inRow("Bittern", "Off Track", "75 %"),
		stored: []string{
			"program Bittern: status: At Risk -> Off Track",
			"program Bittern: progress: 55 -> 75",
		},
		steps: 2,
	},
	{
		view: "the board",
		change: func(p person) {
			p.goesTo("Programs", "g", "b")
			p.walks("Down", group("Avocet"))
			p.keys("Space")
			p.hears("Avocet over Discovery, column 1 of 6.")
			p.keys("Right")
			p.hears("Avocet over Planning, column 2 of 6.")
			p.keys("Right")
			p.hears("Avocet over In Progress, column 3 of 6.")
			p.keys("Space")
			p.hears("Dropped Avocet on In Progress, column 3 of 6.")
			p.isAt(group("Avocet"))
		},
		before: inColumn("Discovery", "Avocet"),
		after:  inColumn("In Progress", "Avocet"),
		stored: []string{"program Avocet: pipeline_stage: Discovery -> In Progress"},
		steps:  1,
	},
	{
		view: "the timeline",
		change: func(p person) {
			p.goesTo("Programs", "g", "t")
			p.walks("Down", row("Bittern, 1 June 2026 to 30 June 2031"))
			p.keys("-", "-", "-", "-", "-", "-", "-") // to the years, where an arrow is a quarter
			p.sees("the years", has(radio("Year"), windowtest.StateChecked))
			p.keys("Right")
			p.hears("Bittern: 1 September 2026 to 30 September 2031, 92 days later")
			p.keys("Enter")
			p.hears("Saved: Bittern, 1 September 2026 to 30 September 2031")
			p.keys("Shift+Right")
			p.hears("Bittern: 1 September 2026 to 30 December 2031, 91 days later")
			p.keys("Enter")
			p.hears("Saved: Bittern, 1 September 2026 to 30 December 2031")
		},
		before: has(row("Bittern, 1 June 2026 to 30 June 2031, 55 percent, At Risk")),
		after:  has(row("Bittern, 1 September 2026 to 30 December 2031, 55 percent, At Risk")),
		stored: []string{
			"program Bittern: start_date: 2026-06-01 -> 2026-09-01",
			"program Bittern: launch_date: 2031-06-30 -> 2031-12-30",
		},
		steps: 2,
	},
	{
		view: "the page of a program",
		change: func(p person) {
			p.goesTo("Programs", "g", "p")
			p.walks("Down", row("Avocet"))
			p.keys("Enter")
			p.isAt(title("Avocet"))
			p.walks("Tab", button("Owner: Ada Brandt"))
			p.keys("F2")
			p.fills(comboBox("Owner"), "Chiara Conti")
			p.keys("Enter")
			p.isAt(button("Owner: Chiara Conti"))
			p.hears("Saved")
		},
		before: has(button("Owner: Ada Brandt")),
		after:  has(button("Owner: Chiara Conti")),
		stored: []string{"program Avocet: owner: Ada Brandt -> Chiara Conti"},
		steps:  1,
	},
	{
		view: "the activity",
		change: func(p person) {
			raisesTheRisk(p)
			p.goesTo("Activity", "g", "a")
			p.walks("Tab", button("Undo"))
			p.keys("Enter")
			p.sees("the step taken back", has(button("Edit risk Permit late Undone")))
			p.stores()
			p.walks("Tab", button("Redo"))
			p.keys("Enter")
		},
		before: has(button("Edit risk Permit late Undone")),
		after:  has(button("Edit risk Permit late 1 change")),
		stored: []string{theRisk},
		steps:  1,
	},
	{
		view:   "the register of risks",
		change: raisesTheRisk,
		before: has(comboBox("Severity: Medium")),
		after:  has(comboBox("Severity: High")),
		stored: []string{theRisk},
		steps:  1,
	},
	{
		view: "the milestones",
		change: func(p person) {
			p.goesTo("Milestones", "g", "m")
			p.walks("Down", row("Pilot"))
			p.walks("Right", checkBox("Pilot is done"))
			p.keys("Space")
		},
		before: inRow("Pilot", "Planned"),
		after:  has(checkBox("Pilot is done"), windowtest.StateChecked),
		stored: []string{"milestone Pilot: status: Planned -> Done", "milestone Pilot: completed_date: not reported -> " + today},
		steps:  1,
	},
	{
		view: "the list of objectives",
		change: func(p person) {
			p.goesTo("Objectives", "g", "j")
			p.walks("Down", row("Faster"))
			p.keys("Enter")
			p.fills(entry("Name"), "Sooner")
			p.keys("Enter")
			p.isAt(row("Sooner"))
		},
		before: has(link("1 program of Faster")),
		after:  has(link("1 program of Sooner")),
		stored: []string{"objective Faster: name: Faster -> Sooner", "program Avocet: strategic_objectives: Faster -> Sooner"},
		steps:  1,
	},
	{
		view: "the matrix of objectives",
		change: func(p person) {
			p.goesTo("Objectives", "g", "j")
			p.walks("Tab", radio("List"))
			p.keys("Right")
			p.walks("Tab", checkBox("Avocet serves Faster"))
			p.walks("Right", checkBox("Avocet serves Trust"))
			p.keys("Space")
		},
		before: has(checkBox("Avocet serves Trust")),
		after:  has(checkBox("Avocet serves Trust"), windowtest.StateChecked),
		stored: []string{"program Avocet: strategic_objectives: Faster -> Faster, Trust"},
		steps:  1,
	},
}

// theRisk is what the store says of raisesTheRisk, which makes the one risk of the portfolio a High one.
const theRisk = "risk Permit late: severity: Medium -> High"

func raisesTheRisk(p person) {
	p.t.Helper()
	p.goesTo("Risks", "g", "r")
	p.walks("Down", row("Permit late"))
	p.walks("Right", comboBox("Severity: Medium"))
	p.keys("Enter")
	p.isAt(menuRadio(""))
	p.writes("h")
	p.isAt(menuRadio("High"))
	p.keys("Enter")
	p.isAt(comboBox("Severity: High"))
}

func TestWindow_isEditedByKeyboardAlone(t *testing.T) {
	sitting := sitDownWithBirds(t)
	imported := run(t, sitting.dataDir, "export", "--format", "json")
	for _, edit := range edits {
		done := t.Run(edit.view, func(t *testing.T) {
			p := sitting
			p.t = t
			edit.change(p)
			p.sees("the change", edit.after)
			p.stores(edit.stored...)

			for range edit.steps {
				p.keys("Control+z")
			}
			p.sees("how it was", edit.before)
			p.stores()
			if now := run(t, p.dataDir, "export", "--format", "json"); !bytes.Equal(now, imported) {
				t.Errorf("undone, the portfolio is\n%s\nand was\n%s", now, imported)
			}
		})
		if !done {
			t.FailNow() // the others would begin from what this one left
		}
	}
}

// stores waits until the store says that just this is different from the portfolio that was imported.
func (p person) stores(want ...string) {
	p.t.Helper()
	slices.Sort(want)
	var lines []string
	defer func() {
		if p.t.Failed() {
			p.t.Logf("the store says:\n%s", strings.Join(lines, "\n"))
		}
	}()
	soon(p.t, "what was changed to be in the store", func() (bool, error) {
		out := run(p.t, p.dataDir, "changes", "--since", dayAfter)
		lines = strings.Split(strings.TrimSpace(string(out)), "\n")
		lines = lines[:len(lines)-1] // without their number
		slices.Sort(lines)
		return slices.Equal(lines, want), nil
	})
}

// inRow looks for the row of a table that begins with the name and says all of the words.
func inRow(name string, words ...string) find {
	return func(page *windowtest.Element) *windowtest.Element {
		for element := range page.All() {
			if element.Role != windowtest.RoleRow || element.Find(windowtest.RoleLink, name) == nil {
				continue
			}
			says := element.Says()
			if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(says, word) }) {
				return element
			}
		}
		return nil
	}
}

// inColumn looks for the card of a program in a column of the board; the keyboard has to be at it.
func inColumn(column, program string) find {
	return func(page *windowtest.Element) *windowtest.Element {
		return has(group(program), windowtest.StateFocused)(page.Find(windowtest.RoleList, column))
	}
}
