package sample

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

var instant = regexp.MustCompile(`\b\d{13}\b`)

var isoDay = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

func TestLoad_everyDateMovesWithTheDayOfLoading(t *testing.T) {
	relative := func(later time.Duration) string {
		db := storetest.Open(t)
		now := storetest.Now.Add(later)
		db.Now = func() time.Time { return now }
		records := mustLoad(t, db)
		whole, err := json.Marshal([]any{records, activity(t, db)})
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(whole), strconv.FormatInt(now.UnixMilli(), 10), "now")
		text = instant.ReplaceAllStringFunc(text, func(at string) string { // the days on which records came to be
			millis, err := strconv.ParseInt(at, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return string(portfolio.Millis(millis).Day())
		})
		text = regexp.MustCompile(`, [A-Z][a-z]+ \d{4}"`).ReplaceAllString(text, `, some month"`)
		return isoDay.ReplaceAllStringFunc(text, func(day string) string {
			return strconv.Itoa(db.Today().DaysUntil(portfolio.Date(day)))
		})
	}
	if now, later := relative(0), relative(100*24*time.Hour); now != later {
		t.Error("the sample of a later day is another one")
	}
}
