package portfolio

import (
	"cmp"
	"slices"
)

// Branch is one of several things that may be true of a record: all of it must be.
type Branch struct {
	Text    string        `json:"text,omitempty"`
	Where   []Condition   `json:"where,omitempty"`
	AnyOf   [][]Condition `json:"any_of,omitempty"`
	Related []Related     `json:"related,omitempty"`
}

// branches lists what a query asks for: the query itself, and all that it gives to choose from.
func (q Query) branches() []Branch {
	out := []Branch{{q.Text, q.Where, q.AnyOf, q.Related}}
	for _, list := range q.Either {
		if len(list) == 0 {
			list = []Branch{{AnyOf: [][]Condition{{}}}} // which no choice holds, as below
		}
		out = append(out, list...)
	}
	return out
}

// How much one query may ask for: more than a person or a question says, and less than the database refuses.
const (
	mostConditions = 300
	mostValues     = 20_000 // of all conditions: every program that is marked is one
	mostLists      = 50     // of branches, of related records and of sort keys, each
)

// checkSize checks that the query asks for no more than can be answered. It fails with EInvalid.
func (q Query) checkSize() error {
	conditions, values, related := 0, 0, 0
	count := func(list []Condition) error {
		conditions += len(list)
		for _, c := range list {
			values += len(c.Values)
			for _, v := range c.Values {
				if err := CheckSearch(v); err != nil {
					return err
				}
			}
		}
		return nil
	}
	branches := q.branches()
	for _, b := range branches {
		err := cmp.Or(CheckSearch(b.Text), count(b.Where))
		for _, list := range b.AnyOf {
			err = cmp.Or(err, count(list))
		}
		for _, r := range b.Related {
			err = cmp.Or(err, count(r.Where))
		}
		if err != nil {
			return err
		}
		related += len(b.Related)
		conditions += len(b.AnyOf)
	}
	if conditions > mostConditions || values > mostValues || related > mostLists || len(branches) > mostLists || len(q.Sort) > mostLists {
		return Invalidf("This asks for too much at once; use fewer conditions.")
	}
	return nil
}

// validate checks what one branch tests.
func (b Branch) validate(of Entity) error {
	if slices.ContainsFunc(b.AnyOf, func(list []Condition) bool { return len(list) == 0 }) {
		return Invalidf("A choice between conditions holds no condition.")
	}
	for _, list := range append([][]Condition{b.Where}, b.AnyOf...) {
		for _, c := range list {
			if err := c.validate(of, EntityProgram); err != nil {
				return err
			}
		}
	}
	for _, r := range b.Related {
		if err := r.validate(of); err != nil {
			return err
		}
	}
	return nil
}

// validateThan checks a comparison of a field with another one.
func (c Condition) validateThan(info FieldInfo, of ...Entity) error {
	than, ok := c.Than.Info()
	switch {
	case !ok || !slices.Contains(of, than.Of):
		return Invalidf("%q is not a field that can be asked for here.", string(c.Than))
	case than.Kind != info.Kind || info.Kind != KindDate && info.Kind != KindNumber:
		return Invalidf("%s and %s cannot be compared.", string(c.Field), string(c.Than))
	case len(c.Values) > 0 || c.Op == OpContains:
		return Invalidf("The condition on %s is compared with another field, and takes no value.", string(c.Field))
	case !slices.Contains([]Op{OpIs, OpIsNot, OpFrom, OpTo, OpOver, OpUnder}, c.Op):
		return Invalidf("%q is not an operator.", string(c.Op))
	}
	return nil
}
