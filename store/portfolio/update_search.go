package portfolio

// UpdateSearch asks for status updates by what they say. Of the texts in Any one must be said: each of its words as a word of the
// update, as its singular or as the beginning of a longer one, without regard to case. An empty Any finds every update. Programs are
// those whose updates are looked at; its Of may be empty. The zero value of the rest bounds nothing.
type UpdateSearch struct {
	Any      []string `json:"any"`
	Programs Query    `json:"programs"`
	Author   string   `json:"author,omitempty"`
	Since    Date     `json:"since,omitempty"`
	Until    Date     `json:"until,omitempty"`
	Limit    int      `json:"limit,omitempty"` // the newest so many; 0 is all
}

// UpdateRow is a status update with the name of its program.
type UpdateRow struct {
	StatusUpdate
	ProgramName string `json:"program_name"`
}

// UpdatePage is the newest updates that a search finds, newest first. Total counts all that it finds.
type UpdatePage struct {
	Rows  []UpdateRow `json:"rows"`
	Total int         `json:"total"`
}
