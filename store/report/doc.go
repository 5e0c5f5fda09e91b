// Package report makes reports: what a portfolio manager hands over, as data. Make turns a Snapshot into pages of blocks,
// which the window draws as PPTX, PDF and print, and Markdown writes as text. It is pure: the same snapshot gives the same
// bytes of JSON, for ever. It imports the vocabulary only.
//
// A report holds English text where a person reads a sentence or a label, and the words of the vocabulary as they are in
// files (Off Track, High, Planned) where a cell holds one: its column's kind says which, so that a window can translate it.
// Text that comes from records is data: whoever draws a report never reads it as markup.
package report
