package portfolio

import "unicode/utf8"

// The most characters that the texts of records hold: far more than a person writes, and little enough that any list, report
// and search with them stays usable. What is longer is refused as a whole, never cut.
const (
	LongestName = 500     // a name, a title, a person, a team, a key
	LongestText = 100_000 // a description, a mitigation, an update, a note
)

// bounded is a text of a record: what it is called in a sentence, what it holds, and how many characters it may hold.
type bounded struct {
	name  string
	value string
	most  int
}

// CheckTexts checks that no text of the program itself is too long. It fails with EInvalid.
func (p Program) CheckTexts() error {
	for _, name := range p.StrategicObjectives {
		if err := checkTexts(EntityObjective, bounded{"name", name, LongestName}); err != nil {
			return err
		}
	}
	return checkTexts(EntityProgram, bounded{"name", p.Name, LongestName}, bounded{"key", p.ExternalID, LongestName},
		bounded{"owner", p.Owner, LongestName}, bounded{"team", p.Team, LongestName}, bounded{"product line", p.ProductLine, LongestName},
		bounded{"description", p.Description, LongestText})
}

// CheckTexts checks that no text of the risk is too long. It fails with EInvalid.
func (r Risk) CheckTexts() error {
	return checkTexts(EntityRisk, bounded{"title", r.Title, LongestName}, bounded{"owner", r.Owner, LongestName},
		bounded{"description", r.Description, LongestText}, bounded{"mitigation", r.Mitigation, LongestText})
}

// CheckTexts checks that the name of the milestone is not too long. It fails with EInvalid.
func (m Milestone) CheckTexts() error {
	return checkTexts(EntityMilestone, bounded{"name", m.Name, LongestName})
}

// CheckTexts checks that no text of the objective is too long. It fails with EInvalid.
func (o Objective) CheckTexts() error {
	return checkTexts(EntityObjective, bounded{"name", o.Name, LongestName}, bounded{"description", o.Description, LongestText})
}

// CheckTexts checks that no text of the update is too long. It fails with EInvalid.
func (u StatusUpdate) CheckTexts() error {
	return checkTexts(EntityStatusUpdate, bounded{"author", u.Author, LongestName}, bounded{"text", u.Text, LongestText})
}

// CheckTexts checks that the note of the dependency is not too long. It fails with EInvalid.
func (d Dependency) CheckTexts() error {
	return checkTexts(EntityDependency, bounded{"note", d.Note, LongestText})
}

// CheckID checks that the id that a file gives a record is not too long. It fails with EInvalid.
func CheckID(entity Entity, id string) error {
	return checkTexts(entity, bounded{"id", id, LongestName})
}

// checkTexts fails with EInvalid for the first text that is too long.
func checkTexts(entity Entity, texts ...bounded) error {
	for _, t := range texts {
		if !utf8.ValidString(t.value) {
			return Invalidf("The %s of the %s holds bytes that are no text.", t.name, entity.Words())
		}
		if IsLonger(t.value, t.most) {
			return Invalidf("The %s of the %s may have up to %d characters; this one has %d.", t.name, entity.Words(), t.most, utf8.RuneCountInString(t.value))
		}
	}
	return nil
}

// LongestSearch is the most characters of a text that is searched for, and of a value that a condition names.
const LongestSearch = 1000

// CheckSearch checks that a text that is searched for is not too long. It fails with EInvalid.
func CheckSearch(value string) error {
	if IsLonger(value, LongestSearch) {
		return Invalidf("A search takes up to %d characters; shorten what you look for.", LongestSearch)
	}
	return nil
}

// Beginning gives the first characters of a text, with a sign where more follow.
func Beginning(value string, most int) string {
	if !IsLonger(value, most) {
		return value
	}
	for at := range value {
		if most--; most == 0 {
			return value[:at] + "…"
		}
	}
	return value
}

// IsLonger reports whether a text has more than so many characters.
func IsLonger(value string, most int) bool {
	return len(value) > most && utf8.RuneCountInString(value) > most
}
