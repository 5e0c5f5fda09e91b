package portfolio

import "strings"

// ViewPage names a page of the window whose views can be saved.
type ViewPage string

// ViewOfPrograms is the program list: table, board and timeline.
const ViewOfPrograms ViewPage = "programs"

// longestAddress bounds what the address of the window says of a list, in characters.
const longestAddress = 100_000

// SavedView is a list that a person wants to see again: a preference, not a fact of the portfolio. Address is what the
// window's address holds after "?", Query what it asks for: the scope that the view stands for elsewhere. Its name is
// unique on its page without regard to case.
type SavedView struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Page      ViewPage `json:"page"`
	Address   string   `json:"address"`
	Query     Query    `json:"query"`
	Pinned    bool     `json:"pinned"` // shown in the navigation
	CreatedAt Millis   `json:"created_at"`
	UpdatedAt Millis   `json:"updated_at"`
}

// Validate checks that the view has a name, is of a page that has views, and asks for something. It fails with EInvalid.
func (v SavedView) Validate() error {
	if strings.TrimSpace(v.Name) == "" {
		return Invalidf("A saved view needs a name.")
	}
	if v.Page != ViewOfPrograms {
		return Invalidf("Views of %q cannot be saved.", string(v.Page))
	}
	if IsLonger(v.Name, LongestName) || IsLonger(v.Address, longestAddress) {
		return Invalidf("The name of a saved view may have up to %d characters, and its address up to %d.", LongestName, longestAddress)
	}
	return v.Query.Validate()
}
