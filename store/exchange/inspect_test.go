package exchange

import (
	"context"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// inspectFile looks at a file that can be read.
func inspectFile(t *testing.T, path string) portfolio.FileLayout {
	t.Helper()
	layout, err := Inspect(context.Background(), path, "")
	if err != nil {
		t.Fatal(err)
	}
	return layout
}

// proposals lists what is proposed: "RAG=status likely".
func proposals(layout portfolio.FileLayout) []string {
	var out []string
	for _, c := range layout.Columns {
		out = append(out, c.Header+"="+c.Field+" "+string(c.Confidence))
	}
	return out
}

func TestInspect_saysWhatEachColumnSeemsToHoldAndHowSureThatIs(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"own names and best words are certain", "id,name,rag,owner\nP1,A,red,x\n",
			"id=id certain, name=name certain, rag=status certain, owner=owner certain"},
		{"weaker words are likely, the weaker of two is not read", "Project,SRO,Project manager,Budget\nA,x,y,5\n",
			"Project=name likely, SRO= none, Project manager=owner likely, Budget= none"},
		{"values tell where headers do not", "Nr;Vorhaben;Ampel;Beginn;Ende;Fertig;Notiz\n" +
			"V-1;Neue Werkshalle;red;01.03.2026;31.12.2026;10 %;a\nV-2;Dach erneuern;green;15.04.2026;30.06.2027;55%;a\nV-3;Kantine;amber;20.05.2026;30.09.2026;5%;a\n",
			"Nr=external_id likely, Vorhaben=name likely, Ampel=status likely, Beginn=start_date likely, Ende=launch_date likely, Fertig=progress likely, Notiz= none"},
		{"a field that a header names is not given by values", "name,Ampel,status\nA,red,green\nB,green,green\n",
			"name=name certain, Ampel= none, status=status certain"},
		{"one letter again and again is no status, a word of its own among others is", "name,Notiz,Ampel\nA,a,red\nB,a,green\nC,a,lila\n",
			"name=name certain, Notiz= none, Ampel=status likely"},
		{"small numbers are no percentages", "name,Stufe\nA,1\nB,2\nC,3\n", "name=name certain, Stufe= none"},
		{"columns of one header are one", "name,rag,RAG\nA,,red\nB,green,\n", "name=name certain, rag=status certain"},
		{"what stands above the header is not looked at", "Report\n\nname,rag\nA,red\n", "name=name certain, rag=status certain"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			layout := inspectFile(t, write(t, "a.csv", []byte(test.content)))
			if got := strings.Join(proposals(layout), ", "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestInspect_showsFirstValuesThatDifferOnOneLineEach(t *testing.T) {
	layout := inspectFile(t, write(t, "a.csv", []byte("name,note,rag,rag\nA,\"one\ntwo\",,red\nB,x,green,\nC,x,,\nD,y,,\nE,z,,\nF,u,,\nG,v,,\n")))
	if layout.Kind != portfolio.FileOfText || layout.Rows != 7 || len(layout.Columns) != 3 {
		t.Fatalf("got %+v", layout)
	}
	note, rag := layout.Columns[1], layout.Columns[2]
	if !slices.Equal(note.Samples, []string{"one two", "x", "y", "z", "u"}) {
		t.Errorf("samples %q", note.Samples)
	}
	if rag.Count != 2 || !slices.Equal(rag.Samples, []string{"red", "green"}) {
		t.Errorf("two columns of one header are %+v", rag)
	}
}

func TestInspect_proposesADayOnlyWhereTheFileSaysIt(t *testing.T) {
	tests := []struct {
		file, content string
		day           portfolio.Date
		year          int
	}{
		{"a.csv", "name,as of\nA,2026-03-31\nB,31.03.2026\n", "", 0},
		{"a.csv", "name,report date\nA,2026-03-31\nB,2026-03-31\n", "2026-03-31", 0},
		{"a.csv", "name,report date\nA,2026-03-31\nB,2026-04-30\n", "", 0},
		{"status_2026-03-31.csv", "name\nA\n", "2026-03-31", 0},
		{"20260331 status.csv", "name\nA\n", "2026-03-31", 0},
		{"2026-03-31 to 2026-04-30.csv", "name\nA\n", "", 2026},
		{"2026-13-31.csv", "name\nA\n", "", 2026},
		{"gmpp-2021.csv", "name\nA\n", "", 2021},
		{"2021 and 2022.csv", "name\nA\n", "", 0},
		{"a.csv", "year,name\n2021,A\n2021,B\n", "", 2021},
		{"a.csv", "year,name\n2021,A\n2022,B\n", "", 0},
		{"v12.csv", "name\nA\n", "", 0},
	}
	for _, test := range tests {
		layout := inspectFile(t, write(t, test.file, []byte(test.content)))
		if layout.ProposedAsOf != test.day || layout.Year != test.year {
			t.Errorf("%s with %q: day %q, year %d; want %q, %d", test.file, test.content, layout.ProposedAsOf, layout.Year, test.day, test.year)
		}
	}
}

func TestInspect_filesOfOneLayoutHaveOneKey(t *testing.T) {
	key := func(name, content string) string { return inspectFile(t, write(t, name, []byte(content))).Key }
	first := key("march.csv", "Project Name,RAG\nA,red\n")
	for name, content := range map[string]string{
		"april.csv":      "Project Name,RAG\nB,green\nC,red\n",
		"semicolons.csv": "project_name;rag\nB;green\n",
	} {
		if key(name, content) != first {
			t.Errorf("%s has another key", name)
		}
	}
	for name, content := range map[string]string{
		"order.csv": "RAG,Project Name\nred,A\n",
		"more.csv":  "Project Name,RAG,Owner\nA,red,x\n",
	} {
		if key(name, content) == first {
			t.Errorf("%s has the same key", name)
		}
	}
}

func TestInspect_jsonHasNothingToMap(t *testing.T) {
	layout := inspectFile(t, write(t, "a.json", []byte(`[{"name": "A"}, {"name": "B"}]`)))
	if layout.Kind != portfolio.FileOfJSON || layout.Rows != 2 || layout.Columns == nil || len(layout.Columns) != 0 || layout.Key != "" {
		t.Errorf("got %+v", layout)
	}
}

func TestInspect_refusesWhatReadRefusesButNotAFileWithoutAKnownColumn(t *testing.T) {
	for _, content := range []string{"", "%PDF-1.7", "name\x00\x01"} {
		if _, err := Inspect(context.Background(), write(t, "a.csv", []byte(content)), ""); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q: %v", content, err)
		}
	}
	layout := inspectFile(t, write(t, "a.csv", []byte("Was,Wer\nA,x\n")))
	if got := proposals(layout); !slices.Equal(got, []string{"Was= none", "Wer= none"}) {
		t.Errorf("got %q", got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Inspect(ctx, write(t, "a.csv", []byte("name\nA\n")), ""); portfolio.ErrorCode(err) != portfolio.ECancelled {
		t.Errorf("a stopped look: %v", err)
	}
}

func TestInspect_governmentPortfoliosAreMappedAsTheyAreRead(t *testing.T) {
	for year, rows := range map[string]int{"2021": 184, "2022": 235} {
		layout := inspectFile(t, governmentFile(t, year))
		if layout.Rows != rows || layout.ProposedAsOf != "" || layout.Year == 0 {
			t.Errorf("%s: %d rows, day %q, year %d", year, layout.Rows, layout.ProposedAsOf, layout.Year)
		}
		got := map[string]string{}
		for _, c := range layout.Columns {
			got[c.Field] = c.Header + " " + string(c.Confidence)
		}
		for field, want := range map[string]string{
			"external_id": "project_number certain", "name": "project_name likely", "status": "colour_rating likely",
			"team": "department certain", "start_date": "start_date certain", "launch_date": "end_date likely",
			fieldComment: "rating_comment certain", "owner": "", "progress": "",
		} {
			if got[field] != want {
				t.Errorf("%s: %s is %q, want %q", year, field, got[field], want)
			}
		}
	}
}

func TestRead_aFieldMappedToNothingIsNotRead(t *testing.T) {
	path := write(t, "a.csv", []byte("name,owner,rag\nA,Bo,red\n"))
	file, err := Read(context.Background(), path, Options{Mapping: map[string]string{"owner": "", "status": "", "team": "owner"}})
	if err != nil {
		t.Fatal(err)
	}
	in := file.Programs[0]
	if in.Program.Owner != "" || in.Program.Team != "Bo" || slices.Contains(in.Fields, "owner") || slices.Contains(in.Fields, "status") {
		t.Errorf("got %+v", in)
	}
	if got := messages(file); !slices.Equal(got, []string{"0 : Columns that were not read: rag."}) {
		t.Errorf("warnings %q", got)
	}
}
