package portfolio

import "slices"

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
