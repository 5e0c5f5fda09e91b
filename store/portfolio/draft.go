package portfolio

// DraftKind is what a text is drafted to be.
type DraftKind string

// The kinds of drafts.
const (
	DraftStatusUpdate  DraftKind = "status_update"  // of one program, for its feed
	DraftWeeklySummary DraftKind = "weekly_summary" // of the portfolio or a part of it
	DraftSteeringNote  DraftKind = "steering_note"  // of a program, a part of the portfolio, or all of it
	DraftMail          DraftKind = "mail"           // that escalates risks
)

// Draft says of an answer that it is a text for others, and of what: a person copies it, sends it or posts it; nothing
// does so by itself. The text begins at the first heading of the answer.
type Draft struct {
	Kind      DraftKind `json:"kind"`
	ProgramID string    `json:"program_id"` // the one program that it is of; "" for several
	Subject   string    `json:"subject"`    // its heading without Markdown; of a mail the subject
	Short     bool      `json:"short"`      // only what matters most
}
