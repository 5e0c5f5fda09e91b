package checking

import (
	"strings"
	"sync"
)

// starters are common words with which a sentence begins that is about what was named before. Any other capitalised word at
// the beginning may be a name that nothing was read of, and then nothing in the sentence is taken for the record before it.
var starters = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`
		a about above accountability accountable across actual actually added additionally after again ahead all almost already also although altogether
		among an and another any anyone anything apart are around as aside assessed at attention back bad based because before behind being below besides
		best better between beyond big both bottom brief briefly but by can certainly clearly close combined compare compared comparing completely completion
		concerning concretely conversely consider considering current currently date dates day days delivery despite details done due during each earlier early either else
		elsewhere end entirely especially even every everyone everything exactly except expect expected fewer few finally first for fortunately from fully
		further furthermore generally getting given go goes going good great half has have he hence her here highest his how however i if important importantly in
		including indeed instead interestingly into is it its judging just keep key largely last lastly late later latest launch least less let likewise line
		long look looking lowest main mainly many maybe meanwhile momentum more moreover most mostly moving much my namely near nearly neither never
		nevertheless new next no nobody none nonetheless normally not notably note nothing now number obviously of off officially on once one only or
		originally other others otherwise our out over overall owner ownership part particularly partly per perhaps plan planned please plus point points
		presently previously progress put rather regarding related remember reported responsibility responsible right risks roughly same schedule scheduled second
		secondly see seen several she short shortly similarly since so some someone something soon specifically stage starting status still such summary sure
		taken taking talking target team than that the their them then there therefore these they thing things third this those though through throughout thus
		timeline timing to today together tomorrow too top total toward towards two two-thirds under unfortunately unlike until up update updates us usually versus
		very via was watch we well were what when where whereas whether which while who whose why will with within without work worst worth yesterday yes yet
		you your zero`) {
		out[w] = true
	}
	return out
})
