package tools

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"portfolio-ai/store/portfolio"
)

// reach says which records arguments are about: those that are listed, and those whose fields conditions may test.
type reach struct{ lists, tests []portfolio.Entity }

// The reaches of the tools.
var (
	ofPrograms   = reach{[]portfolio.Entity{portfolio.EntityProgram}, everyRecord}
	ofRisks      = reach{[]portfolio.Entity{portfolio.EntityRisk}, []portfolio.Entity{portfolio.EntityRisk, portfolio.EntityProgram}}
	ofMilestones = reach{[]portfolio.Entity{portfolio.EntityMilestone}, []portfolio.Entity{portfolio.EntityMilestone, portfolio.EntityProgram}}
	ofAll        = reach{everyRecord, everyRecord}

	// ofProgramsAlone is for tools whose schema would be long for what conditions on risks and milestones are worth there.
	ofProgramsAlone = reach{ofPrograms.lists, ofPrograms.lists}

	everyRecord = []portfolio.Entity{portfolio.EntityProgram, portfolio.EntityRisk, portfolio.EntityMilestone}
)

// has reports whether records of an entity are listed.
func (r reach) has(of portfolio.Entity) bool { return slices.Contains(r.lists, of) }

// schemaOf describes arguments of the type A. It panics for a type that JSON cannot hold, which is a fault of the build.
func schemaOf[A any](about reach) *jsonschema.Schema {
	schema, err := jsonschema.For[A](&jsonschema.ForOptions{TypeSchemas: types(about)})
	if err != nil {
		panic(err)
	}
	settle(schema)
	if where := schema.Properties["where"]; where != nil {
		where.Description = whereMeans(about)
	}
	if without := schema.Properties["without"]; without != nil && about.has(portfolio.EntityProgram) && len(about.tests) > 1 {
		for _, part := range without.Items.Properties {
			part.Description = "" // as in where, and every word of a schema is read with every question
		}
	} else {
		delete(schema.Properties, "without")
	}
	if preset := schema.Properties["preset"]; preset != nil && len(preset.Enum) == 0 {
		delete(schema.Properties, "preset")
	}
	schema.PropertyOrder = slices.DeleteFunc(schema.PropertyOrder, func(name string) bool { return schema.Properties[name] == nil })
	return schema
}

// types are the schemas of the types that arguments are made of.
func types(about reach) map[reflect.Type]*jsonschema.Schema {
	number := func(from, to int, means string) *jsonschema.Schema {
		return &jsonschema.Schema{Type: "integer", Minimum: jsonschema.Ptr(float64(from)), Maximum: jsonschema.Ptr(float64(to)), Description: means}
	}
	return map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[portfolio.Op]():    {Type: "string", Enum: enum(ops), Description: opsMean},
		reflect.TypeFor[values]():          {Type: "array", MinItems: jsonschema.Ptr(1), Items: &jsonschema.Schema{Types: []string{"string", "number", "null"}}, Description: valuesMean},
		reflect.TypeFor[portfolio.Date]():  {Type: "string", Pattern: isoDay},
		reflect.TypeFor[portfolio.Topic](): {Type: "string", Enum: enum(portfolio.Topics)},
		reflect.TypeFor[Trend]():           {Type: "string", Enum: enum([]Trend{TrendWorse, TrendBetter})},
		reflect.TypeFor[Side]():            {Type: "string", Enum: enum(Sides), Description: "Only what the program waits for, or only what waits for it; both where it is left out."},
		reflect.TypeFor[SlipUnit]():        {Type: "string", Enum: enum(SlipUnits), Description: "What by counts; days where it is left out."},
		reflect.TypeFor[slipLength]():      number(1, maxSlip, ""),
		reflect.TypeFor[rowLimit]():        number(1, MaxRows, fmt.Sprintf("The most rows to give, up to %d; %d where it is left out.", MaxRows, usualRows)),
		reflect.TypeFor[rowSkip]():         number(0, maxSkip, "How many rows to leave out at the start, to read on after those of an earlier call."),
		reflect.TypeFor[filterField]():     fieldSchema(about.tests, func(info portfolio.FieldInfo) bool { return info.Field != portfolio.FieldRiskCreated }), // milliseconds
		reflect.TypeFor[childField](): fieldSchema(about.tests, func(info portfolio.FieldInfo) bool {
			return info.Of != portfolio.EntityProgram && info.Field != portfolio.FieldRiskCreated
		}),
		reflect.TypeFor[groupField]():       fieldSchema(about.tests, func(info portfolio.FieldInfo) bool { return info.Groups }),
		reflect.TypeFor[orderField]():       orderSchema(about),
		reflect.TypeFor[portfolio.Preset](): presetSchema(about),
		reflect.TypeFor[portfolio.Entity](): {Type: "string", Enum: enum(about.lists)},
		reflect.TypeFor[changedField]():     {Type: "string", Enum: enum(changedFields())},
		reflect.TypeFor[json.RawMessage]():  {Types: []string{"string", "number", "array", "object", "null"}, Items: &jsonschema.Schema{Type: "string"}},
	}
}

