package sample

import (
	"testing"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestLoad_everyProgramHasATrendThatEndsWithItsStatus(t *testing.T) {
	db := storetest.Open(t)
	for _, p := range mustLoad(t, db).Programs {
		points, err := db.StatusTrend(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		last := portfolio.Status("")
		if len(points) > 0 {
			last = points[len(points)-1].Status
		}
		if last != p.Status {
			t.Errorf("%s is %q, its trend ends with %q", p.Name, p.Status, last)
		}
		for i := 1; i < len(points); i++ {
			if points[i-1].Date >= points[i].Date {
				t.Errorf("%s: %s is followed by %s", p.Name, points[i-1].Date, points[i].Date)
			}
		}
	}
}

func TestLoad_theDigestOfEachProgramBeginsWithItsLastUpdate(t *testing.T) {
	db := storetest.Open(t)
	for _, p := range mustLoad(t, db).Programs {
		digest, err := db.SinceLastUpdate(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		if digest.Since != p.LastUpdate {
			t.Errorf("%s was updated on %s, its digest begins on %s", p.Name, p.LastUpdate, digest.Since)
		}
		for _, c := range digest.Fields {
			if c.Field == "progress" || c.Field == "status" {
				t.Errorf("%s: %s was declared by the update itself", p.Name, c.Field)
			}
		}
	}
}
