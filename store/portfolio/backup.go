package portfolio

import "slices"

// BackupReason says on what occasion a backup was made. It is part of the name of the file.
type BackupReason string

// The occasions.
const (
	BackupByHand    BackupReason = "by-hand"
	BackupScheduled BackupReason = "scheduled"
	BackupOnQuit    BackupReason = "on-quit"
	BeforeImport    BackupReason = "before-import"
	BeforeMigration BackupReason = "before-migration"
	BeforeBulk      BackupReason = "before-bulk-change"
	BeforeApply     BackupReason = "before-apply"
	BeforeRestore   BackupReason = "before-restore"
)

// BackupReasons are all of them.
var BackupReasons = []BackupReason{BackupByHand, BackupScheduled, BackupOnQuit, BeforeImport, BeforeMigration, BeforeBulk, BeforeApply, BeforeRestore}

// Known reports whether there is such an occasion.
func (r BackupReason) Known() bool { return slices.Contains(BackupReasons, r) }

// Backup is a whole copy of the portfolio: records, change log, conversations, reports and settings.
type Backup struct {
	Path      string       `json:"path"`
	WrittenAt Millis       `json:"written_at" ts_type:"number"`
	Reason    BackupReason `json:"reason"` // "" where the name of the file does not say
	Size      int64        `json:"size"`   // in bytes
	Schema    int          `json:"schema"`
	Counts    Counts       `json:"counts"`
	// Held says that it stays longer than the rule says, because what was written since holds clearly less.
	Held bool `json:"held"`
	// Problem says in a sentence why it cannot be restored, "" where it can.
	Problem string `json:"problem"`
}

// Records is how many records there are of all kinds.
func (c Counts) Records() int {
	return c.Programs + c.Risks + c.Milestones + c.Objectives + c.StatusUpdates + c.Dependencies
}

// RestoreMode is what restoring does with what is there.
type RestoreMode string

const (
	// RestoreReplace puts everything back as it is in the backup, its history, conversations, reports and settings included.
	RestoreReplace RestoreMode = "replace"
	// RestoreMerge brings back the records that are missing, and those of which the backup holds the newer state. It deletes
	// nothing, and is one step to undo.
	RestoreMerge RestoreMode = "merge"
)

// RestoreModes are both of them.
var RestoreModes = []RestoreMode{RestoreReplace, RestoreMerge}

// RestoreResult is what restoring a backup did, or would do.
type RestoreResult struct {
	Backup  Backup `json:"backup"`
	Counts  Counts `json:"counts"`  // of the portfolio, before
	Comes   int    `json:"comes"`   // records that are in the backup alone
	Changes int    `json:"changes"` // records that become as they are in the backup
	Goes    int    `json:"goes"`    // records that are not in the backup and are deleted
	// Rows are the first of these differences: a record that comes or goes, or a field.
	Rows    []Change     `json:"rows"`
	Refused []RefusedRow `json:"refused"` // of a merge; counted from 1 among all rows
	Safety  string       `json:"safety"`  // path of the copy that was made before; "" where nothing was done
}

// Different reports whether the backup holds other records than the portfolio.
func (r RestoreResult) Different() bool { return r.Comes+r.Changes+r.Goes > 0 }

// Salvage is what could be read of a damaged portfolio.
type Salvage struct {
	Counts Counts `json:"counts"`
	// Lost is how many records could not be read, as far as that is known; Cut says that there may be more.
	Lost int  `json:"lost"`
	Cut  bool `json:"cut"`
	// History says that the history could be kept. Where it could not, it begins anew with the records as they are.
	History bool `json:"history"`
	// Doubtful are the records that are otherwise than their history said.
	Doubtful []Problem `json:"doubtful"`
	Aside    string    `json:"aside"` // where the damaged file is kept
}
