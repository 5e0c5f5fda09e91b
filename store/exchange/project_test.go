package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// projectFile finds a plan of Microsoft Project, which is not part of this repository.
func projectFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "mspdi", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the public data is not there (%v)", err)
	}
	return path
}

// projectXML wraps elements into a plan.
func projectXML(elements ...string) string {
	return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project xmlns=\"" + projectNamespace + "\"><Title>Plan</Title>" + strings.Join(elements, "\n") + "</Project>\n"
}

// task writes a task: its UID, its level, its name, and other elements as "Name=text".
func task(uid, level int, name string, others ...string) string {
	out := fmt.Sprintf("<Task><UID>%d</UID><OutlineLevel>%d</OutlineLevel><Name>%s</Name>", uid, level, name)
	for _, other := range others {
		element, text, _ := strings.Cut(other, "=")
		out += "<" + element + ">" + text + "</" + element + ">"
	}
	return out + "</Task>"
}

// after is the element of a task that waits for another one.
func after(uid int) string {
	return fmt.Sprintf("PredecessorLink=<PredecessorUID>%d</PredecessorUID><Type>1</Type>", uid)
}

func TestRead_realPlansOfMicrosoftProject(t *testing.T) {
	sample := readFile(t, projectFile(t, "sample.xml"))
	var got []string
	for _, in := range sample.Programs {
		p := in.Program
		got = append(got, fmt.Sprintf("%s %s %s %s %d %q %d", p.ExternalID, p.Name, p.StartDate, p.LaunchDate, *p.Progress, p.Description, len(p.Milestones)))
	}
	want := []string{
		`sample/1 First Task 2003-01-07 2003-03-18 0 "Test Task Notes" 1`,
		`sample/6 Recurring Task 2003-02-03 2003-03-03 0 "" 0`,
		`sample/19 Task Relationships 2003-01-07 2003-01-09 0 "" 0`,
	}
	if !slices.Equal(got, want) || len(sample.Rejected) != 0 {
		t.Errorf("sample.xml holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	relations := readFile(t, projectFile(t, "relations.xml"))
	if len(relations.Programs) != 1 || relations.Programs[0].Program.Name != "mspdirelations" || relations.Programs[0].Program.LaunchDate != "2006-09-25" {
		t.Errorf("relations.xml has no summary task, and holds %+v", relations.Programs)
	}
}

func TestRead_eachTopSummaryTaskIsAProgramWithItsMilestones(t *testing.T) {
	file := readText(t, "plan.xml", projectXML("<StatusDate>2026-03-31T17:00:00</StatusDate><Manager>Ada</Manager><Tasks>",
		task(0, 0, "Plan", "Summary=1"),
		task(1, 1, "Aurora", "GUID={D0E5A001-0000-4000-8000-000000000001}", "Summary=1", "Start=2026-01-05T08:00:00", "Finish=2026-06-30T17:00:00",
			"PercentComplete=45", "Notes=Bring it &amp; ship\r\nit"),
		task(2, 2, "Phase", "Summary=1"),
		task(3, 3, "Contract signed", "Milestone=1", "Finish=2026-03-20T17:00:00", "ActualFinish=2026-03-18T17:00:00", "PercentComplete=100",
			"Baseline=<Number>1</Number><Finish>2026-01-01T17:00:00</Finish>", "Baseline=<Number>0</Number><Finish>2026-03-01T17:00:00</Finish>"),
		task(4, 2, "Go-live", "GUID=d0e5a001-0000-4000-8000-000000000004", "Milestone=1", "Finish=2026-06-30T17:00:00"),
		task(5, 1, "Borealis", "Summary=1", "PercentComplete=half", "Finish=NA"),
		task(6, 2, "Build", "Finish=2026-05-01T17:00:00", after(3)),
		task(7, 2, "Test", after(6), after(4)),
		"</Tasks><Resources><Resource><UID>9</UID><Name>Grace</Name><Type>1</Type></Resource><Resource><UID>8</UID><Name>Crane</Name><Type>0</Type></Resource></Resources>",
		"<Assignments><Assignment><TaskUID>5</TaskUID><ResourceUID>8</ResourceUID></Assignment><Assignment><TaskUID>5</TaskUID><ResourceUID>9</ResourceUID></Assignment></Assignments>"))
	if len(file.Programs) != 2 || file.ProposedAsOf != "2026-03-31" {
		t.Fatalf("%d programs as of %q", len(file.Programs), file.ProposedAsOf)
	}
	aurora, borealis := file.Programs[0].Program, file.Programs[1].Program
	if aurora.ExternalID != "d0e5a001-0000-4000-8000-000000000001" || aurora.Owner != "Ada" || *aurora.Progress != 45 || aurora.StartDate != "2026-01-05" ||
		aurora.LaunchDate != "2026-06-30" || aurora.Description != "Bring it & ship\nit" || aurora.Status != "" {
		t.Errorf("Aurora is %+v", aurora)
	}
	wantMilestones := []portfolio.Milestone{
		{ID: "Plan/3", Name: "Contract signed", DueDate: "2026-03-20", BaselineDate: "2026-03-01", CompletedDate: "2026-03-18", Status: portfolio.MilestoneDone},
		{ID: "d0e5a001-0000-4000-8000-000000000004", Name: "Go-live", DueDate: "2026-06-30"},
	}
	if !slices.Equal(aurora.Milestones, wantMilestones) {
		t.Errorf("the milestones are %+v", aurora.Milestones)
	}
	if borealis.ExternalID != "Plan/5" || borealis.Owner != "Grace" || borealis.Progress != nil || borealis.LaunchDate != "" ||
		slices.Contains(file.Programs[1].Fields, "start_date") {
		t.Errorf("Borealis is %+v and reports on %v", borealis, file.Programs[1].Fields)
	}
	if !hasWarning(file, 5, "PercentComplete of task UID 5", "is not a percentage") {
		t.Errorf("the warnings are %+v", file.Warnings)
	}
	want := []portfolio.Dependency{{From: aurora.ExternalID, To: "Plan/5", Note: "Contract signed → Build (+1)"}}
	if !slices.Equal(file.Dependencies, want) {
		t.Errorf("the dependencies are %+v, want %+v", file.Dependencies, want)
	}
}

// hasWarning reports whether a file warns about a column of a row in these words.
func hasWarning(file portfolio.IncomingFile, row int, column, words string) bool {
	return slices.ContainsFunc(file.Warnings, func(w portfolio.Warning) bool {
		return w.Row == row && w.Column == column && strings.Contains(w.Message, words)
	})
}

func TestRead_whatIsAProgramOfAPlan(t *testing.T) {
	tests := []struct {
		name  string
		tasks []string
		want  string // programs with their milestones
	}{
		{"no summary task", []string{task(1, 1, "A"), task(2, 1, "Done", "Milestone=1")}, "Plan[Done]"},
		{"one summary task", []string{task(1, 1, "A", "Summary=1"), task(2, 2, "M", "Milestone=1")}, "A[M]"},
		{"milestones beside summary tasks", []string{task(1, 1, "Start", "Milestone=1"), task(2, 1, "A", "Summary=1"), task(3, 2, "M", "Milestone=1"),
			task(4, 1, "End", "Milestone=1")}, "Plan[Start End] A[M]"},
		{"tasks beside summary tasks", []string{task(1, 1, "A", "Summary=1"), task(2, 1, "B")}, "A[]"},
		{"an inserted project", []string{task(1, 1, "A", "IsSubproject=1")}, "A[]"},
		{"empty lines, inactive tasks and shadows", []string{"<Task><UID>7</UID><IsNull>1</IsNull></Task>", task(1, 1, "A", "Summary=1"), task(2, 2, "M", "Milestone=1", "Active=0"),
			task(3, 2, "N", "Milestone=1", "ExternalTask=1"), task(4, 1, "B", "Summary=1", "Active=0"), task(5, 2, "O", "Milestone=1")}, "A[]"},
		{"the same UID twice", []string{task(1, 1, "A", "Summary=1"), task(1, 1, "B", "Summary=1"), task(2, 2, "M", "Milestone=1")}, "A[]"},
		{"the same GUID twice", []string{task(1, 1, "A", "Summary=1", "GUID=x1"), task(2, 1, "B", "Summary=1", "GUID=x1")}, "A[] B[]"},
		{"no tasks", nil, ""},
		{"no name", []string{task(1, 1, " ", "Summary=1")}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := readText(t, "plan.xml", projectXML("<Tasks>", strings.Join(test.tasks, ""), "</Tasks>"))
			var got []string
			for _, in := range file.Programs {
				var milestones []string
				for _, m := range in.Program.Milestones {
					milestones = append(milestones, m.Name)
				}
				got = append(got, in.Program.Name+"["+strings.Join(milestones, " ")+"]")
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %s, want %s", strings.Join(got, " "), test.want)
			}
		})
	}
}

func TestRead_aPlanInTheEncodingThatItDeclares(t *testing.T) {
	for label, name := range map[string]string{"UTF-8": "Zürich", "windows-1252": "Z\xfcrich", "ISO-8859-1": "Z\xfcrich", "utf-16": "Zürich"} {
		text := strings.Replace(projectXML("<Tasks>"+task(1, 1, name, "Summary=1")+"</Tasks>"), "UTF-8", label, 1)
		if file := readText(t, "plan.xml", text); file.Programs[0].Program.Name != "Zürich" {
			t.Errorf("%s: the name is %q", label, file.Programs[0].Program.Name)
		}
	}
}

func TestRead_hostilePlansAreRefusedWithASentence(t *testing.T) {
	tasks := "<Tasks>" + task(1, 1, "A", "Summary=1") + "</Tasks>"
	bomb := `<!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`
	tests := []struct{ name, content, want string }{
		{"entities", strings.Replace(projectXML(tasks), "<Project", bomb+"<Project", 1), "declares entities in line 2"},
		{"an unknown entity", projectXML("<Notes/><Title>&b;</Title>"), "is not valid XML: invalid character entity &b; in line 2"},
		{"nesting", projectXML(strings.Repeat("<a>", 5_000_000)), "nested more than 64 deep in line 2"},
		{"nesting in a task", projectXML("<Tasks><Task>" + strings.Repeat("<a>", 5_000_000)), "nested more than 64 deep"},
		{"a huge text", projectXML("<Title>" + strings.Repeat("x", 3<<20) + "</Title>"), "a record of more than 1 MB"},
		{"a huge task", projectXML("<Tasks><Task>" + strings.Repeat("<a>"+strings.Repeat("x", 1<<19)+"</a>", 40) + "</Task></Tasks>"), "an element of more than 16 MB"},
		{"attributes without end", projectXML("<a" + strings.Repeat(" b=''", 1<<20) + "/>"), "a record of more than 1 MB"},
		{"cut off", projectXML(tasks)[:200], "ends in the middle of its XML"},
		{"crossed elements", projectXML("<a><b></a></b>"), "is not valid XML: element <b> closed by </a> in line 2"},
		{"bytes of another encoding", projectXML("<Title>Z\xfcrich</Title>"), "line 2 that are not in the encoding it declares"},
		{"an unknown encoding", strings.Replace(projectXML(tasks), "UTF-8", "klingon", 1), `the encoding "klingon", which is not known`},
		{"another version", strings.Replace(projectXML(tasks), "1.0", "1.1", 1), "a version of XML other than 1.0"},
		{"other XML", "<?xml version=\"1.0\"?><rss/>", "no plan of Microsoft Project: it is a <rss>; CSV"},
		{"a build file", "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"/>", "no plan of Microsoft Project"},
		{"no XML", "name,owner\nA,B\n", "holds no XML"},
		{"a page", "<!DOCTYPE html><html><body><br></body></html>", "no plan of Microsoft Project: it is a <html>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := refusal(t, write(t, "plan.xml", []byte(test.content))); !strings.Contains(got, test.want) || !strings.HasPrefix(got, "plan.xml ") || !strings.HasSuffix(got, ".") {
				t.Errorf("got  %s\nwant … %s …", got, test.want)
			}
		})
	}
}
