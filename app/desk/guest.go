package desk

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"time"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Guest is another program at the desk. It uses the tools of the assistant on the portfolio of today: it reads, and what
// it proposes waits until a person decides. It is safe for concurrent use.
type Guest struct {
	desk *Desk

	mu           sync.Mutex
	conversation string           // of its proposals; "" before the first
	steps        []portfolio.Step // since its last proposal, the newest keptSteps
	day          portfolio.Date   // to which the portfolio is assessed
}

// The bounds of a guest.
const (
	keptSteps    = 20 // steps that are kept with a proposal
	mostWaiting  = 20 // proposals of one guest that wait at a time
	longestGuest = 60 // characters of its name
)

// Guest gives another program a place.
func (d *Desk) Guest() *Guest { return &Guest{desk: d, day: d.Store.Today()} }

// Call runs a tool as tools.Set.Run does. What the tool proposes is kept as from a program of the name; the result has its
// id then. It fails with EConflict where too many proposals of this guest wait.
func (g *Guest) Call(ctx context.Context, name string, tool tools.Name, arguments json.RawMessage) (tools.Output, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if err := g.assess(ctx); err != nil {
		return tools.Output{}, err
	}
	never, err := g.desk.NeverProposed(ctx)
	if err != nil {
		return tools.Output{}, err
	}
	set := tools.Set{Workspace: g.desk.Store, Now: time.Now, Today: g.day, Record: g.record, Never: never}
	out, err := set.Run(ctx, tool, arguments)
	if err != nil || out.Proposal == nil {
		return out, err
	}
	id, err := g.propose(ctx, guestLabel(name), out)
	return out.Kept(id), err
}

// Tools lists what is offered to the guest, by what the person allows to be proposed now.
func (g *Guest) Tools(ctx context.Context) ([]tools.Tool, error) {
	never, err := g.desk.NeverProposed(ctx)
	return tools.Offered(never), err
}

// assess brings health to the day, where one has begun since the last call.
func (g *Guest) assess(ctx context.Context) error {
	today := g.desk.Store.Today()
	if today == g.day {
		return nil
	}
	if err := g.desk.Store.Reassess(ctx); err != nil {
		return err
	}
	g.day = today
	return nil
}

func (g *Guest) record(step portfolio.Step) {
	g.steps = append(g.steps, step)
	g.steps = slices.Clone(g.steps[max(0, len(g.steps)-keptSteps):])
}

// propose keeps a proposal as a turn of the guest's conversation that nobody asked for, and gives its id.
func (g *Guest) propose(ctx context.Context, from string, out tools.Output) (string, error) {
	if err := g.checkWaiting(ctx); err != nil {
		return "", err
	}
	if g.conversation == "" {
		g.conversation = rand.Text()
	}
	now := portfolio.MillisOf(time.Now())
	turn := portfolio.Message{
		ID: rand.Text(), ConversationID: g.conversation, TurnID: rand.Text(), Role: portfolio.RoleAssistant, Engine: from,
		Text:  "Another program on this computer proposes this. Nothing changes before you approve it.",
		State: portfolio.TurnDone, Understood: true, Citations: out.Citations, Steps: g.steps, CreatedAt: now,
	}
	turn.Proposal = &portfolio.Proposal{
		ID: rand.Text(), ConversationID: turn.ConversationID, TurnID: turn.TurnID, From: from, Title: out.Proposal.Title,
		State: portfolio.ProposalWaiting, Changes: out.Proposal.Changes, CreatedAt: now,
	}
	err := g.desk.Store.KeepTurn(ctx, portfolio.Conversation{
		ID: turn.ConversationID, Title: from, CreatedAt: now, UpdatedAt: now, Messages: []portfolio.Message{turn},
	})
	if err == nil {
		g.steps = nil
	}
	return turn.Proposal.ID, err
}

// checkWaiting refuses one proposal more than a person can be asked to decide on.
func (g *Guest) checkWaiting(ctx context.Context) error {
	waiting, err := g.desk.Store.Proposals(ctx)
	if err != nil {
		return err
	}
	ours := slices.DeleteFunc(waiting, func(p portfolio.Proposal) bool { return p.ConversationID != g.conversation })
	if len(ours) >= mostWaiting {
		return portfolio.Errorf(portfolio.EConflict, "%d proposals wait already; a person has to apply or discard some in Portfolio AI first.", len(ours))
	}
	return nil
}

// guestLabel is how a guest is named to people. Whatever it calls itself, the label says that it comes from outside.
func guestLabel(name string) string {
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r <= ' ' || r == 0x7f }), " ")
	if name == "" {
		name = "Another program"
	}
	if runes := []rune(name); len(runes) > longestGuest {
		name = string(runes[:longestGuest-1]) + "…"
	}
	return name + " (MCP)"
}
