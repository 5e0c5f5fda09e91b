package tools

import (
	"encoding/json"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// MaxRows bounds the rows of a result, and usualRows is how many there are where no limit is given.
const (
	MaxRows   = 50
	usualRows = 20
	maxSkip   = 100_000
	maxSlip   = 5000 // days, weeks or months
)

// The fields that arguments name. They are types of their own because each allows other fields.
type (
	filterField portfolio.Field
	childField  portfolio.Field // of a risk or a milestone
	orderField  portfolio.Field
	groupField  portfolio.Field
)

// values are what a condition compares with. In JSON they are texts, numbers and null, which is "not reported".
type values []string

// UnmarshalJSON takes texts, numbers and null as a query wants them: as text.
func (v *values) UnmarshalJSON(data []byte) error {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	for _, item := range list {
		text := string(item)
		if strings.HasPrefix(text, `"`) {
			if err := json.Unmarshal(item, &text); err != nil {
				return err
			}
		}
		if text == "null" {
			text = ""
		}
		*v = append(*v, text)
	}
	return nil
}

// condition is a portfolio.Condition as a caller writes it, on one of the fields F.
type condition[F ~string] struct {
	Field  F            `json:"field"`
	Op     portfolio.Op `json:"op"`
	Values values       `json:"values"`
}

// filter picks records. Not every tool has all of it; its schema says what.
type filter struct {
	Text    string                   `json:"text,omitempty" jsonschema:"Words that the name or the texts of the record hold, in any order; the last one may be incomplete."`
	Preset  portfolio.Preset         `json:"preset,omitempty"`
	Where   []condition[filterField] `json:"where,omitempty"`
	Without []condition[childField]  `json:"without,omitempty" jsonschema:"Only programs that have no risk, or no milestone, for which all of these hold."`
}

// query makes the query for records of a kind. Of programs, conditions on risks ask for programs that have a risk which
// meets all of them, and so do conditions on milestones.
func (f filter) query(of portfolio.Entity) (portfolio.Query, error) {
	q := portfolio.Query{Of: of, Text: f.Text, Preset: f.Preset}
	if of != portfolio.EntityProgram {
		q.Where = conditions(f.Where, "")
		return q, q.Validate()
	}
	for _, child := range []portfolio.Entity{portfolio.EntityRisk, portfolio.EntityMilestone} {
		if some := conditions(f.Where, child); len(some) > 0 {
			q.Related = append(q.Related, portfolio.Related{Of: child, Where: some})
		}
		if none := conditions(f.Without, child); len(none) > 0 {
			q.Related = append(q.Related, portfolio.Related{Of: child, Where: none, None: true})
		}
	}
	q.Where = conditions(f.Where, portfolio.EntityProgram)
	return q, q.Validate()
}

// conditions gives the conditions on fields of an entity; "" gives all.
func conditions[F ~string](list []condition[F], of portfolio.Entity) []portfolio.Condition {
	var out []portfolio.Condition
	for _, c := range list {
		field := portfolio.Field(c.Field)
		if info, _ := field.Info(); of == "" || info.Of == of {
			out = append(out, portfolio.Condition{Field: field, Op: c.Op, Values: c.Values})
		}
	}
	return out
}

// part says which rows of all are wanted.
type part struct {
	Limit rowLimit `json:"limit,omitempty"`
	Skip  rowSkip  `json:"skip,omitempty"`
}

// The types of part, which have bounds.
type (
	rowLimit int
	rowSkip  int
)

// upTo is how many rows must be known to give the part.
func (p part) upTo() int { return int(p.Skip) + p.limit() }

func (p part) limit() int {
	if p.Limit == 0 {
		return usualRows
	}
	return int(p.Limit)
}

// of cuts rows to the part.
func of[R any](p part, rows []R) []R {
	from := min(int(p.Skip), len(rows))
	return slices.Clip(rows[from:min(p.upTo(), len(rows))])
}

// listing is the arguments of the listing tools.
type listing struct {
	filter
	OrderBy    orderField `json:"order_by,omitempty"`
	Descending bool       `json:"descending,omitempty" jsonschema:"Largest or latest first. What is not reported stays last."`
	part
}

// query makes the query of a listing.
func (l listing) query(of portfolio.Entity) (Query, error) {
	q, err := l.filter.query(of)
	if l.OrderBy != "" {
		q.Sort = []portfolio.Order{{Field: portfolio.Field(l.OrderBy), Desc: l.Descending}}
	}
	return Query{Query: q, Limit: l.upTo()}, err
}
