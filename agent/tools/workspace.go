package tools

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// Workspace is the portfolio as the agent reads it. Archived programs and their records are not part of it.
type Workspace interface {
	Programs(ctx context.Context, q portfolio.Query) (portfolio.ProgramPage, error)
	Risks(ctx context.Context, q portfolio.Query) (portfolio.RiskPage, error)
	Milestones(ctx context.Context, q portfolio.Query) (portfolio.MilestonePage, error)

	// Program gives one program with its risks, milestones and updates. It fails with ENotFound.
	Program(ctx context.Context, id string) (portfolio.ProgramDetail, error)

	// Groups counts the records that the query finds by a field of theirs or of their program; by "" gives one group over
	// all of them, also where there are none. A record counts once in each value of a list field.
	Groups(ctx context.Context, q portfolio.Query, by portfolio.Field) ([]portfolio.Group, error)

	// Names lists every program, risk, milestone and objective by name.
	Names(ctx context.Context) ([]portfolio.Named, error)

	// Changes lists what differs between the portfolio before the day since and at the end of the day until (the zero until
	// is the end of the log), field by field, ordered by program. A posted update is a change of its program.
	Changes(ctx context.Context, since, until portfolio.Date) ([]portfolio.Change, error)

	// Began gives the day as of which a program came into the portfolio; of "" the first day that the log tells of. It is not
	// reported where there is none.
	Began(ctx context.Context, program string) (portfolio.Date, error)

	// Slips says how far the milestones landed from their baseline that were completed up to a day.
	Slips(ctx context.Context, until portfolio.Date) (portfolio.SlipHistory, error)

	// Dependencies lists the dependencies around programs with the launches of both sides, by the names of these.
	Dependencies(ctx context.Context, around portfolio.Around) ([]portfolio.DependencyRow, error)

	// FindUpdates lists the status updates that a search finds, newest first.
	FindUpdates(ctx context.Context, search portfolio.UpdateSearch) (portfolio.UpdatePage, error)

	// Version changes with every write to a record, so that what was read before can be used again while it stays.
	Version(ctx context.Context) (int64, error)
}
