package portfolio

import "fmt"

// MinSlips is how many slips a forecast is made from at least. With fewer, "80 %" would stand on the two or three worst.
const MinSlips = 8

// SlipHistory says how the done milestones of a portfolio landed: days from the baseline to the completed date, early ones
// negative. Slips are in the order of their days, each number of days once.
type SlipHistory struct {
	Slips      []SlipCount
	Unmeasured int // done milestones without a baseline, which say nothing
}

// SlipCount is how many milestones landed so many days from their baseline.
type SlipCount struct{ Days, Count int }

// Total counts the slips.
func (h SlipHistory) Total() int {
	n := 0
	for _, s := range h.Slips {
		n += s.Count
	}
	return n
}

// Forecast says when a launch may land.
//
// The model: a launch lands as far from its planned date as milestones of this portfolio landed from their first planned
// date. Each slip of the past, added to the planned launch date, is one way in which the launch may go, all of them equally
// likely. Ways that end before today have not come true and are left out. P50 and P80 are the first days by which half and
// 80 % of the ways have landed.
//
// Milestones stand for launches because they are planned and missed by the same people, and there are many more of them.
// Slips count from the baseline because a due date that follows the delay shows none. They are added to the date as it is
// planned now, because people know more than the first plan did. That leans to the late side shortly before a launch, and
// to the early side months before; the test of the sample prints by how much.
//
// Drawing slips at random over and over comes to the same shares as counting each once, which is exact, takes no seed, and
// gives the same answer every time.
type Forecast struct {
	Planned  Date
	P50, P80 Date // not reported where there are fewer than MinSlips ways
	Ways     int  // slips that end today or later
	Slips    int  // all of them

	today Date
	slips []SlipCount // those that end today or later
}

// Forecast forecasts a launch that is planned for a day and has not landed before today. Without a planned date there is
// nothing to add slips to, and no way.
func (h SlipHistory) Forecast(planned, today Date) Forecast {
	f := Forecast{Planned: planned, Slips: h.Total(), today: today}
	for _, s := range h.Slips {
		if planned != "" && planned.AddDays(s.Days) >= today {
			f.slips = append(f.slips, s)
			f.Ways += s.Count
		}
	}
	if f.Known() {
		f.P50, f.P80 = f.by(50), f.by(80)
	}
	return f
}

// Known reports whether there is a forecast.
func (f Forecast) Known() bool { return f.Ways >= MinSlips }

// by gives the first day by which so many percent of the ways have landed.
func (f Forecast) by(percent int) Date {
	landed := 0
	for _, s := range f.slips {
		if landed += s.Count; landed*100 >= percent*f.Ways {
			return f.Planned.AddDays(s.Days)
		}
	}
	return ""
}

// Chance gives the share of the ways that have landed on a day or before, in whole percent. ok is false where there is no
// forecast.
func (f Forecast) Chance(day Date) (percent int, ok bool) {
	if !f.Known() {
		return 0, false
	}
	landed := 0
	for _, s := range f.slips {
		if f.Planned.AddDays(s.Days) <= day {
			landed += s.Count
		}
	}
	return (landed*200 + f.Ways) / (2 * f.Ways), true // rounded
}

// Missing says in an English clause why there is no forecast; "" where there is one.
func (f Forecast) Missing() string {
	switch {
	case f.Known():
		return ""
	case f.Planned == "":
		return "no launch date is reported"
	case f.Slips < MinSlips:
		return "not enough history: " + CountOf(f.Slips, "slip", "slips")
	}
	return fmt.Sprintf("not enough history: %d of %s were as long as the %s that this launch is late already",
		f.Ways, CountOf(f.Slips, "slip", "slips"), CountOf(f.Planned.DaysUntil(f.today), "day", "days"))
}
