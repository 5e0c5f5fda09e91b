package portfolio

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// web makes dependencies from "a>b" (b waits for a) between launches on days, "" for none and "done" for a Completed one.
func web(days map[string]string, joined string) (map[string]Launch, []DependencyRow) {
	launches := map[string]Launch{}
	for id, day := range days {
		l := Launch{ID: id, Name: id, Date: Date(day)}
		if day == "done" {
			l.Date, l.Status = "2026-01-01", StatusCompleted
		}
		launches[id] = l
	}
	var rows []DependencyRow
	for pair := range strings.FieldsSeq(joined) {
		from, to, _ := strings.Cut(pair, ">")
		rows = append(rows, DependencyRow{Dependency: Dependency{From: from, To: to}, First: launches[from], Then: launches[to]})
	}
	return launches, rows
}

// said writes an effect in short: "b +5 behind a", "broken b +9 (4)", "undated c".
func said(e SlipEffect) string {
	var out []string
	for _, p := range e.Pushed {
		out = append(out, fmt.Sprintf("%s +%d behind %s", p.ID, p.By, p.Behind))
	}
	for _, p := range e.Broken {
		out = append(out, fmt.Sprintf("broken %s +%d (%d)", p.ID, p.By, p.Short))
	}
	for _, l := range e.Undated {
		out = append(out, "undated "+l.ID)
	}
	return strings.Join(out, ", ")
}

func TestWhatIfSlips_movesWhatTheSlipBreaksAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		name   string
		days   map[string]string
		joined string
		by     int
		want   string
		next   string
		room   int
	}{
		{"nobody waits", map[string]string{"x": "2026-03-01", "b": "2026-03-02"}, "b>x", 90, "", "", 0},
		{"there is room", map[string]string{"x": "2026-03-01", "b": "2026-03-11"}, "x>b", 9, "", "b", 10},
		{"the same day is kept", map[string]string{"x": "2026-03-01", "b": "2026-03-11"}, "x>b", 10, "", "b", 10},
		{"a day more pushes by a day", map[string]string{"x": "2026-03-01", "b": "2026-03-11"}, "x>b", 11, "b +1 behind x", "b", 10},
		{"along a chain", map[string]string{"x": "2026-03-01", "b": "2026-03-11", "c": "2026-03-15", "d": "2026-04-30"}, "c>d b>c x>b", 20,
			"b +10 behind x, c +6 behind b", "b", 10},
		{"of two that are waited for the later decides, then the name", map[string]string{"x": "2026-03-01", "b": "2026-03-05", "c": "2026-03-06", "d": "2026-03-07"}, "x>b x>c b>d c>d", 9,
			"b +5 behind x, c +4 behind x, d +3 behind b", "b", 4},
		{"what is already broken is told apart", map[string]string{"x": "2026-03-11", "b": "2026-03-01", "c": "2026-03-20"}, "x>b b>c", 30,
			"c +21 behind b, broken b +40 (10)", "c", 9},
		{"already broken, and the slip reaches no further", map[string]string{"x": "2026-03-11", "b": "2026-03-01"}, "x>b", 0, "broken b +10 (10)", "", 0},
		{"no date is not known, and passes the slip on", map[string]string{"x": "2026-03-01", "b": "", "c": "2026-03-11"}, "x>b b>c", 12, "c +2 behind b, undated b", "c", 10},
		{"completed programs neither move nor pass it on", map[string]string{"x": "2026-03-01", "b": "done", "c": "2026-03-02"}, "x>b b>c", 90, "", "", 0},
		{"the one that slips is completed", map[string]string{"x": "done", "b": "2026-01-02"}, "x>b", 90, "", "", 0},
		{"the one that slips has no date", map[string]string{"x": "", "b": "2026-01-02"}, "x>b", 90, "", "", 0},
		{"earlier pushes nothing", map[string]string{"x": "2026-03-01", "b": "2026-03-02"}, "x>b", -30, "", "b", 1},
		{"what x waits for stays", map[string]string{"a": "2026-02-01", "x": "2026-03-01", "b": "2026-03-02"}, "a>x x>b a>b", 5, "b +4 behind x", "b", 1},
		{"a circle is passed over", map[string]string{"x": "2026-03-01", "b": "2026-03-02", "c": "2026-03-03"}, "x>b b>c c>x c>b", 5,
			"b +4 behind x, c +3 behind b", "b", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			launches, rows := web(c.days, c.joined)
			x := launches["x"]
			e := WhatIfSlips(x, x.Date.AddDays(c.by), rows)
			if got := said(e); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if e.Next.ID != c.next || e.Room != c.room {
				t.Errorf("room of %d days before %q, want %d before %q", e.Room, e.Next.ID, c.room, c.next)
			}
		})
	}
}

