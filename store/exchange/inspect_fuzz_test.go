package exchange

import (
	"context"
	"slices"
	"testing"

	"portfolio-ai/store/portfolio"
)

// Whatever a table holds, what is proposed for it can be taken as it is: each field once, of columns that the file has.
func FuzzInspect(f *testing.F) {
	for _, seed := range []string{
		"name,rag\nA,Green\nB,Red\n",
		"Nr;Vorhaben;Ampel;Ende\n1;Dach;red;01.03.2026\n2;Haus;green;31.12.2026\n",
		"title\n\nname,x,x\nA,1,2\n",
		"Was,caf\xe9\nA,b\nC,d\n",
		"name,name ,NAME\nA,B,C\n",
		"\xff\xfen\x00a\x00m\x00e\x00\n\x00A\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		path := write(t, "a.csv", content)
		layout, err := Inspect(context.Background(), path, "")
		if err != nil {
			if portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Fatalf("an error that is no sentence: %v", err)
			}
			return
		}
		mapping := map[string]string{}
		for _, field := range MappableFields() {
			mapping[field] = ""
		}
		for _, c := range layout.Columns {
			if (c.Field == "") != (c.Confidence == portfolio.NoProposal) || len(c.Samples) > sampleValues {
				t.Errorf("%+v", c)
			}
			if c.Field == "" {
				continue
			}
			if mapping[c.Field] != "" || !slices.Contains(MappableFields(), c.Field) {
				t.Errorf("%q is proposed for %q and for %q", c.Field, mapping[c.Field], c.Header)
			}
			mapping[c.Field] = c.Header
		}
		if mapping["name"] == "" && mapping["id"] == "" && mapping["external_id"] == "" {
			return
		}
		if _, err := Read(context.Background(), path, Options{Mapping: mapping}); err != nil {
			t.Errorf("what is proposed cannot be read: %v", err)
		}
	})
}
