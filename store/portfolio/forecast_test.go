package portfolio

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// history makes a history of slips.
func history(days ...int) SlipHistory {
	slices.Sort(days)
	var h SlipHistory
	for _, d := range days {
		if n := len(h.Slips); n > 0 && h.Slips[n-1].Days == d {
			h.Slips[n-1].Count++
			continue
		}
		h.Slips = append(h.Slips, SlipCount{d, 1})
	}
	return h
}

func TestForecast_addsTheSlipsOfThePastToThePlan(t *testing.T) {
	ten := []int{-2, 0, 0, 1, 3, 5, 8, 13, 21, 34}
	for _, c := range []struct {
		name           string
		slips          []int
		planned, today Date
		p50, p80       Date
		ways           int
		onTime         int
		missing        string
	}{
		{"half and four fifths of ten", ten, "2026-06-01", "2026-02-02", "2026-06-04", "2026-06-14", 10, 30, ""},
		{"all alike", []int{4, 4, 4, 4, 4, 4, 4, 4}, "2026-06-01", "2026-02-02", "2026-06-05", "2026-06-05", 8, 0, ""},
		{"early counts as it was", []int{-9, -8, -7, -6, -5, -4, -3, -2}, "2026-06-01", "2026-02-02", "2026-05-26", "2026-05-29", 8, 100, ""},
		{"seven are not enough", ten[:7], "2026-06-01", "2026-02-02", "", "", 7, 0, "not enough history: 7 slips"},
		{"one is not enough", ten[:1], "2026-06-01", "2026-02-02", "", "", 1, 0, "not enough history: 1 slip"},
		{"none", nil, "2026-06-01", "2026-02-02", "", "", 0, 0, "not enough history: 0 slips"},
		{"what would have landed before today is left out", append(ten, 34, 35, 36), "2026-06-01", "2026-06-03", "2026-06-22", "2026-07-06", 9, 0, ""},
		{"a landing today is left in", ten, "2026-02-04", "2026-02-02", "2026-02-07", "2026-02-17", 10, 30, ""},
		{"too late for all but one", ten, "2026-06-01", "2026-06-30", "", "", 1, 0, "not enough history: 1 of 10 slips were as long as the 29 days that this launch is late already"},
		{"no plan", ten, "", "2026-02-02", "", "", 0, 0, "no launch date is reported"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := history(slices.Clone(c.slips)...).Forecast(c.planned, c.today)
			if f.P50 != c.p50 || f.P80 != c.p80 || f.Ways != c.ways || f.Slips != len(c.slips) || f.Missing() != c.missing {
				t.Errorf("P50 %s, P80 %s from %d of %d (%q)", f.P50, f.P80, f.Ways, f.Slips, f.Missing())
			}
			if percent, ok := f.Chance(c.planned); percent != c.onTime || ok != (c.missing == "") {
				t.Errorf("on time in %d %% (%v), want %d %%", percent, ok, c.onTime)
			}
		})
	}
}

// TestForecast_isWhatDrawingAtRandomComesTo draws slips at random and compares the shares, with what was ruled out left out.
func TestForecast_isWhatDrawingAtRandomComesTo(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		slips := make([]int, MinSlips+random.IntN(40))
		for i := range slips {
			slips[i] = random.IntN(60) - 10
		}
		planned, today := Date("2026-06-01"), Date("2026-05-20").AddDays(random.IntN(20))
		f := history(slices.Clone(slips)...).Forecast(planned, today)
		if !f.Known() {
			continue
		}
		if f.P50 < today || f.P80 < f.P50 {
			t.Fatalf("P50 %s and P80 %s, today is %s", f.P50, f.P80, today)
		}
		drawn, by50, by80 := 0, 0, 0
		for drawn < 4000 {
			day := planned.AddDays(slips[random.IntN(len(slips))])
			if day < today {
				continue
			}
			drawn++
			if day <= f.P50 {
				by50++
			}
			if day <= f.P80 {
				by80++
			}
		}
		if by50 < 1850 || by80 < 3050 {
			t.Fatalf("of %d draws %d landed by the P50 and %d by the P80", drawn, by50, by80)
		}
		if percent, _ := f.Chance(f.P80); percent < 80 {
			t.Fatalf("the chance to land by the P80 is %d %%", percent)
		}
	}
}

func TestAddMonths_staysWithinTheMonth(t *testing.T) {
	for _, c := range []struct {
		from Date
		n    int
		want Date
	}{{"2026-01-31", 1, "2026-02-28"}, {"2026-03-15", 2, "2026-05-15"}, {"2026-03-31", -1, "2026-02-28"}, {"2026-11-30", 3, "2027-02-28"}, {"", 3, ""}} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}
