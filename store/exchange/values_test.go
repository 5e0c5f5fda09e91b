package exchange

import (
	"fmt"
	"strings"
	"testing"
)

// readings gives what the cells of one column were read as, with "!" for one that became a problem.
func readings(values []value) string {
	out := make([]string, len(values))
	for i, v := range values {
		if out[i] = v.text; v.problem != "" {
			out[i] += "!"
		}
	}
	return strings.Join(out, " | ")
}

func TestReaders_readAColumnAsAWhole(t *testing.T) {
	tests := []struct {
		name  string
		read  columnReader
		cells string // parted by bars
		want  string
	}{
		{"ratings", statusWords.read, "Green|amber / GREEN|Amber|Amber/red|Red|on_track|Off-Track|Done", "On Track | On Track | At Risk | Off Track | Off Track | On Track | Off Track | Completed"},
		{"no rating", statusWords.read, "|n/a|TBC|-", " |  |  | "},
		{"unknown ratings", statusWords.read, "on hold??|purple|Exempt under Section 26", "! | ! | !"},
		{"stages", stageWords.read, "discovery|In progress|delivery|go-live|Closed?", "Discovery | In Progress | In Progress | Launching | !"},
		{"levels", levelWords.read, "HIGH|m|Very low|5", "High | Medium | Low | !"},
		{"risk states", riskStatusWords.read, "open|being mitigated|resolved||odd", "Open | Mitigating | Closed |  | Open!"},
		{"milestone states", milestoneStatusWords.read, "done|failed|pending|odd", "Done | Missed | Planned | Planned!"},

		{"percent signs", readPercents, "45%|45,0 %|7 %|0.4%|100", "45 | 45 | 7 | 0 | 100"},
		{"whole numbers", readPercents, "0|1|45|100", "0 | 1 | 45 | 100"},
		{"fractions", readPercents, "0.45|1|0|0,5", "45 | 100 | 0 | 50"},
		{"zeros and ones without a fraction", readPercents, "0|1|1", "0 | 1 | 1"},
		{"a fraction among percentages", readPercents, "0.45|45|n/a", "! | 45 | "},
		{"a fraction among percent signs", readPercents, "0.45|0.5%", "! | 1"},
		{"out of range", readPercents, "-5|101|400%|done", "! | ! | ! | !"},
		{"rounded", readPercents, "45.5|45.4", "46 | 45"},

		{"ISO days", readDays, "2026-03-04|2026-03-04T10:00:00Z|2026-03-04 10:00|20260304|2026/3/4", "2026-03-04 | 2026-03-04 | 2026-03-04 | 2026-03-04 | 2026-03-04"},
		{"day first, proven by one", readDays, "03/04/2026|31/12/2026|5/5/2026", "2026-04-03 | 2026-12-31 | 2026-05-05"},
		{"month first, proven by one", readDays, "03/04/2026|12/31/2026", "2026-03-04 | 2026-12-31"},
		{"undecided", readDays, "03/04/2026|05/05/2026", "! | 2026-05-05"},
		{"contradicting", readDays, "03/04/2026|31/12/2026|12/31/2026", "! | 2026-12-31 | 2026-12-31"},
		{"dots", readDays, "03.04.2026|3.4.2026", "2026-04-03 | 2026-04-03"},
		{"ISO proves nothing about the rest", readDays, "2026-12-31|03/04/2026", "2026-12-31 | !"},
		{"months by name", readDays, "4 March 2026|04-Mar-2026|March 4, 2026|Mar 4th 2026|Wed, 4 Mar 2026|4. Sept 2026", "2026-03-04 | 2026-03-04 | 2026-03-04 | 2026-03-04 | 2026-03-04 | 2026-09-04"},
		{"with a time", readDays, "31/12/2026 00:00|31/12/2026 12:00:00 AM", "2026-12-31 | 2026-12-31"},
		{"no day", readDays, "|n/a|TBC|March 2026|2026|Q3 2026|46112|4 Marching 2026|31 February 2026", " |  |  | ! | ! | ! | ! | ! | !"},
		{"years of two digits", readDays, "31/12/26|14-Mar-26", "! | !"},
		{"years that are mistakes", readDays, "0206-03-04|31/12/9999|1900-01-01|2200-12-31", "! | ! | 1900-01-01 | 2200-12-31"},
		{"a sentence", readDays, "Exempt under Section 26 of the Freedom of Information Act 2000 (Defence)", "!"},

		{"labels", readLabels, " Ada  Lovelace |n/a|-|TBC|two\r\nlines", "Ada  Lovelace |  |  | TBC | two lines"},
		{"lists", readLists, "grow; save\ncosts;|", "grow\nsave costs | "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cells := strings.Split(test.cells, "|")
			if test.name == "lists" {
				cells = []string{"grow; save  costs;", ""}
			}
			if got := readings(test.read(cells)); got != test.want {
				t.Errorf("%q is read as\n%q, want\n%q", test.cells, got, test.want)
			}
		})
	}
}

func TestReaders_keepWhatTheCellSaid(t *testing.T) {
	file := readText(t, "a.csv", "name,rag,due,progress,owner\nA,Amber/red,31/12/2026,45%,Ada\nB,Off Track,2026-12-31,45,Bo\nC,purple,someday,lots,Cy\n")
	want := []string{"map[launch_date:31/12/2026 progress:45% status:Amber/red]", "map[]", "map[launch_date:someday progress:lots status:purple]"}
	for i, in := range file.Programs {
		if got := fmt.Sprint(in.Texts); got != want[i] {
			t.Errorf("row %d keeps %s, want %s", in.Row, got, want[i])
		}
	}
}
