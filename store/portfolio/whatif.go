package portfolio

import (
	"cmp"
	"maps"
	"slices"
)

// SlipEffect is what it means for other launches that one slips. It reports; nothing is changed.
type SlipEffect struct {
	Launch Launch // the one that slips, as planned
	To     Date   // where it slips to; not reported where only Room is asked for, or no date is planned

	Pushed  []Push   // their plan keeps the dependency now, and breaks it after the slip
	Broken  []Push   // their plan breaks it already, whatever slips
	Undated []Launch // they wait for it and have no launch date, so that nobody can say

	// Next is the first launch that a slip pushes, and Room the days that it can slip before it does. Next has no ID where
	// nothing that could be pushed waits.
	Next Launch
	Room int
}

// Push is a launch that cannot stay where it is planned.
type Push struct {
	Launch        // as planned
	To     Date   // the earliest day that the dependencies leave
	By     int    // days from the plan to that day
	Short  int    // days of By that were missing before the slip; 0 for what the slip alone pushes
	Behind string // name of the program that it waits for and that leaves no earlier day
}

// bounds are the earliest days that the dependencies leave a launch: with the plan as it is, and after the slip.
type bounds struct {
	before, after Date
	behind        string
}

// WhatIfSlips says what follows where a launch slips to a day, along the dependencies that lead away from it. A program
// cannot launch before one that it waits for. So what is planned too early for the slip moves to the day of what it waits
// for, and what waits for that in turn; everything else stays where it is. Completed programs have launched: they neither
// move nor pass a slip on. A program without a launch date is not known to move, but passes the slip on. A day that is not
// after the plan pushes nothing. Rows may come in any order; a dependency that closes a circle is passed over.
func WhatIfSlips(p Launch, to Date, rows []DependencyRow) SlipEffect {
	effect := SlipEffect{Launch: p, To: to}
	if p.Date == "" || !p.Live() {
		effect.To = ""
		return effect
	}
	ahead := map[string][]DependencyRow{}
	for _, d := range rows {
		if d.Then.Live() {
			ahead[d.From] = append(ahead[d.From], d)
		}
	}
	earliest := map[string]bounds{p.ID: {before: p.Date, after: max(p.Date, to)}}
	launches := map[string]Launch{}
	for _, d := range inOrder(p.ID, ahead) {
		first, then := earliest[d.From], d.Then
		b, ok := earliest[then.ID]
		if !ok {
			b = bounds{before: then.Date, after: then.Date}
			launches[then.ID] = then
		}
		b.before = max(b.before, first.before)
		if first.after > b.after || first.after == b.after && b.behind > d.First.Name {
			b.after, b.behind = first.after, d.First.Name
		}
		earliest[then.ID] = b
	}
	for _, id := range slices.Sorted(maps.Keys(launches)) {
		effect.add(launches[id], earliest[id])
	}
	effect.sort()
	return effect
}

// add tells where a launch that waits stands after the slip.
func (e *SlipEffect) add(l Launch, b bounds) {
	push := Push{Launch: l, To: b.after, By: l.Date.DaysUntil(b.after), Short: l.Date.DaysUntil(b.before), Behind: b.behind}
	switch {
	case l.Date == "":
		e.Undated = append(e.Undated, l)
		return
	case b.before > l.Date:
		e.Broken = append(e.Broken, push)
		return
	case b.after > l.Date:
		e.Pushed = append(e.Pushed, push)
	}
	if room := e.Launch.Date.DaysUntil(l.Date); e.Next.ID == "" || room < e.Room {
		e.Next, e.Room = l, room
	}
}

// sort puts the pushes in the order of their new days, and the others by name.
func (e *SlipEffect) sort() {
	byDay := func(a, b Push) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(Fold(a.Name), Fold(b.Name)), cmp.Compare(a.ID, b.ID))
	}
	slices.SortFunc(e.Pushed, byDay)
	slices.SortFunc(e.Broken, byDay)
	slices.SortFunc(e.Undated, func(a, b Launch) int {
		return cmp.Or(cmp.Compare(Fold(a.Name), Fold(b.Name)), cmp.Compare(a.ID, b.ID))
	})
}

// inOrder lists the dependencies that lead away from a program so that what a program waits for comes before what waits
// for it. One that leads back to where it came from is left out.
func inOrder(from string, ahead map[string][]DependencyRow) []DependencyRow {
	const open, done = 1, 2
	state := map[string]int{}
	var out []DependencyRow // the last first
	var visit func(id string)
	visit = func(id string) {
		state[id] = open
		var own []DependencyRow
		for _, d := range ahead[id] {
			if state[d.To] == 0 {
				visit(d.To)
			}
			if state[d.To] == done {
				own = append(own, d)
			}
		}
		state[id] = done
		out = append(out, own...)
	}
	visit(from)
	slices.Reverse(out)
	return out
}
