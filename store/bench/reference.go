package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// Reference is the running program of store/bench/cdriver: SQLite in C, which does by hand-written SQL what the store does.
// It does one job at a time.
type Reference struct {
	cmd     *exec.Cmd
	jobs    io.WriteCloser
	send    *json.Encoder
	receive *json.Decoder
}

// statement is SQL with its arguments.
type statement struct {
	SQL  string `json:"sql"`
	Args []any  `json:"args"`
}

// job is what the reference is asked to do; see request in cdriver.
type job struct {
	File       string      `json:"file"`
	Fresh      bool        `json:"fresh"`
	Write      bool        `json:"write"`
	Statements []statement `json:"statements"`
}

// StartReference starts the program at path.
func StartReference(ctx context.Context, path string) (*Reference, error) {
	cmd := exec.CommandContext(ctx, path)
	cmd.Stderr = os.Stderr
	jobs, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	answers, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the reference: %w", err)
	}
	return &Reference{cmd: cmd, jobs: jobs, send: json.NewEncoder(jobs), receive: json.NewDecoder(answers)}, nil
}

// Close ends the program.
func (r *Reference) Close() error { return errors.Join(r.jobs.Close(), r.cmd.Wait()) }

// do has a job done and gives its time, as the reference itself took it, and the rows of its first statement.
func (r *Reference) do(j job) (time.Duration, int, error) {
	if err := r.send.Encode(j); err != nil {
		return 0, 0, fmt.Errorf("ask the reference: %w", err)
	}
	var answer struct {
		Nanoseconds int64  `json:"nanoseconds"`
		Rows        []int  `json:"rows"`
		Error       string `json:"error"`
	}
	if err := r.receive.Decode(&answer); err != nil {
		return 0, 0, fmt.Errorf("hear the reference: %w", err)
	}
	if answer.Error != "" {
		return 0, 0, fmt.Errorf("reference: %s", answer.Error)
	}
	return time.Duration(answer.Nanoseconds), answer.Rows[0], nil
}
