//go:build windowtest && linux

package windowtest_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/app/windowtest"
)

func TestWindow_leadsFromAFigureToItsListByKeyboardAlone(t *testing.T) {
	p := sitDownWithBirds(t)
	p.goesTo("Overview", "g", "o")
	p.walks("Tab", link("At Risk: 1"))
	p.keys("Enter")
	p.isAt(title("Programs"))
	p.sees("how many there are", saying("1 program"))
	p.walks("Down", row("Bittern"))
	p.stores()
}

// WebKit forgets the rows of tables that were behind a dialog; see tables-again.ts.
func TestWindow_tellsOfTheRowsAgainAfterADialog(t *testing.T) {
	p := sitDownWithBirds(t)
	for _, page := range []struct {
		title, key string
		rows       find
	}{
		{"Programs", "p", inRow("Bittern", "At Risk", "55 %")},
		{"Risks", "r", inRow("Permit late")},
		{"Milestones", "m", inRow("Pilot")},
	} {
		p.goesTo(page.title, "g", page.key)
		p.sees("its rows", page.rows)
		p.keys("Control+k")
		p.isIn(dialog("Search, do or ask"))
		p.keys("Escape")
		p.isAt(title(page.title))
		p.sees("its rows again", page.rows)
	}
}

func TestWindow_isSetByKeyboardAlone(t *testing.T) {
	on := openDesktop(t)
	dataDir := t.TempDir()
	run(t, dataDir, "import", "--as-of", birdsAsOf, birds)
	p := sitDownAt(t, on, dataDir)
	p.sees("the programs", has(link("Bittern")))

	p.goesTo("Settings", "Control+,")
	p.walks("Tab", radio("System"))
	p.keys("Right", "Right")
	p.isAt(radio("Dark"))
	p.keys("Tab", "Right", "Right")
	p.isAt(radio("Deutsch"))
	p.sees("the page in German", heading("Einstellungen"))
	p.sees("the theme in German", has(radio("Dunkel"), windowtest.StateChecked))

	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := p.window.AskToClose(ctx); err != nil {
		t.Fatal(err)
	}
	again := sitDownAt(t, on, dataDir)
	again.sees("the window in German", has(link("Meilensteine")))
	again.goesTo("Einstellungen", "Control+,")
	again.sees("the theme that was set", has(radio("Dunkel"), windowtest.StateChecked))
}

func TestWindow_importsAFileByKeyboardAlone(t *testing.T) {
	p := sitDown(t, t.TempDir())
	p.sees("the first run", firstRun)
	p.importsBirds()
	p.stores()
	if got := programNames(p); len(got) != 3 {
		t.Errorf("the store holds %q", got)
	}

	p.keys("Control+z")
	p.sees("the first run", firstRun)
	if got := programNames(p); len(got) != 0 {
		t.Errorf("undone, the store holds %q", got)
	}
}

func TestWindow_asksAndAppliesAProposalByKeyboardAlone(t *testing.T) {
	p := sitDownWithBirds(t)
	p.asks("Set the progress of Bittern to 60 and its status to Off Track")
	p.sees("the proposal", has(button("Change 2 fields")))
	p.stores()

	p.walks("Shift+Tab", checkBox("Row 1: Bittern · Progress"))
	p.keys("Space")
	p.walks("Tab", button("Apply 1 of 2 rows"))
	p.keys("Enter")
	p.sees("that it is applied", inAssistant(saying("Applied")))
	p.sees("the change", inRow("Bittern", "Off Track", "55 %"))
	p.stores("program Bittern: status: At Risk -> Off Track")

	p.keys("Control+z")
	p.sees("how it was", inRow("Bittern", "At Risk", "55 %"))
	p.sees("that it is undone", inAssistant(saying("Applied and undone")))
	p.stores()
}

func TestWindow_copiesAnAnswerByKeyboardAlone(t *testing.T) {
	p := sitDownWithBirds(t)
	p.asks("Which programs are At Risk?")
	p.walks("Shift+Tab", button("Copy the answer"))
	p.keys("Enter")
	p.sees("that it is copied", inAssistant(saying("Copied")))
	p.walks("Tab", entry("Message to the assistant"))
	p.keys("Control+v")
	p.sees("the answer as text, without addresses", func(page *windowtest.Element) *windowtest.Element {
		at := page.Focused()
		if at != nil && strings.Contains(at.Text, "| Bittern | At Risk |") && !strings.Contains(at.Text, "#/") {
			return at
		}
		return nil
	})
}

// importsBirds takes the first run through to the portfolio of three programs.
func (p person) importsBirds() {
	p.t.Helper()
	file, err := filepath.Abs(birds)
	if err != nil {
		p.t.Fatal(err)
	}
	p.walks("Tab", button("Choose a file…"))
	p.keys("Enter")
	p.picksInFileChooser(file)

	p.sees("what the file holds", has(button("Import 3 programs")))
	p.walks("Tab", entry("Figures as of"))
	p.fills(entry("Figures as of"), birdsAsOf)
	p.walks("Tab", button("Import 3 programs"))
	p.keys("Enter")
	p.sees("the programs", has(link("Bittern")))
}

// asks puts a question to the assistant through the palette, which leaves the keyboard where the next one is written.
func (p person) asks(question string) {
	p.t.Helper()
	p.keys("Control+k")
	p.isIn(dialog("Search, do or ask"))
	p.writes(question)
	p.isAt(option("Ask the assistant: " + question))
	p.keys("Enter")
	p.isAt(entry("Message to the assistant"))
}

// sitDownWithBirds opens the window on a portfolio of three programs.
func sitDownWithBirds(t *testing.T) person {
	t.Helper()
	dataDir := t.TempDir()
	run(t, dataDir, "import", "--as-of", birdsAsOf, birds)
	p := sitDown(t, dataDir)
	p.sees("the programs", has(link("Bittern")))
	return p
}

// programNames gives the names of the programs in the store.
func programNames(p person) []string {
	p.t.Helper()
	var portfolio struct{ Programs []struct{ Name string } }
	if err := json.Unmarshal(run(p.t, p.dataDir, "export", "--format", "json"), &portfolio); err != nil {
		p.t.Fatalf("export: %v", err)
	}
	names := make([]string, len(portfolio.Programs))
	for i, program := range portfolio.Programs {
		names[i] = program.Name
	}
	return names
}

// picksInFileChooser waits for the dialog of the system that picks a file, and gives it the path.
func (p person) picksInFileChooser(path string) {
	p.t.Helper()
	at := func() *windowtest.Element {
		page := p.window.Read(p.t.Context())
		return page.Root().Find(windowtest.RoleFileChooser, "Import programs").Focused()
	}
	soon(p.t, "the keyboard in the file dialog", func() (bool, error) {
		err := p.window.Keys() // goes to the dialog once it is in front
		return at() != nil, err
	})
	// A slash opens the line for a path. Keys are lost until it is there.
	for _, part := range []struct{ write, stands string }{{"/", "/"}, {path[1:], path}} {
		p.writes(part.write)
		soon(p.t, part.stands+" in the file dialog", func() (bool, error) {
			field := at()
			return field != nil && field.Text == part.stands, nil
		})
	}
	p.keys("Enter")
}
