//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/bench"
	"portfolio-ai/store/portfolio"
)

// question is one that counts and lists.
const question = "Which programs are off track?"

// firstWords is how soon an answer should begin.
const firstWords = 100 * time.Millisecond

// answers measures the time from sending a question to the first event with text, as the window gets it: with the names of
// the portfolio known from the question before, and after an edit, when they are read anew.
func (p plan) answers(ctx context.Context, n int) (rows []bench.Row, err error) {
	folder, err := os.MkdirTemp(p.kept, "run-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if _, err := bench.Copy(ctx, p.kept, n, folder); err != nil {
		return nil, err
	}
	d, err := desk.Open(ctx, desk.Options{DataDir: folder})
	if err != nil {
		return nil, err
	}
	defer d.Close()
	known, edited := bench.Row{Work: "first words of an answer", Within: firstWords}, bench.Row{Work: "first words after an edit", Within: firstWords}
	for range p.starts {
		if err := edit(ctx, d.Store); err != nil {
			return nil, err
		}
		for _, row := range []*bench.Row{&edited, &known} {
			took, err := ask(ctx, d)
			if err != nil {
				return nil, err
			}
			row.Ours = append(row.Ours, took)
		}
	}
	return []bench.Row{known, edited}, nil
}

// edit writes to the first program of the list.
func edit(ctx context.Context, db *store.DB) error {
	page, err := db.Programs(ctx, portfolio.Query{Limit: 1})
	if err != nil {
		return err
	}
	first := page.Rows[0].Program
	first.Description += "."
	_, err = db.SaveProgram(ctx, store.Write{Actor: portfolio.ByPerson, Why: "measure"}, first)
	return err
}

// listener notes when the first text of an answer comes.
type listener struct {
	began, ended chan portfolio.Message
}

// ChatProgress takes note of text; only the first one counts.
func (l *listener) ChatProgress(p agent.ChatProgress) {
	if p.Text != "" {
		select {
		case l.began <- portfolio.Message{}:
		default:
		}
	}
}

// ChatFinished takes note of the end.
func (l *listener) ChatFinished(f agent.ChatFinished) { l.ended <- f.Message }

// ask asks the question in a conversation of its own and waits for the whole answer; the time is that of its first words.
func ask(ctx context.Context, d *desk.Desk) (time.Duration, error) {
	l := &listener{began: make(chan portfolio.Message, 1), ended: make(chan portfolio.Message, 1)}
	turns := d.Turns(l, 0)
	defer turns.Close()
	start := time.Now()
	if _, err := turns.Send(ctx, "", question, agent.Scope{}, ""); err != nil {
		return 0, err
	}
	select {
	case <-l.began:
	case m := <-l.ended:
		return 0, fmt.Errorf("the answer ended without text: %s", m.Error)
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	took := time.Since(start)
	if m := <-l.ended; m.State != portfolio.TurnDone {
		return 0, errors.New(m.Error)
	}
	return took, nil
}
