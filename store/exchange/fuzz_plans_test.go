package exchange

import (
	"os"
	"testing"

	"portfolio-ai/store/portfolio"
)

// holdsTogether checks that what a file says of its programs can be taken in twice without a change: no two programs have
// the same key, no two milestones the same id, and dependencies join two programs of the file.
func holdsTogether(t *testing.T, file portfolio.IncomingFile) {
	keys, ids := map[string]bool{}, map[string]bool{}
	for _, in := range file.Programs {
		key := in.Program.ExternalID
		if key == "" || keys[key] {
			t.Errorf("row %d has the key %q, and another one has it: %v", in.Row, key, keys[key])
		}
		keys[key] = true
		for _, m := range in.Program.Milestones {
			if m.ID == "" || m.Name == "" || ids[m.ID] {
				t.Errorf("the milestone %q has the id %q, and another one has it: %v", m.Name, m.ID, ids[m.ID])
			}
			ids[m.ID] = true
			if (m.CompletedDate != "") != (m.Status == portfolio.MilestoneDone) {
				t.Errorf("the milestone %q is %q and completed on %q", m.Name, m.Status, m.CompletedDate)
			}
		}
	}
	for _, d := range file.Dependencies {
		if !keys[d.From] || !keys[d.To] || d.From == d.To {
			t.Errorf("a dependency joins %q and %q", d.From, d.To)
		}
	}
}

// Whatever a plan of Microsoft Project holds, it is refused in a sentence, or its programs hold together.
func FuzzProject(f *testing.F) {
	for _, seed := range []string{
		projectXML("<StatusDate>2026-03-31T17:00:00</StatusDate><Manager>Ada</Manager><Tasks>", task(0, 0, "Plan", "Summary=1"),
			task(1, 1, "A", "Summary=1", "GUID={0A}", "Start=2026-01-05T08:00:00", "PercentComplete=45", "Notes=n"),
			task(2, 2, "M", "Milestone=1", "GUID=0a", "Finish=2026-03-20T17:00:00", "ActualFinish=2026-03-18T17:00:00", "PercentComplete=100", "Baseline=<Number>0</Number><Finish>2026-03-01</Finish>"),
			task(3, 1, "B", "IsSubproject=1", after(2)), task(4, 1, "N", "Milestone=1", "Active=0"), "</Tasks>",
			"<Resources><Resource><UID>9</UID><Name>G</Name><Type>1</Type></Resource></Resources><Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>9</ResourceUID></Assignment></Assignments>"),
		"<?xml version='1.0' encoding='windows-1252'?><!DOCTYPE x><p:Project xmlns:p='" + projectNamespace + "'><p:Tasks><p:Task><p:UID>1</p:UID><p:Name><![CDATA[Z\xfc]]></p:Name></p:Task></p:Tasks></p:Project>",
		"<!DOCTYPE Project [<!ENTITY a 'ha'>]><Project>&a;</Project>",
		"<Project xmlns='" + projectNamespace + "'><Tasks><Task><a><a><a>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if file, ok := fuzzRead(t, "plan.xml", content); ok {
			holdsTogether(t, file)
		}
	})
}

// Whatever an export of Jira holds, it is refused in a sentence, or its programs hold together.
func FuzzJira(f *testing.F) {
	for _, name := range []string{"cloud.csv", "server-german.csv"} {
		content, err := os.ReadFile("testdata/jira/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte("Issue key,Issue Type,Summary,Parent,Comment\nA-1,Epic,A,A-2,12/Mar/26;me;text\nA-2,Story,B,A-1,\nA-2,Story,B,A-2,\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if file, ok := fuzzRead(t, "jira.csv", content); ok && isJira(t, content) {
			holdsTogether(t, file)
		}
	})
}

// isJira reports whether the content is read as an export of Jira.
func isJira(t *testing.T, content []byte) bool {
	return readAgain(t, "again.csv", content, func(s *source) (bool, error) {
		from, err := delimitedSource(s)
		if err != nil {
			return false, err
		}
		found, err := from.findHeader(Options{})
		return found.jira != nil, err
	})
}
