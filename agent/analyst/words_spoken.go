package analyst

import (
	"strings"

	"portfolio-ai/store/portfolio"
)

// spokenWords is what people say in passing for what a portfolio holds: pictures and idioms, where the tables before have the plain
// words.
var spokenWords = []entry{
	{"bite us|could bite us|can bite us|might bite us|may bite us|could still bite us|can still bite us|might still bite us|come back to bite us|could come back to bite us|could hurt us|can hurt us|might hurt us|could still hurt us|" +
		"could trip us up|can trip us up|might trip us up|could blow up|can blow up|might blow up|could go south|might go south|could sink us|could kill us|could hit us|might hit us|could derail|might derail|can derail|could still go wrong|can still go wrong|might still go wrong|" +
		"exposure|exposures|perils|pitfalls|pitfall|red flag items|things that may go wrong|things that could go wrong|things that can go wrong", noun(ofRisk)},
	{"headway|inroads|level of completion|state of completion|completeness|how advanced|how advanced is|how advanced are|how complete are we with|how far did|how far have|how far are we|how far are we with|how far have we got with|how far have we come with", field(portfolio.FieldProgress)},
	{"what slice|what slice of|slice of|what chunk|what chunk of|chunk of|what portion|what portion of|portion of|how big a share|how big a share of|how large a share|how large a share of|how big a part of|how large a part of|what fraction|fraction|" +
		"in percentage terms how many|what percentage share|how many in percent|how many in percent of|how high is the share|how high is the share of|how high is the percentage of|how big is the share of|how large is the share of|how big is the proportion of", span{kind: kCount, percent: true}},
	{"nastiest|scariest|gravest|hairiest|most dangerous|most serious|most severe|most threatening|ugliest|most worrying risk", mostOf(portfolio.FieldRiskScore, true)},
	{"knocked|knocked on|knocked back|get knocked|gets knocked|bumped|get bumped|gets bumped|shunted|dominoes|get dragged|gets dragged|be dragged|get delayed|gets delayed|be delayed|get late|get squeezed|gets squeezed", looks(aheadEffect)},
	{"planning to|are planning to|are we planning to|we are planning to|we plan to|do we plan to|plan to|plans to|are we going to|are we aiming to|aiming to|have going on|has going on|got going on|we have going on|on earth|in the world|the hell|the heck|on god's earth|in god's name|in heaven's name|the devil|" +
		"have behind it|has behind it|have behind them|has behind them|got behind it|got behind them|drowning in|swamped with|swamped by|buried in|buried under|snowed under with|up to his neck in|up to her neck in|up to their necks in|overloaded with|overwhelmed with|overwhelmed by|weighed down by|weighed down with|saddled with|burdened with|burdened by|landed with|stuck with|lumbered with|loaded with|laden with|blessed with|plagued by|beset by|" +
		"sanity check|quick sanity check|reality check|quick reality check|gut check|sense check|want sight of|sight of|line of sight on|line of sight to|between you and me|between us|entre nous|between ourselves", idle()},
	{"closest to launching|closest to launch|closest to its launch|closest to the launch|nearest to launch|nearest to launching|nearest to its launch|closest to going live|nearest to going live|closest to go live|closest to market|nearest to market|closest to landing", span{kind: kMost, field: portfolio.FieldLaunchDate, event: true}},
	{"furthest from launching|furthest from launch|furthest from its launch|furthest from going live|farthest from launching|farthest from going live", span{kind: kMost, field: portfolio.FieldLaunchDate, event: true, desc: true}},
	{"distribute|distribute over|distribute across|distributes|distributed|spread out|are split|is split|are distributed|is distributed|break down into|breaks down into|fall into which|divide up|divide up by|sliced by|cut by|carved up by|bucketed by|clustered by|grouped along|organised by|organized by|arranged by|chopped up by|chopped by", span{kind: kBy}},
	{"irrespective|" + whichever("status", "colour", "color", "rating", "ratings", "health", "rag", "rag status", "state"), span{kind: kAll}},
	{whichever("owner", "team", "department", "stage", "phase", "date", "launch date", "severity", "likelihood", "product line", "category", "age", "progress", "size", "who owns them", "who runs them"), idle()},
}

// whichever lists the ways of saying that a field is of no account: "irrespective of colour", "whatever their status".
func whichever(fields ...string) string {
	var out []string
	for _, said := range []string{"irrespective of", "irrespective of the", "irrespective of their", "regardless of", "regardless of the", "regardless of their", "independent of", "independently of", "independent of the", "no matter the", "no matter what", "no matter which", "no matter what the", "no matter what their", "whatever the", "whatever their", "whatever its", "of whatever", "of whichever", "in whatever", "in whichever", "in any", "of any", "never mind the", "never mind which"} {
		for _, field := range fields {
			out = append(out, said+" "+field)
		}
	}
	return strings.Join(out, "|")
}

// stillToDo lists the ways of saying that something is not done yet: "still has to reach", "have yet to complete".
func stillToDo(verbs ...string) string {
	var out []string
	for _, said := range []string{"still have to", "still has to", "still need to", "still needs to", "has still to", "have still to", "have yet to", "has yet to", "are yet to", "is yet to", "still to", "still must", "must still", "yet to", "still got to", "has got to", "have got to", "still going to", "still want to", "still wants to", "remain to", "remains to", "left to", "supposed to still"} {
		for _, verb := range verbs {
			out = append(out, said+" "+verb)
		}
	}
	return strings.Join(out, "|")
}

// wereToBe lists the ways of saying that something was to be done by now: "ought to have been done", "should be done by now".
func wereToBe(done ...string) string {
	var out []string
	for _, said := range []string{"should have been", "ought to have been", "was supposed to be", "were supposed to be", "is supposed to be", "are supposed to be", "was meant to be", "were meant to be", "was due to be", "were due to be", "was to be", "were to be", "must have been", "had to be", "should have got"} {
		for _, what := range done {
			out = append(out, said+" "+what, said+" "+what+" already", said+" "+what+" by now", said+" "+what+" by today", said+" already "+what)
		}
	}
	return strings.Join(out, "|")
}
