package store

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// source says how a query for one kind of record reads: its rows are x, the program that they belong to is p.
type source struct {
	from   string            // FROM clause
	search string            // the search index
	order  []portfolio.Order // the order where none is asked for
}

var sources = map[portfolio.Entity]source{
	portfolio.EntityProgram: {
		from: "programs x", search: "programs_search", order: []portfolio.Order{{Field: portfolio.FieldName}},
	},
	portfolio.EntityRisk: {
		from: "risks x JOIN programs p ON p.id = x.program_id", search: "risks_search",
		order: []portfolio.Order{{Field: portfolio.FieldRiskSeverity}, {Field: portfolio.FieldRiskTitle}},
	},
	portfolio.EntityMilestone: {
		from: "milestones x JOIN programs p ON p.id = x.program_id", search: "milestones_search",
		order: []portfolio.Order{{Field: portfolio.FieldMilestoneDue}, {Field: portfolio.FieldMilestoneName}},
	},
}

// folded are the columns kept folded, by the field that they sort.
var folded = map[portfolio.Field]string{
	portfolio.FieldName: "name_key", portfolio.FieldRiskTitle: "title_key", portfolio.FieldMilestoneName: "name_key",
}

// compiled is the WHERE clause of a query and its arguments.
type compiled struct {
	of    portfolio.Entity
	today portfolio.Date // which what is derived counts from
	where []string
	args  []any
}

// compile checks a query and turns what it asks for, without order and page, into SQL.
func compile(q portfolio.Query) (*compiled, error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	q = q.SpellOut()
	c := &compiled{of: q.Of, today: q.Today}
	program := c.alias(portfolio.EntityProgram)
	c.and(program + ".archived_at IS NULL")
	c.branch(portfolio.Branch{Text: q.Text, Where: q.Where, AnyOf: q.AnyOf, Related: q.Related})
	for _, list := range q.Either {
		c.either(list)
	}
	if q.Within != nil {
		programs := *q.Within
		programs.Today = cmp.Or(programs.Today, q.Today)
		within, err := compile(programs)
		if err != nil {
			return nil, err
		}
		c.and(program+".id IN (SELECT x.id FROM programs x"+within.clause()+")", within.args...)
	}
	return c, nil
}

// alias names the table of an entity within the query.
func (c *compiled) alias(entity portfolio.Entity) string {
	if entity == c.of {
		return "x"
	}
	return "p"
}

// and adds one test.
func (c *compiled) and(test string, args ...any) {
	c.where = append(c.where, test)
	c.args = append(c.args, args...)
}

// clause is the whole WHERE clause.
func (c *compiled) clause() string { return " WHERE " + strings.Join(c.where, " AND ") }

// branch adds all that a branch tests.
func (c *compiled) branch(b portfolio.Branch) {
	if match := searchTerms(b.Text); match != "" {
		c.and(fmt.Sprintf("x.key IN (SELECT rowid FROM %[1]s WHERE %[1]s MATCH ?)", sources[c.of].search), match)
	}
	for _, condition := range b.Where {
		c.condition(condition, c.alias)
	}
	for _, list := range b.AnyOf {
		c.anyOf(list)
	}
	for _, related := range b.Related {
		c.related(related)
	}
}

// either adds branches of which at least one must hold. A branch that tests nothing holds.
func (c *compiled) either(branches []portfolio.Branch) {
	var ways []string
	var args []any
	for _, b := range branches {
		one := &compiled{of: c.of, today: c.today, where: []string{"1"}}
		one.branch(b)
		ways, args = append(ways, "("+strings.Join(one.where, " AND ")+")"), append(args, one.args...)
	}
	c.and("("+strings.Join(ways, " OR ")+")", args...)
}

// anyOf adds conditions of which at least one must hold.
func (c *compiled) anyOf(list []portfolio.Condition) {
	either := &compiled{of: c.of, today: c.today}
	for _, condition := range list {
		either.condition(condition, c.alias)
	}
	c.and("("+strings.Join(either.where, " OR ")+")", either.args...)
}

// related adds a test on the records that hang on a program; it may look at the program itself too.
func (c *compiled) related(r portfolio.Related) {
	inner := &compiled{of: r.Of, today: c.today}
	alias := func(of portfolio.Entity) string {
		if of == portfolio.EntityProgram {
			return "x"
		}
		return "y"
	}
	for _, condition := range r.Where {
		inner.condition(condition, alias)
	}
	test := fmt.Sprintf("(SELECT count(*) FROM %s y WHERE %s) >= ?",
		tables[r.Of].name, strings.Join(append([]string{"y.program_id = x.id"}, inner.where...), " AND "))
	if r.None {
		test = "NOT " + test
	}
	c.and(test, append(inner.args, max(r.AtLeast, 1))...)
}

// comparisons are the operators that compare by size.
var comparisons = map[portfolio.Op]string{
	portfolio.OpFrom: ">=", portfolio.OpTo: "<=", portfolio.OpOver: ">", portfolio.OpUnder: "<",
}

// comparedWith are the operators between two fields.
var comparedWith = map[portfolio.Op]string{
	portfolio.OpFrom: ">=", portfolio.OpTo: "<=", portfolio.OpOver: ">", portfolio.OpUnder: "<", portfolio.OpIs: "=", portfolio.OpIsNot: "<>",
}

