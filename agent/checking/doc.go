// Package checking holds what an answer says against what the tools gave for it. A figure, a date, a name or a word of the
// vocabulary is bound to a cell of a record that is named in the same sentence or table row, or to a derived figure whose
// definition the sentence says and which is computed again here. That a value occurs elsewhere in the evidence supports
// nothing. Where a sentence cannot be read with certainty, its claims stay unbound: they are marked, and nothing is hidden.
//
// A check has four parts: document.go takes Markdown apart into sentences and rows, mention.go finds what they mention,
// facets.go says queries and phrases in one form so that they can be compared, and the files named after claims bind them.
package checking