// isoDay is how a day is written.
const isoDay = `^\d{4}-\d{2}-\d{2}$`

// settle takes back that every list may be null, which no caller has a reason to write.
func settle(schema *jsonschema.Schema) {
	if slices.Equal(schema.Types, []string{"null", "array"}) {
		schema.Type, schema.Types = "array", nil
	}
	if schema.Items != nil {
		settle(schema.Items)
	}
	for property := range maps.Values(schema.Properties) {
		settle(property)
	}
}

// enum lists words as a schema does.
func enum[W ~string](words []W) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// ops lists the operators.
var ops = []portfolio.Op{portfolio.OpIs, portfolio.OpIsNot, portfolio.OpContains, portfolio.OpFrom, portfolio.OpTo, portfolio.OpOver, portfolio.OpUnder}

// What the parts of a condition mean.
const (
	opsMean = "is: equals one of the values. is_not: equals none of them. contains: the text holds the value. " +
		"from, to: at least, at most (a day: on or after, on or before). over, under: more than, less than (a day: after, before)."
	valuesMean = `What to compare with: words, texts, numbers, or days as YYYY-MM-DD. null means not reported. "is" and "is_not" take one or more, the others exactly one.`
)

// whereMeans describes the conditions.
func whereMeans(about reach) string {
	switch {
	case about.has(portfolio.EntityProgram) && len(about.tests) > 1:
		return "Conditions that must all hold. On programs, those on risk.… fields ask for a program that has a risk which meets all of them, and so do those on milestone.… fields."
	case about.has(portfolio.EntityProgram):
		return "Conditions that must all hold."
	}
	own := about.lists[0].Words()
	return fmt.Sprintf("Conditions that must all hold. Fields that begin with %q are the %s's own, the others are those of its program.", own+".", own)
}

// fieldSchema allows the fields of the entities that are wanted, and says how their values are written.
func fieldSchema(entities []portfolio.Entity, wanted func(portfolio.FieldInfo) bool) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "string"}
	kinds := map[portfolio.Kind][]string{}
	for _, entity := range entities {
		for _, info := range portfolio.Fields {
			if info.Of != entity || !wanted(info) {
				continue
			}
			schema.Enum = append(schema.Enum, string(info.Field))
			name := string(info.Field)
			if info.Kind == portfolio.KindWord {
				name += " (" + strings.Join(info.Words, ", ") + ")"
			}
			kinds[info.Kind] = append(kinds[info.Kind], name)
		}
	}
	var said []string
	for _, kind := range []struct {
		kind  portfolio.Kind
		words string
	}{{portfolio.KindWord, "Words"}, {portfolio.KindDate, "Days"}, {portfolio.KindNumber, "Numbers"}} {
		if names := kinds[kind.kind]; len(names) > 0 {
			said = append(said, kind.words+": "+strings.Join(names, ", ")+".")
		}
	}
	schema.Description = strings.Join(append(said, "The others are texts."), " ")
	return schema
}

// orderSchema allows what the listed records can be ordered by.
func orderSchema(about reach) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "string", Description: "What to order by. Words are in the order of the vocabulary, the gravest first; what is not reported is last."}
	for _, info := range portfolio.Fields {
		if (about.has(info.Of) || info.Of == portfolio.EntityProgram) && info.Kind != portfolio.KindList {
			schema.Enum = append(schema.Enum, string(info.Field))
		}
	}
	return schema
}

// presetsMean says what each preset holds.
var presetsMean = map[portfolio.Preset]string{
	portfolio.PresetAttention:    "live and assessed Off Track or At Risk",
	portfolio.PresetLaunching30:  "live and launching within 30 days",
	portfolio.PresetLaunching60:  "within 60",
	portfolio.PresetLaunching90:  "within 90",
	portfolio.PresetLaunchPassed: "live though the launch date has passed",
	portfolio.PresetStale:        "last update more than 30 days ago, or never",
	portfolio.PresetOverdue:      "milestones due before today, not completed, of a live program",
}

// presetSchema allows the presets of the listed records.
func presetSchema(about reach) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "string"}
	var said []string
	of := map[portfolio.Entity][]portfolio.Preset{portfolio.EntityProgram: portfolio.ProgramPresets, portfolio.EntityMilestone: portfolio.MilestonePresets}
	for _, entity := range about.lists {
		for _, preset := range of[entity] {
			schema.Enum = append(schema.Enum, string(preset))
			said = append(said, string(preset)+": "+presetsMean[preset])
		}
	}
	schema.Description = "Narrows to a group that has a name. " + strings.Join(said, "; ") + "."
	return schema
}
