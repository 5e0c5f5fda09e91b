package sample

import "fmt"

// prefix begins the ids of all records of the sample.
const prefix = "sample-"

func programID(program string) string { return prefix + program }

func objectiveID(objective string) string { return prefix + "objective-" + objective }

func dependencyID(d dependency) string { return fmt.Sprintf("%s%s-after-%s", prefix, d.To, d.From) }

func riskID(program string, i int) string { return fmt.Sprintf("%s%s-r%d", prefix, program, i+1) }

func milestoneID(program string, i int) string { return fmt.Sprintf("%s%s-m%d", prefix, program, i+1) }

func updateID(program string, i int) string { return fmt.Sprintf("%s%s-u%d", prefix, program, i+1) }

// ids are those of the programs, risks, milestones and objectives of the story. Updates and dependencies go with their
// programs.
func (s script) ids() map[string]bool {
	out := map[string]bool{}
	for _, o := range s.Objectives {
		out[objectiveID(o.ID)] = true
	}
	for _, p := range s.programs {
		out[programID(p.ID)] = true
		for i := range p.Risks {
			out[riskID(p.ID, i)] = true
		}
		for i := range p.Milestones {
			out[milestoneID(p.ID, i)] = true
		}
	}
	return out
}
