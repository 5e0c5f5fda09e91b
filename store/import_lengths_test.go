package store

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestImport_aTextThatIsTooLongIsRejectedAsARowWithItsReason(t *testing.T) {
	long, longest := strings.Repeat("ä", portfolio.LongestName+1), strings.Repeat("ä", portfolio.LongestName)
	for name, spoil := range map[string]func(*portfolio.Incoming){
		"name of the program":         func(in *portfolio.Incoming) { in.Program.Name = long },
		"id of the program":           func(in *portfolio.Incoming) { in.Program.ID = long },
		"key of the program":          func(in *portfolio.Incoming) { in.Program.ExternalID = long },
		"owner of the program":        func(in *portfolio.Incoming) { in.Program.Owner = long },
		"name of the objective":       func(in *portfolio.Incoming) { in.Program.StrategicObjectives = []string{long} },
		"title of the risk":           func(in *portfolio.Incoming) { in.Program.Risks = []portfolio.Risk{{Title: long}} },
		"id of the risk":              func(in *portfolio.Incoming) { in.Program.Risks = []portfolio.Risk{{ID: long, Title: "Late"}} },
		"name of the milestone":       func(in *portfolio.Incoming) { in.Program.Milestones = []portfolio.Milestone{{Name: long}} },
		"author of the status update": func(in *portfolio.Incoming) { in.Updates = []portfolio.StatusUpdate{{Author: long, Text: "Well"}} },
		"description of the program":  func(in *portfolio.Incoming) { in.Program.Description = strings.Repeat("x", portfolio.LongestText+1) },
	} {
		t.Run(name, func(t *testing.T) {
			db := openTemp(t)
			for range 2 { // into an empty portfolio, and over what is there
				spoiled := portfolio.Incoming{Row: 3, Program: portfolio.Program{Name: "Aurora", ExternalID: "A-1"}, Fields: []string{"name", "owner", "description"}}
				spoil(&spoiled)
				file := portfolio.IncomingFile{Name: "f.json", Programs: []portfolio.Incoming{
					{Row: 2, Program: portfolio.Program{Name: longest, ExternalID: "B-1", Description: strings.Repeat("x", portfolio.LongestText)}}, spoiled}}
				result, err := db.Import(t.Context(), []portfolio.IncomingFile{file}, ImportOptions{})
				if err != nil {
					t.Fatal(err)
				}
				got := result.Files[0].Rejected
				if len(got) != 1 || got[0].Row != 3 || !strings.HasPrefix(got[0].Reason, "The "+name+" may have up to ") {
					t.Fatalf("rejected %+v", got)
				}
				if _, err := db.SaveProgram(t.Context(), Write{Actor: portfolio.ByPerson}, portfolio.Program{Name: "Aurora", ExternalID: "A-1"}); err != nil && portfolio.ErrorCode(err) != portfolio.EConflict {
					t.Fatal(err)
				}
			}
		})
	}
}
