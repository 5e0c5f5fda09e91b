package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"portfolio-ai/store/portfolio"
)

// The names of our own export document.
const (
	documentFormat  = "portfolio-ai"
	documentVersion = 1
)

// documentReader reads a JSON file record by record, so that memory holds only what the file reports and one record.
type documentReader struct {
	source  *source
	budget  *budgetReader
	decoder *json.Decoder
	found   bool // the file has a list of programs
	records jsonRecords
}

// readJSON reads a bare array of programs, or the document that our own export writes.
func readJSON(ctx context.Context, s *source) (portfolio.IncomingFile, error) {
	in, err := s.text()
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	budget := &budgetReader{in: in, name: s.name, most: maxRecord}
	r := &documentReader{
		source: s, budget: budget, decoder: json.NewDecoder(budget), records: newJSONRecords(),
	}
	if err := r.read(ctx); err != nil {
		return portfolio.IncomingFile{}, r.explain(err)
	}
	return r.records.incoming(), nil
}

// read reads the file from its first token to its end.
func (r *documentReader) read(ctx context.Context) error {
	r.budget.reset()
	start, err := r.decoder.Token()
	if err != nil {
		return err
	}
	switch start {
	case json.Delim('['):
		err = r.elements(ctx, r.records.addProgram)
		r.found = true
	case json.Delim('{'):
		err = r.document(ctx)
	default:
		return r.wrongShape()
	}
	if err != nil {
		return err
	}
	if _, err := r.decoder.Token(); !errors.Is(err, io.EOF) {
		return portfolio.Invalidf("%s goes on after the end of its JSON.", r.source.name)
	}
	if !r.found {
		return r.wrongShape()
	}
	return nil
}

// document reads the members of an object, in any order.
func (r *documentReader) document(ctx context.Context) error {
	lists := map[string]func(json.RawMessage){
		"programs":       r.records.addProgram,
		"objectives":     r.records.addObjective,
		"status_updates": r.records.addUpdate,
		"dependencies":   r.records.addDependency,
	}
	for r.decoder.More() {
		key, err := r.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string) // the decoder gives no other key
		if add, ok := lists[name]; ok {
			if err := r.list(ctx, name, add); err != nil {
				return err
			}
			continue
		}
		if err := r.member(name); err != nil {
			return err
		}
	}
	_, err := r.decoder.Token()
	return err
}

// list reads a member that is a list of records.
func (r *documentReader) list(ctx context.Context, name string, add func(json.RawMessage)) error {
	start, err := r.decoder.Token()
	if err != nil {
		return err
	}
	if start != json.Delim('[') {
		return portfolio.Invalidf("%s has no list under %q.", r.source.name, name)
	}
	r.found = r.found || name == "programs"
	return r.elements(ctx, add)
}

// member reads a member that is not a list of records.
func (r *documentReader) member(name string) error {
	r.budget.reset()
	var raw json.RawMessage
	if err := r.decoder.Decode(&raw); err != nil {
		return err
	}
	switch name {
	case "format":
		var format string
		if err := json.Unmarshal(raw, &format); err != nil || format != documentFormat {
			return portfolio.Invalidf("%s is not an export of Portfolio AI: its format is %s.", r.source.name, excerpt(string(raw)))
		}
	case "version":
		var version int
		if err := json.Unmarshal(raw, &version); err != nil || version > documentVersion || version < 1 {
			return portfolio.Invalidf("%s has version %s of the format, and this program reads up to version %d; update the program.",
				r.source.name, excerpt(string(raw)), documentVersion)
		}
	default:
		r.records.unknown(name)
	}
	return nil
}

// elements hands over the elements of a list whose beginning has been read.
func (r *documentReader) elements(ctx context.Context, add func(json.RawMessage)) error {
	for r.decoder.More() {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.budget.reset()
		var raw json.RawMessage
		if err := r.decoder.Decode(&raw); err != nil {
			return err
		}
		add(raw)
	}
	r.budget.reset()
	_, err := r.decoder.Token()
	return err
}

// wrongShape says what the file should hold.
func (r *documentReader) wrongShape() error {
	return portfolio.Invalidf("%s holds no programs; a JSON file is a list of programs or an export of Portfolio AI.", r.source.name)
}

// explain turns a fault of the syntax into a sentence with its line.
func (r *documentReader) explain(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return portfolio.Invalidf("%s ends in the middle of its JSON; it may be cut off.", r.source.name)
	}
	if _, ok := errors.AsType[*json.SyntaxError](err); ok {
		return portfolio.Invalidf("%s is not valid JSON: %v in line %d.", r.source.name, err, r.faultLine())
	}
	return err
}

// faultLine gives the line of a fault of the syntax. The decoder knows the end of the last sound token, and a fresh
// decoder knows how far it is from there to the fault.
func (r *documentReader) faultLine() int {
	in, err := r.source.text()
	if err != nil {
		return 1
	}
	var before lineCounter
	_, _ = io.CopyN(&before, in, r.decoder.InputOffset()) // it was read once; a fault now only makes the line smaller
	rest, _ := io.ReadAll(io.LimitReader(in, maxRecord))
	value := bytes.TrimLeft(rest, " \t\r\n,:")
	var raw json.RawMessage
	if fault, ok := errors.AsType[*json.SyntaxError](json.NewDecoder(bytes.NewReader(value)).Decode(&raw)); ok {
		rest = rest[:len(rest)-len(value)+int(fault.Offset)-1]
		_, _ = before.Write(rest)
	}
	return int(before) + 1
}

// lineCounter counts the line ends of what is written to it.
type lineCounter int

// Write counts; it never fails.
func (c *lineCounter) Write(p []byte) (int, error) {
	*c += lineCounter(bytes.Count(p, []byte("\n")))
	return len(p), nil
}

// budgetReader ends the reading of a file in which one record goes on and on.
type budgetReader struct {
	in   io.Reader
	name string
	most int // bytes of a record
	left int
}

func (b *budgetReader) reset() { b.left = b.most }

// Read reads on while the budget of the record lasts.
func (b *budgetReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, b.tooLong()
	}
	n, err := b.in.Read(p)
	b.left -= n
	return n, err
}

// tooLong refuses the file.
func (b *budgetReader) tooLong() error {
	return portfolio.Invalidf("%s has a record of more than %d MB, which is too long for a program.", b.name, b.most>>20)
}
