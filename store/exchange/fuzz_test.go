package exchange

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// fuzzRead reads generated content. It returns false where the file is refused as a whole, which must be in a sentence.
func fuzzRead(t *testing.T, name string, content []byte) (portfolio.IncomingFile, bool) {
	file, err := Read(context.Background(), write(t, name, content), Options{IssuesAsMilestones: true})
	if err != nil {
		if portfolio.ErrorCode(err) != portfolio.EInvalid || !strings.HasSuffix(err.Error(), ".") {
			t.Fatalf("the refusal is no sentence: %v", err)
		}
		return file, false
	}
	for _, in := range file.Programs {
		p := in.Program
		if p.Name == "" && p.ID == "" && p.ExternalID == "" {
			t.Errorf("row %d: nothing says which program this is", in.Row)
		}
		if p.Progress != nil && (*p.Progress < 0 || *p.Progress > 100) {
			t.Errorf("row %d: progress %d", in.Row, *p.Progress)
		}
		if encoded, err := json.Marshal(p); err != nil || !utf8.Valid(encoded) {
			t.Errorf("row %d: %v", in.Row, err)
		}
		var again portfolio.Program // refuses a word or a day that is not of the vocabulary
		if encoded, _ := json.Marshal(p); json.Unmarshal(encoded, &again) != nil {
			t.Errorf("row %d is not of our vocabulary: %s", in.Row, encoded)
		}
	}
	return file, true
}

// Whatever a table holds, each row below its header that is not blank is taken in or rejected, once.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"name,rag\nA,Green\n,Red\nA,Red\n",
		"project_number;project_name;colour_rating;colour_rating\r\n1;\"A\r\nB\";;Red\r\n",
		"name\tdue\nA\t03/04/2026\nB\t31/12/26\n",
		"name|% complete\nA|0.45\nB|\"1\n\nC|7%",
		"title\n\nname,x\rA,\"un\"closed\rB,\"never",
		"id,name,progress\n1,caf\xe9,45%\n",
		"\xff\xfen\x00a\x00m\x00e\x00\n\x00A\x00",
		"\xef\xbb\xbfname\nA\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, ok := fuzzRead(t, "a.csv", content)
		if !ok || isJira(t, content) {
			return
		}
		eachRowOnce(t, file, dataRows(t, content))
	})
}

// eachRowOnce checks that the rows of a file are those that are wanted, each taken in, rejected or named as a title, once.
func eachRowOnce(t *testing.T, file portfolio.IncomingFile, want map[int]bool) {
	t.Helper()
	rows := map[int]int{}
	for _, in := range file.Programs {
		rows[in.Row]++
	}
	for _, r := range file.Rejected {
		rows[r.Row]++
	}
	for _, w := range file.Warnings {
		if strings.Contains(w.Message, "was taken for a title") {
			rows[w.Row]++
		}
	}
	for row, n := range rows {
		if n != 1 || !want[row] {
			t.Errorf("row %d is in the result %d times, and a row of data: %v", row, n, want[row])
		}
	}
	if len(rows) != len(want) {
		t.Errorf("%d rows in, %d rows out", len(want), len(rows))
	}
}

// readAgain has content that Read takes read in another way.
func readAgain[T any](t *testing.T, name string, content []byte, read func(*source) (T, error)) T {
	t.Helper()
	out, err := reading(write(t, name, content), func(_ format, s *source) (T, error) { return read(s) })
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// dataRows finds the lines on which rows of data begin.
func dataRows(t *testing.T, content []byte) map[int]bool {
	return readAgain(t, "again.csv", content, func(s *source) (map[int]bool, error) {
		from, err := delimitedSource(s)
		if err != nil {
			return nil, err
		}
		found, err := from.findHeader(Options{})
		if err != nil {
			return nil, err
		}
		delimiter, err := detectDelimiter(s)
		if err != nil {
			return nil, err
		}
		in, err := s.text()
		if err != nil {
			return nil, err
		}
		rows, scanner := map[int]bool{}, newRecordScanner(in, delimiter)
		for {
			raw, err := scanner.next()
			if errors.Is(err, io.EOF) {
				return rows, nil
			}
			if err != nil {
				return nil, err
			}
			cells, err := raw.cells(delimiter)
			if blank := err == nil && strings.TrimSpace(strings.Join(cells, "")) == ""; raw.line > found.table.line && !blank {
				rows[raw.line] = true
			}
		}
	})
}

// Whatever a JSON file holds, each element of its list of programs is taken in or rejected, once.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`[{"id":"1","name":"A","status":"Amber","progress":0.5,"risks":[{"title":"R","severity":"h"}],"milestones":[{"name":"M","status":"done"}]},5]`,
		`{"format":"portfolio-ai","version":1,"programs":[{"id":"1","name":"A"}],"objectives":[{"name":"O"}],"status_updates":[{"program_id":"1","date":"2026-01-01","text":"t"}],"dependencies":[{"from":"1","to":"1"}]}`,
		`[{"name":"A\u0000"},{"name":null},{"name":7},{},null,[]]`,
		"[{\"name\":\"caf\xe9\"}]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, ok := fuzzRead(t, "a.json", content)
		if !ok {
			return
		}
		rows := map[int]bool{}
		for _, in := range file.Programs {
			rows[in.Row] = true
		}
		for _, r := range file.Rejected {
			rows[r.Row] = true
		}
		if len(rows) != len(file.Programs)+len(file.Rejected) {
			t.Errorf("%d programs and %d rejected at %d positions", len(file.Programs), len(file.Rejected), len(rows))
		}
		for row := 1; row <= len(rows); row++ {
			if !rows[row] {
				t.Errorf("element %d is lost", row)
			}
		}
		var elements []json.RawMessage
		if json.Unmarshal(content, &elements) == nil && len(elements) != len(rows) {
			t.Errorf("%d elements in, %d out", len(elements), len(rows))
		}
	})
}
