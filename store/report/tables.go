package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// column is a column of a table with how its cells are made.
type column[T any] struct {
	Column
	cell func(T) Cell
}

// all is the limit of a table that shows every row.
const all = 0

// table makes a table of the first rows, or of all of them, and says what it leaves out. Empty is the note of a table without
// rows.
func table[T any](title, empty string, rows []T, limit int, columns ...column[T]) Block {
	t := &Table{Columns: make([]Column, len(columns)), Rows: []Row{}}
	for i, c := range columns {
		c.Weight, c.Align = max(c.Weight, 1), cmp.Or(c.Align, alignment[c.Kind])
		t.Columns[i] = c.Column
	}
	shown := rows
	switch {
	case len(rows) == 0:
		t.Note = empty
	case limit != all && len(rows) > limit:
		shown, t.Note = rows[:limit], fmt.Sprintf("The first %d of %d.", limit, len(rows))
	}
	for _, row := range shown {
		cells := make([]Cell, len(columns))
		for i, c := range columns {
			cells[i] = c.cell(row)
			cells[i].Tone = cmp.Or(cells[i].Tone, Neutral)
		}
		t.Rows = append(t.Rows, Row{cells})
	}
	return Block{Title: title, Table: t}
}

// alignment is where the cells of each kind stand.
var alignment = map[CellKind]Align{
	CellText: AlignStart, CellDate: AlignStart, CellStatus: AlignStart, CellStage: AlignStart, CellLevel: AlignStart,
	CellRiskStatus: AlignStart, CellMilestoneStatus: AlignStart, CellNumber: AlignEnd, CellDelta: AlignEnd,
}

// of makes a column.
func of[T any](label string, kind CellKind, weight int, cell func(T) Cell) column[T] {
	return column[T]{Column{Label: label, Kind: kind, Weight: weight}, cell}
}

// in gives the column a unit.
func (c column[T]) in(unit string) column[T] {
	c.Unit = unit
	return c
}

// text is a plain cell.
func text(s string) Cell { return Cell{Text: s} }

// number is the cell of a count.
func number(n int) Cell { return text(strconv.Itoa(n)) }

// date is the cell of a day.
func date(d portfolio.Date) Cell { return Cell{Text: string(d)} }

// status is the cell of a status.
func status(s portfolio.Status) Cell { return Cell{Text: string(s), Tone: toneOf(s)} }

// level is the cell of a severity or a likelihood.
func level(l portfolio.Level) Cell { return Cell{Text: string(l), Tone: toneOfLevel(l)} }

// percent is the cell of a progress.
func percent(n *int) Cell {
	if n == nil {
		return Cell{Tone: Unreported}
	}
	return Cell{Text: strconv.Itoa(*n)}
}

// ref names a record of a program.
func (p *program) ref() *Ref { return &Ref{portfolio.EntityProgram, p.ID, p.ID} }

func (r risk) ref() *Ref { return &Ref{portfolio.EntityRisk, r.ID, r.ProgramID} }

func (m milestone) ref() *Ref { return &Ref{portfolio.EntityMilestone, m.ID, m.ProgramID} }

// why says in a sentence what the rules found.
func (p *program) why(today portfolio.Date) string {
	clauses := make([]string, len(p.health.Reasons))
	for i, r := range p.health.Reasons {
		clauses[i] = r.Text(today)
	}
	return sentence(strings.Join(clauses, "; "))
}

// sentence begins a text with a capital and ends it with a full stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return capital(s) + "."
}

// The columns of tables of programs.
func programName(weight int) column[*program] {
	return of("Program", CellText, weight, func(p *program) Cell { return Cell{Text: p.Name, Ref: p.ref()} })
}

var (
	programStatus   = of("Status", CellStatus, 2, func(p *program) Cell { return status(p.Status) })
	programAssessed = of("Assessed", CellStatus, 2, func(p *program) Cell { return status(p.health.Assessed) })
	programStage    = of("Stage", CellStage, 2, func(p *program) Cell { return text(string(p.PipelineStage)) })
	programOwner    = of("Owner", CellText, 3, func(p *program) Cell { return text(p.Owner) })
	programProgress = of("Progress", CellNumber, 2, func(p *program) Cell { return percent(p.Progress) }).in("%")
)

// programLaunch is the launch date, red where it has passed on a day and the program is live.
func programLaunch(today portfolio.Date) column[*program] {
	return of("Launch", CellDate, 2, func(p *program) Cell {
		return Cell{Text: string(p.LaunchDate), Tone: redWhere(p.LaunchPassed(today))}
	})
}

// programWhy says why a program was assessed so on a day.
func programWhy(today portfolio.Date) column[*program] {
	return of("Why", CellText, 8, func(p *program) Cell { return text(p.why(today)) })
}

// The columns of tables of risks.
var (
	riskTitle      = of("Risk", CellText, 6, func(r risk) Cell { return Cell{Text: r.Title, Ref: r.ref()} })
	riskProgram    = of("Program", CellText, 4, func(r risk) Cell { return Cell{Text: r.of.Name, Ref: r.of.ref()} })
	riskSeverity   = of("Severity", CellLevel, 2, func(r risk) Cell { return level(r.Severity) })
	riskLikelihood = of("Likelihood", CellLevel, 2, func(r risk) Cell { return text(string(r.Likelihood)) })
	riskOwner      = of("Owner", CellText, 3, func(r risk) Cell { return text(r.Owner) })
	riskStatus     = of("Status", CellRiskStatus, 2, func(r risk) Cell { return text(string(r.Status)) })
	riskMitigation = of("Mitigation", CellText, 6, func(r risk) Cell { return Cell{Text: r.Mitigation, Tone: unreportedWhere(r.Mitigation == "")} })
)

// unreportedWhere is for what nobody has said.
func unreportedWhere(missing bool) Tone {
	if missing {
		return Unreported
	}
	return Neutral
}
