package portfolio

// CheckReport is what a check of a whole portfolio found. OK means that there is no problem.
type CheckReport struct {
	OK       bool      `json:"ok"`
	Problems []Problem `json:"problems"`
	Counts   Counts    `json:"counts"`
}

// Problem is something in a portfolio file that contradicts itself. Where names the record, the change or the part of
// the file; What says in a sentence what is wrong with it.
type Problem struct {
	Where string `json:"where"`
	What  string `json:"what"`
}