// condition adds one condition; alias names the table of an entity.
func (c *compiled) condition(condition portfolio.Condition, alias func(portfolio.Entity) string) {
	info, _ := condition.Field.Info() // validated
	if info.Kind == portfolio.KindList {
		c.listCondition(condition, alias(info.Of))
		return
	}
	column := c.expression(info, alias(info.Of))
	if than, ok := condition.Than.Info(); ok {
		c.and(fmt.Sprintf("%s %s %s", column, comparedWith[condition.Op], c.expression(than, alias(than.Of))))
		return
	}
	switch condition.Op {
	case portfolio.OpIs, portfolio.OpIsNot:
		c.equality(column, info, condition)
	case portfolio.OpContains:
		c.and(column+` LIKE ? ESCAPE '\'`, "%"+likeEscaper.Replace(condition.Values[0])+"%")
	default:
		c.and(fmt.Sprintf("%s %s ?", column, comparisons[condition.Op]), argument(info, condition.Values[0]))
	}
}

// likeEscaper takes the meaning from the wildcards of LIKE.
var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// equality adds OpIs or OpIsNot on a single-valued field.
func (c *compiled) equality(column string, info portfolio.FieldInfo, condition portfolio.Condition) {
	var values []any
	missing := false
	for _, v := range condition.Values {
		if v == "" {
			missing = true
			continue
		}
		values = append(values, argument(info, v))
	}
	var tests []string
	if len(values) > 0 {
		collation := ""
		if info.Kind == portfolio.KindText {
			collation = " COLLATE NOCASE"
		}
		tests = append(tests, fmt.Sprintf("%s%s IN (?%s)", column, collation, strings.Repeat(", ?", len(values)-1)))
	}
	if missing {
		tests = append(tests, column+" IS NULL")
	}
	test := "(" + strings.Join(tests, " OR ") + ")"
	if condition.Op == portfolio.OpIsNot {
		test = fmt.Sprintf("NOT coalesce(%s, 0)", test) // a comparison with NULL is NULL: not reported is none of the values
	}
	c.and(test, values...)
}

// listCondition adds OpIs or OpIsNot on the objectives of a program.
func (c *compiled) listCondition(condition portfolio.Condition, program string) {
	const some = `EXISTS (SELECT 1 FROM program_objectives po JOIN objectives o ON o.id = po.objective_id WHERE po.program_id = %s.id%s)`
	var names []any
	var tests []string
	for _, v := range condition.Values {
		if v == "" {
			tests = append(tests, "NOT "+fmt.Sprintf(some, program, ""))
			continue
		}
		names = append(names, portfolio.Fold(v))
	}
	if len(names) > 0 {
		tests = append(tests, fmt.Sprintf(some, program, " AND o.name_key IN (?"+strings.Repeat(", ?", len(names)-1)+")"))
	}
	test := "(" + strings.Join(tests, " OR ") + ")"
	if condition.Op == portfolio.OpIsNot {
		test = "NOT " + test
	}
	c.and(test, names...)
}

// derived are the fields that no column holds, over the table %[1]s, as of the day %[2]s; NULL where what they are made from
// is not reported.
var derived = map[portfolio.Field]string{
	portfolio.FieldRiskScore: "(CASE %[1]s.severity WHEN 'High' THEN 3 WHEN 'Medium' THEN 2 WHEN 'Low' THEN 1 END" +
		" * CASE %[1]s.likelihood WHEN 'High' THEN 3 WHEN 'Medium' THEN 2 WHEN 'Low' THEN 1 END)",
	portfolio.FieldRiskRecorded: localDay + "(%[1]s.created_at)",
	portfolio.FieldReasons:      "json_array_length(%[1]s.assessed_reasons)",
	portfolio.FieldElapsed: "CASE WHEN %[1]s.launch_date > %[1]s.start_date THEN CAST(round(max(0, min(100," +
		" 100.0 * (julianday(%[2]s) - julianday(%[1]s.start_date)) / (julianday(%[1]s.launch_date) - julianday(%[1]s.start_date))))) AS INTEGER) END",
	portfolio.FieldMilestoneSlip: "CAST(julianday(%[1]s.due_date) - julianday(%[1]s.baseline_date) AS INTEGER)",
}

// expression is the SQL of a field; NULL where it is not reported.
func (c *compiled) expression(info portfolio.FieldInfo, alias string) string {
	if formula, ok := derived[info.Field]; ok {
		day := "NULL"
		if _, err := portfolio.ParseDate(string(c.today)); err == nil {
			day = "'" + string(c.today) + "'"
		}
		return strings.NewReplacer("%[1]s", alias, "%[2]s", day).Replace(formula)
	}
	_, column, prefixed := strings.Cut(string(info.Field), ".")
	if !prefixed {
		column = string(info.Field)
	}
	if info.Kind == portfolio.KindText {
		return fmt.Sprintf("nullif(%s.%s, '')", alias, column)
	}
	return alias + "." + column
}

// argument gives a validated value as SQL takes it.
func argument(info portfolio.FieldInfo, value string) any {
	if info.Kind == portfolio.KindNumber {
		number, err := strconv.ParseFloat(value, 64)
		if err == nil {
			return number
		}
	}
	return value
}

// searchTerms turns what a person types into a search: every word must occur, the last one may still be incomplete.
// Quotes take the meaning from anything that the search language would understand. A zero byte would end the search.
func searchTerms(text string) string {
	words := strings.Fields(strings.ReplaceAll(text, "\x00", " "))
	for i, word := range words {
		words[i] = `"` + strings.ReplaceAll(word, `"`, `""`) + `"`
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, " ") + "*"
}