// TestWhatIfSlips_isTheLeastChangeThatKeepsEveryDependency holds on random portfolios: with the new days no dependency that
// leads away from the slip is broken, every moved launch stands on the day of one that it waits for, and a longer slip
// pushes no less.
func TestWhatIfSlips_isTheLeastChangeThatKeepsEveryDependency(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 2000 {
		days, joined := map[string]string{}, ""
		n := 2 + random.IntN(9)
		for i := range n {
			day := string(Date("2026-01-01").AddDays(random.IntN(200)))
			switch sort := random.IntN(8); {
			case i > 0 && sort == 0:
				day = ""
			case i > 0 && sort == 1:
				day = "done"
			}
			days[name(i)] = day
			for j := range i {
				if random.IntN(3) == 0 {
					joined += " " + name(j) + ">" + name(i)
				}
			}
		}
		launches, rows := web(days, joined)
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		x, by := launches[name(0)], random.IntN(150)
		e := WhatIfSlips(x, x.Date.AddDays(by), rows)
		moved := map[string]Date{x.ID: e.To}
		for _, p := range slices.Concat(e.Pushed, e.Broken) {
			moved[p.ID] = p.To
		}
		if fault := unkept(x, launches, rows, moved); fault != "" {
			t.Fatalf("round %d: %v %s by %d: %s; %s", round, days, joined, by, fault, said(e))
		}
		longer := WhatIfSlips(x, x.Date.AddDays(by+30), rows)
		for _, p := range e.Pushed {
			if !slices.ContainsFunc(longer.Pushed, func(q Push) bool { return q.ID == p.ID && q.By >= p.By }) {
				t.Fatalf("round %d: a longer slip pushes %s less", round, p.ID)
			}
		}
		if len(e.Pushed) > 0 && by <= e.Room || len(e.Pushed) == 0 && e.Next.ID != "" && by > e.Room {
			t.Fatalf("round %d: a slip by %d pushes %d, with room for %d", round, by, len(e.Pushed), e.Room)
		}
	}
}

func name(i int) string { return string(rune('a' + i)) }

// unkept gives what is wrong with the days that launches moved to; "" where nothing is.
func unkept(x Launch, launches map[string]Launch, rows []DependencyRow, moved map[string]Date) string {
	// earliest is the day that the launches ahead leave, found by going over the dependencies until nothing changes.
	earliest := map[string]Date{x.ID: moved[x.ID]}
	for changed := true; changed; {
		changed = false
		for _, d := range rows {
			from, ok := earliest[d.From]
			then := max(earliest[d.To], d.Then.Date)
			if ok && d.Then.Live() && (from > earliest[d.To] || earliest[d.To] == "") {
				earliest[d.To], changed = max(from, then), earliest[d.To] != max(from, then)
			}
		}
	}
	for id, l := range launches {
		day, waits := earliest[id]
		switch to, ok := moved[id]; {
		case id == x.ID || l.Date == "":
		case waits && day > l.Date && to != day:
			return fmt.Sprintf("%s must move to %s, not %q", id, day, to)
		case ok && (!waits || day <= l.Date):
			return id + " need not move"
		}
	}
	return ""
}

func TestDependencyRow_isBrokenOnlyWhileBothAreLiveAndDated(t *testing.T) {
	for _, c := range []struct {
		first, then string
		want        int
	}{{"2026-03-01", "2026-03-01", 0}, {"2026-03-02", "2026-03-01", 1}, {"2026-03-01", "2026-03-02", 0}, {"", "2026-03-01", 0}, {"2026-03-01", "", 0},
		{"done", "2025-03-01", 0}, {"2026-03-01", "done", 0}} {
		_, rows := web(map[string]string{"a": c.first, "b": c.then}, "a>b")
		if got := rows[0].TooEarly(); got != c.want || rows[0].Broken() != (c.want > 0) {
			t.Errorf("%q then %q: %d days too early, want %d", c.first, c.then, got, c.want)
		}
	}
}
