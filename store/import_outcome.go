package store

import (
	"cmp"

	"portfolio-ai/store/portfolio"
)

// outcome is what became of one incoming program.
type outcome struct {
	id, name         string // in the store; "" where it was rejected
	created, changed bool
	rejected         string // the reason
	warnings         []string
}

// as says the outcome in a word.
func (o outcome) as() portfolio.ImportedAs {
	switch {
	case o.rejected != "":
		return portfolio.ImportRejected
	case o.created:
		return portfolio.ImportNew
	case o.changed:
		return portfolio.ImportChanged
	}
	return portfolio.ImportUnchanged
}

// count adds the outcome of a row to what became of its file.
func (o outcome) count(incoming portfolio.Incoming, result *portfolio.FileResult) {
	switch o.as() {
	case portfolio.ImportRejected:
		result.Rejected = append(result.Rejected, portfolio.Rejection{Sheet: incoming.Sheet, Row: incoming.Row, Reason: o.rejected})
	case portfolio.ImportNew:
		result.New++
	case portfolio.ImportChanged:
		result.Changed++
	case portfolio.ImportUnchanged:
		result.Unchanged++
	}
	for _, message := range o.warnings {
		result.Warnings = append(result.Warnings, portfolio.Warning{Sheet: incoming.Sheet, Row: incoming.Row, Message: message})
	}
}

// hear keeps a row that was written to the change log, for the row of the file that it is of.
func (in *importer) hear(c portfolio.Change) { in.heard = append(in.heard, c) }

// tell says what became of a row, with the changes that were heard since it began.
func (in *importer) tell(incoming portfolio.Incoming, o outcome) error {
	if in.options.Row == nil {
		return nil
	}
	name := cmp.Or(incoming.Program.Name, o.name)
	for i, c := range in.heard {
		var err error
		if in.heard[i], err = asPeopleSee(c, name); err != nil {
			return err
		}
	}
	in.options.Row(portfolio.ImportedRow{File: in.place, Sheet: incoming.Sheet, Row: incoming.Row, As: o.as(), ID: o.id, Name: name, Reason: o.rejected, Changes: in.heard})
	in.heard = nil
	return nil
}
