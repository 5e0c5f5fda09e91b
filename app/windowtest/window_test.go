//go:build windowtest && linux

package windowtest_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"portfolio-ai/app/windowtest"
)

// portfolios are the files that the window is tried with, and what a person finds in them.
var portfolios = []struct {
	name     string
	file     string
	asOf     string
	programs int
	offTrack int
}{
	{"a small portfolio", "testdata/programs.json", "2026-01-31", 5, 2},
	{"the government portfolio of 2022", "../../../shared/data/gmpp-2022.csv", "2022-03-31", 235, 27},
}

func TestWindow_showsThePortfolioAnswersAndOpensWhatItCites(t *testing.T) {
	const question = "Which programs are Off Track?"
	for _, portfolio := range portfolios {
		t.Run(portfolio.name, func(t *testing.T) {
			if _, err := os.Stat(portfolio.file); errors.Is(err, fs.ErrNotExist) {
				t.Skipf("there is no %s on this machine", portfolio.file)
			}
			dataDir := t.TempDir()
			run(t, dataDir, "import", "--as-of", portfolio.asOf, portfolio.file)
			cited := citations(t, dataDir, question)
			p := sitDown(t, dataDir)

			p.press(windowtest.RoleLink, "Programs")
			p.sees("the heading of the list", heading("Programs"))
			p.sees("the names of programs", func(page *windowtest.Element) *windowtest.Element {
				table := page.Find(windowtest.RoleTable, "Programs")
				return table.Find(windowtest.RoleLink, cited[0])
			})
			p.sees("how many programs there are", saying(strconv.Itoa(portfolio.programs)+" programs"))

			p.types("Message to the assistant", question)
			p.press(windowtest.RoleButton, "Send")
			p.sees("the figure in the answer", inAssistant(saying(strconv.Itoa(portfolio.offTrack)+" Off Track programs")))
			citation := p.sees("a citation", inAssistant(func(panel *windowtest.Element) *windowtest.Element {
				return panel.Find(windowtest.RoleLink, cited[0])
			}))

			p.presses(citation)
			p.sees("the page of the program", heading(cited[0]))
		})
	}
}

// citations gives the names of the programs that the command line cites when it is asked the question.
func citations(t *testing.T, dataDir, question string) []string {
	t.Helper()
	var answer struct {
		Citations []struct{ Label string }
	}
	if err := json.Unmarshal(run(t, dataDir, "ask", "--json", question), &answer); err != nil {
		t.Fatalf("ask --json: %v", err)
	}
	if len(answer.Citations) == 0 {
		t.Fatalf("%q is answered without a citation", question)
	}
	names := make([]string, len(answer.Citations))
	for i, citation := range answer.Citations {
		names[i] = citation.Label
	}
	return names
}

// find looks for something in the window; nil means that it is not there.
type find = func(page *windowtest.Element) *windowtest.Element

func heading(name string) find {
	return func(page *windowtest.Element) *windowtest.Element { return page.Find(windowtest.RoleHeading, name) }
}

// saying looks for words anywhere below the element.
func saying(words string) find {
	return func(page *windowtest.Element) *windowtest.Element {
		if strings.Contains(page.Says(), words) {
			return page
		}
		return nil
	}
}

// inAssistant looks only in the landmark around the field in which questions are written.
func inAssistant(look find) find {
	return func(page *windowtest.Element) *windowtest.Element {
		panel := page.Find(windowtest.RoleEntry, "Message to the assistant").Within(windowtest.RoleLandmark)
		if panel == nil {
			return nil
		}
		return look(panel)
	}
}
