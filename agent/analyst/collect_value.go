package analyst

import "portfolio-ai/store/portfolio"

// precedence is the order in which a value that several fields have is taken to be of one.
var precedence = []portfolio.Field{
	portfolio.FieldTeam, portfolio.FieldProductLine, portfolio.FieldOwner, portfolio.FieldObjective, portfolio.FieldRiskOwner,
}

// valueOf makes the condition of values that were named. Where more than one field has the value and the question does
// not say which, it chooses and tells.
func (r *reading) valueOf(s span, entity portfolio.Entity) (clause, bool) {
	fields := map[portfolio.Field][]string{}
	for _, v := range s.values {
		if entityOf(v.field) == ofProgram || entityOf(v.field) == entity {
			fields[v.field] = append(fields[v.field], v.text)
		}
	}
	order := precedence
	if !s.exact && len(fields[portfolio.FieldTeam]) > 0 && len(fields[portfolio.FieldProductLine]) > 0 { // a part of a name is rather what is worked on
		order = []portfolio.Field{portfolio.FieldProductLine}
	}
	if entity == ofRisk {
		order = append([]portfolio.Field{portfolio.FieldRiskOwner}, order...)
	}
	for _, f := range order {
		if len(fields[f]) == 0 {
			continue
		}
		others := len(fields)
		if _, also := fields[portfolio.FieldRiskOwner]; also && f != portfolio.FieldRiskOwner {
			others--
		}
		if others > 1 && s.field == "" {
			r.note("“" + s.text + "” names several things; I took it as " + article(nameOf(f)) + ".")
		} else if !s.exact {
			r.note("I took “" + s.text + "” as the " + nameOf(f) + " " + plain(fields[f][0]) + ".")
		}
		return all(is(f, fields[f]...)), true
	}
	return clause{}, false
}
