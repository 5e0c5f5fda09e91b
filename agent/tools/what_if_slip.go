package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// WhatIfSlipTool is the name of WhatIfSlip.
const WhatIfSlipTool Name = "what_if_slip"

// SlipUnit is what the length of a slip counts.
type SlipUnit string

// The units. The zero value is days; months are those of the calendar.
const (
	SlipDays   SlipUnit = "days"
	SlipWeeks  SlipUnit = "weeks"
	SlipMonths SlipUnit = "months"
)

// SlipUnits lists the units.
var SlipUnits = []SlipUnit{SlipDays, SlipWeeks, SlipMonths}

// SlipOf is the arguments of WhatIfSlip: the program that slips, and by how long or until which day. With neither the
// answer tells only how far it can slip.
type SlipOf struct {
	ID    string         `json:"id"`
	By    int            `json:"by,omitempty"`
	Unit  SlipUnit       `json:"unit,omitempty"`
	Until portfolio.Date `json:"until"`
}

// from gives the day to which a launch slips; not reported where the arguments do not say or nothing is planned.
func (o SlipOf) from(planned portfolio.Date) portfolio.Date {
	switch {
	case o.By == 0:
		return o.Until
	case o.Unit == SlipWeeks:
		return planned.AddDays(7 * o.By)
	case o.Unit == SlipMonths:
		return planned.AddMonths(o.By)
	}
	return planned.AddDays(o.By)
}

// WhatIfSlip tells which other launches it pushes where one slips. It changes nothing. It fails with ENotFound, and with
// EInvalid where both a length and a day are given.
func (s Set) WhatIfSlip(ctx context.Context, of SlipOf) (portfolio.SlipEffect, error) {
	return call(ctx, s, WhatIfSlipTool, of, func(ctx context.Context, of SlipOf) (portfolio.SlipEffect, int, []Observation, error) {
		if of.By != 0 && of.Until != "" {
			return portfolio.SlipEffect{}, 0, nil, portfolio.Invalidf("Say by how long the launch slips or until which day, not both.")
		}
		detail, err := s.Workspace.Program(ctx, of.ID)
		if err != nil {
			return portfolio.SlipEffect{}, 0, nil, err
		}
		rows, err := s.Workspace.Dependencies(ctx, portfolio.Around{Programs: []string{of.ID}, Onward: true})
		if err != nil {
			return portfolio.SlipEffect{}, 0, nil, err
		}
		launch := portfolio.LaunchOf(detail.Program)
		effect := portfolio.WhatIfSlips(launch, of.from(launch.Date), rows)
		observed, err := s.observe(ctx, joined(rows, of.ID))
		return effect, len(effect.Pushed) + len(effect.Broken) + len(effect.Undated), observed, err
	})
}

// slipping is the arguments of the tool in the catalogue.
type slipping struct {
	programArgument
	By    slipLength     `json:"by,omitempty" jsonschema:"By how many days, weeks or months the launch slips."`
	Unit  SlipUnit       `json:"unit,omitempty"`
	Until portfolio.Date `json:"until,omitempty" jsonschema:"The day to which the launch slips, as YYYY-MM-DD, instead of by and unit."`
}

// slipLength is how long a slip may be.
type slipLength int

// PushFacts is a launch that cannot stay, as a caller is told of it.
type PushFacts struct {
	LaunchFacts
	PushedTo   portfolio.Date `json:"pushed_to"`
	ByDays     int            `json:"by_days"`
	BrokenDays int            `json:"already_missing_days"`
	WaitsFor   string         `json:"waits_for"`
}

func factsOfPush(p portfolio.Push) PushFacts {
	return PushFacts{factsOfLaunch(p.Launch), p.To, p.By, p.Short, p.Behind}
}

// SlipFacts is what a slip does, as a caller is told of it. RoomDays is how far the launch can slip before it pushes
// FirstPushed; both are null where nothing that could be pushed waits.
type SlipFacts struct {
	Program       LaunchFacts    `json:"program"`
	SlipsTo       portfolio.Date `json:"slips_to"`
	Pushed        []PushFacts    `json:"pushed"`
	AlreadyBroken []PushFacts    `json:"already_broken"`
	Unknown       []LaunchFacts  `json:"unknown"`
	RoomDays      *int           `json:"room_days"`
	FirstPushed   *LaunchFacts   `json:"first_pushed"`
}

func (f SlipFacts) rows() int { return len(f.Pushed) + len(f.AlreadyBroken) + len(f.Unknown) }

func (f SlipFacts) citations() []portfolio.Citation {
	out := []portfolio.Citation{f.Program.citation()}
	for _, p := range slices.Concat(f.Pushed, f.AlreadyBroken) {
		out = append(out, p.citation())
	}
	for _, l := range f.Unknown {
		out = append(out, l.citation())
	}
	if f.FirstPushed != nil {
		out = append(out, f.FirstPushed.citation())
	}
	return out
}

// whatIfSlip is the tool in the catalogue.
func whatIfSlip() Tool {
	return tool(WhatIfSlipTool, schemaOf[slipping](ofPrograms), func(ctx context.Context, s Set, a slipping) (Result, error) {
		row, err := s.row(ctx, a.programArgument)
		if err != nil {
			return nil, err
		}
		e, err := s.WhatIfSlip(ctx, SlipOf{ID: row.ID, By: int(a.By), Unit: a.Unit, Until: a.Until})
		facts := SlipFacts{
			Program: factsOfLaunch(e.Launch), SlipsTo: e.To, Pushed: each(e.Pushed, factsOfPush), AlreadyBroken: each(e.Broken, factsOfPush),
			Unknown: each(e.Undated, factsOfLaunch),
		}
		if e.Next.ID != "" {
			next := factsOfLaunch(e.Next)
			facts.RoomDays, facts.FirstPushed = &e.Room, &next
		}
		return facts, err
	})
}
