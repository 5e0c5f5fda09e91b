package portfolio

import "slices"

// ActivityFilter asks for change sets. What is empty does not narrow; what is given must all hold.
type ActivityFilter struct {
	Actors   []Actor  `json:"actors" ts_type:"Actor[]"`    // one of them wrote it
	Entities []Entity `json:"entities" ts_type:"Entity[]"` // it changes a record of one of these kinds
	Program  string   `json:"program"`                     // the id of a program: it changes that, or something that belongs to it
	// Text is held by why it was written, by the name of a record that it changes, or by the name of the program of one.
	Text  string `json:"text"`
	Since Date   `json:"since" ts_type:"string | null"` // written on this day or later, in the zone of this computer
	Until Date   `json:"until" ts_type:"string | null"` // written on this day or earlier
}

// Validate checks the words and the period of a filter. It fails with EInvalid.
func (f ActivityFilter) Validate() error {
	for _, actor := range f.Actors {
		if !slices.Contains(Actors, actor) {
			return Invalidf("%q writes nothing here.", string(actor))
		}
	}
	for _, entity := range f.Entities {
		if !slices.Contains(Entities, entity) {
			return Invalidf("%q is no kind of record.", string(entity))
		}
	}
	if err := CheckSearch(f.Text); err != nil {
		return err
	}
	if f.Since != "" && f.Until != "" && f.Until < f.Since {
		return Invalidf("The period ends on %s, before it begins on %s.", f.Until, f.Since)
	}
	return nil
}
