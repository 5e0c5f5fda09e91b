package portfolio

// Deleted is a record in the trash. Count is how many records went with it, itself included: restoring brings them all
// back.
type Deleted struct {
	ChangeSet int64  `json:"change_set"`
	Entity    Entity `json:"entity"`
	ID        string `json:"id"`
	Label     string `json:"label"`
	ProgramID string `json:"program_id"`
	Program   string `json:"program"` // name of the program it belongs to, "" where that is gone too
	DeletedAt Millis `json:"deleted_at"`
	Count     int    `json:"count"`
}
