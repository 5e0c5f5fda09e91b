package analyst

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// everyName asks for each program of a portfolio by its name, in one of several spellings.
func everyName(t *testing.T, db *store.DB) {
	t.Helper()
	names, err := db.Names(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	a := New(db)
	for i, n := range names {
		if n.Entity != portfolio.EntityProgram {
			continue
		}
		spellings := []string{
			"what is the status of " + n.Name + "?", "when does " + strings.ToLower(n.Name) + " launch", strings.ToUpper(n.Name),
			"tell me about “" + n.Name + "”",
		}
		ask := spellings[i%len(spellings)]
		reply := conversation(t, a, "2022-04-30", ask)
		if len(reply.Citations) == 0 || reply.Citations[0].ID != n.ID || !reply.Understood {
			t.Errorf("%q cites %v, understood %v\n%s", ask, reply.Citations, reply.Understood, cut(reply.Text, 200))
		}
	}
}

func TestAnswer_everyProgramIsFoundByItsName(t *testing.T) {
	t.Run("small portfolio", func(t *testing.T) {
		everyName(t, loaded(t, filepath.Join("testdata", "portfolio.json"), ""))
	})
	t.Run("government portfolio", func(t *testing.T) {
		path := filepath.Join("..", "..", "..", "shared", "data", "gmpp-2022.csv")
		if _, err := os.Stat(path); err != nil {
			t.Skipf("the public data is not there: %v", err)
		}
		everyName(t, loaded(t, path, "2022-03-31"))
	})
}
