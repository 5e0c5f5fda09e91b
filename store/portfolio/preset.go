package portfolio

import "slices"

// Preset names a group of records that people look at again and again. What it holds depends on the day. The zero value
// stands for all records.
type Preset string

// The presets. All but PresetOverdue are of programs.
const (
	PresetAttention    Preset = "attention"     // live, and the facts speak against it; see NeedsAttention
	PresetLaunching30  Preset = "launching_30"  // live, and launches within 30 days
	PresetLaunching60  Preset = "launching_60"  // … within 60 days
	PresetLaunching90  Preset = "launching_90"  // … within 90 days
	PresetLaunchPassed Preset = "launch_passed" // live, and the launch date has passed
	PresetStale        Preset = "stale"         // the last update is more than StaleDays old, or there never was one
	PresetOverdue      Preset = "overdue"       // a milestone due before the day, not completed, in a live program
)

// ProgramPresets and MilestonePresets list the presets of each kind of record.
var (
	ProgramPresets   = []Preset{PresetAttention, PresetLaunching30, PresetLaunching60, PresetLaunching90, PresetLaunchPassed, PresetStale}
	MilestonePresets = []Preset{PresetOverdue}
)

// Live is the condition that a program still runs.
var Live = Condition{Field: FieldStatus, Op: OpIsNot, Values: []string{string(StatusCompleted)}}

// NeedsAttention are the conditions of a program that a person should look at: it is live, and assessed Off Track or At
// Risk. Unassessed are those of a live program of which nothing is known that could be judged.
var (
	NeedsAttention = []Condition{Live, {Field: FieldAssessed, Op: OpIs, Values: []string{string(OffTrack), string(AtRisk)}}}
	Unassessed     = []Condition{Live, {Field: FieldAssessed, Op: OpIs, Values: []string{""}}}
)

// AttentionOrder puts the programs first against which the facts speak most: Off Track before At Risk, then those with
// more reasons, then the sooner launch.
var AttentionOrder = []Order{{Field: FieldAssessed}, {Field: FieldReasons, Desc: true}, {Field: FieldLaunchDate}, {Field: FieldName}}

// selection is what a preset stands for on a day: all of where, and of each list of anyOf at least one.
type selection struct {
	where []Condition
	anyOf [][]Condition
}

// presets is the table of them.
var presets = map[Preset]func(today Date) selection{
	PresetAttention:   func(Date) selection { return selection{where: NeedsAttention} },
	PresetLaunching30: launching(30),
	PresetLaunching60: launching(60),
	PresetLaunching90: launching(90),
	PresetLaunchPassed: func(today Date) selection {
		return selection{where: []Condition{Live, day(FieldLaunchDate, OpUnder, today)}}
	},
	PresetStale: func(today Date) selection {
		return selection{anyOf: [][]Condition{{day(FieldLastUpdate, OpUnder, today.AddDays(-StaleDays)), day(FieldLastUpdate, OpIs, "")}}}
	},
	PresetOverdue: func(today Date) selection {
		return selection{where: []Condition{Live, day(FieldMilestoneDue, OpUnder, today), day(FieldMilestoneCompleted, OpIs, "")}}
	},
}

// launching are the live programs that launch from a day to so many days later, both included.
func launching(days int) func(Date) selection {
	return func(today Date) selection {
		return selection{where: []Condition{Live, day(FieldLaunchDate, OpFrom, today), day(FieldLaunchDate, OpTo, today.AddDays(days))}}
	}
}

// day is a condition on a date.
func day(f Field, op Op, d Date) Condition {
	return Condition{Field: f, Op: op, Values: []string{string(d)}}
}

// SpellOut gives the query with the conditions of its preset, as of the day of the query, in the place of its name.
func (q Query) SpellOut() Query {
	stands, ok := presets[q.Preset]
	if !ok {
		return q
	}
	s := stands(q.Today)
	q.Preset, q.Where, q.AnyOf = "", slices.Concat(q.Where, s.where), slices.Concat(q.AnyOf, s.anyOf)
	return q
}

// validate checks that the preset is one of the records that are asked for.
func (p Preset) validate(of Entity) error {
	known := map[Entity][]Preset{EntityProgram: ProgramPresets, EntityMilestone: MilestonePresets}[of]
	if p != "" && !slices.Contains(known, p) {
		return Invalidf("%q is not a group of %ss.", string(p), of.Words())
	}
	return nil
}
