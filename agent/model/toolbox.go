package model

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"charm.land/fantasy"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// offered is the assistant's tools as a model is offered them that may not propose some kinds of changes.
func offered(never []portfolio.ProposalKind) (all []fantasy.Tool) {
	if len(never) == 0 {
		return everyTool()
	}
	return forModel(tools.Offered(never))
}

// everyTool is the whole catalogue, made once.
var everyTool = sync.OnceValue(func() []fantasy.Tool { return forModel(tools.Catalog()) })

// forModel describes tools as a model is offered them.
func forModel(list []tools.Tool) (all []fantasy.Tool) {
	for _, t := range list {
		var schema map[string]any
		data, err := json.Marshal(t.Arguments)
		if err == nil {
			err = json.Unmarshal(data, &schema)
		}
		if err != nil {
			panic(err) // a schema of ours is JSON, and the package's test offers each
		}
		all = append(all, fantasy.FunctionTool{Name: string(t.Name), Description: t.Description, InputSchema: schema})
	}
	return all
}

// importance orders the tools for models that cannot take them all.
var importance = []tools.Name{
	tools.ListProgramsTool, tools.GetProgramTool, tools.ProposeChangesTool, tools.CountByTool, tools.ExplainHealthTool,
	tools.ListRisksTool, tools.ListAttentionTool, tools.ListMilestonesTool, tools.ListChangesTool,
	tools.ListDependenciesTool, tools.WhatIfSlipTool, tools.ForecastLaunchTool,
}

// offeredWithin gives the most important tools that fit into a number of tokens; none where not even the first does.
func offeredWithin(room int, never []portfolio.ProposalKind) (fit []fantasy.Tool) {
	all := offered(never)
	for _, name := range importance {
		for _, t := range all {
			if need := weighTool(t); t.GetName() == string(name) && need <= room {
				fit, room = append(fit, t), room-need
			}
		}
	}
	if len(fit) > 0 && fit[0].GetName() != string(importance[0]) {
		return nil
	}
	return fit
}

// use runs the tools that the model called, one after the other, and gives their results as one message. A call that
// cannot be made is the model's to mend; only a fault of the portfolio itself fails.
func (a *answer) use(ctx context.Context, calls []fantasy.ToolCallPart) (fantasy.Message, error) {
	m := fantasy.Message{Role: fantasy.MessageRoleTool}
	for i, c := range calls {
		text, err := "", error(portfolio.Invalidf("At most %d tools can be called at once.", mostCalls))
		if i < mostCalls {
			text, err = a.call(ctx, c)
		}
		result := fantasy.ToolResultPart{ToolCallID: c.ToolCallID}
		switch portfolio.ErrorCode(err) {
		case "":
			short, cut := a.engine.budget.cutResult(text, a.besides())
			a.forgot = a.forgot || cut
			result.Output = fantasy.ToolResultOutputContentText{Text: short}
		case portfolio.EInvalid, portfolio.ENotFound, portfolio.EConflict:
			result.Output = fantasy.ToolResultOutputContentError{Error: fmt.Errorf("error: %s", portfolio.ErrorMessage(err))}
		default:
			return m, err
		}
		m.Content = append(m.Content, result)
	}
	return m, nil
}

// call runs one tool and takes note of what it found.
func (a *answer) call(ctx context.Context, c fantasy.ToolCallPart) (string, error) {
	arguments := json.RawMessage(a.owners.restore(cmp.Or(c.Input, "{}")))
	if !json.Valid(arguments) {
		return "", portfolio.Invalidf("The arguments of %s are not JSON.", c.ToolName)
	}
	name := tools.Name(c.ToolName)
	if name == tools.ProposeChangesTool {
		arguments = a.withEarlier(arguments)
	}
	out, err := a.set.Run(ctx, name, arguments)
	if err != nil {
		return "", err
	}
	for _, c := range out.Citations {
		a.writer.evidence.add(c)
	}
	if name == tools.ProposeChangesTool {
		a.draft = nil
		a.wanted = wantedIn(arguments)
		if p := out.Proposal; p != nil {
			a.draft = &agent.Proposed{Title: p.Title, Changes: p.Changes}
		}
	}
	data, err := out.JSON()
	return string(data), err
}

// wanted is a change that a model wants, as it wrote it: only so much is read of it as tells it from others.
type wanted struct {
	raw               json.RawMessage
	entity, id, field string
}

// replaces reports whether the change makes an earlier one void: the same field of the same record.
func (w wanted) replaces(earlier wanted) bool {
	same := w.entity == earlier.entity && w.id == earlier.id && w.field == earlier.field
	return same && w.id != "" && w.field != string(portfolio.EntityStatusUpdate)
}

// wantedIn reads the changes in the arguments of a proposal; none where they are not as they should be.
func wantedIn(arguments json.RawMessage) (out []wanted) {
	var list struct {
		Changes []json.RawMessage `json:"changes"`
	}
	if json.Unmarshal(arguments, &list) != nil {
		return nil
	}
	for _, raw := range list.Changes {
		var w struct {
			Entity string `json:"entity"`
			ID     string `json:"id"`
			Field  string `json:"field"`
		}
		if json.Unmarshal(raw, &w) != nil {
			return nil
		}
		out = append(out, wanted{raw: raw, entity: w.Entity, id: w.ID, field: w.Field})
	}
	return out
}

// withEarlier puts the changes of earlier calls before those of this one: an answer makes one proposal, and a model that
// calls twice means both.
func (a *answer) withEarlier(arguments json.RawMessage) json.RawMessage {
	now := wantedIn(arguments)
	if len(a.wanted) == 0 || len(now) == 0 {
		return arguments
	}
	var all []json.RawMessage
	for _, earlier := range a.wanted {
		if !slices.ContainsFunc(now, func(w wanted) bool { return w.replaces(earlier) }) {
			all = append(all, earlier.raw)
		}
	}
	for _, w := range now {
		all = append(all, w.raw)
	}
	data, err := json.Marshal(map[string][]json.RawMessage{"changes": all})
	if err != nil {
		return arguments
	}
	return data
}
