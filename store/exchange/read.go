package exchange

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"portfolio-ai/store/portfolio"
)

// The limits of what is read. They bound memory and time; a real portfolio stays far below them.
const (
	maxFile    = 256 << 20 // bytes of a file
	maxRow     = 1 << 20   // bytes of a row of a table
	maxRecord  = 16 << 20  // bytes of a program in JSON, with its risks and milestones
	maxColumns = 1000
	sampleSize = 256 << 10 // bytes that decide the kind, the encoding and the delimiter
)

// Options steer the reading of a file.
type Options struct {
	// Mapping names the column that a field is read from, where the header does not tell: field -> column header; "" says
	// that the field is not read. Fields that it does not name are read by their headers. The fields are those of
	// MappableFields. It has no effect on files whose fields have fixed names (JSON).
	Mapping map[string]string `json:"mapping"`
	// Sheet is the sheet of a workbook that the programs are read from, by its name; "" chooses by the columns. It has no
	// effect on other files.
	Sheet string `json:"sheet"`
	// IssuesAsMilestones makes milestones of the issues below the epics of an export of Jira, which are else left out.
	IssuesAsMilestones bool `json:"issues_as_milestones"`
}

// format is a kind of file that can be read.
type format int

const (
	formatUnknown format = iota
	formatDelimited
	formatJSON
	formatWorkbook
	formatProject
)

// extensions says what the end of a file's name promises. A file without a known one is judged by its content.
var extensions = map[string]format{
	".csv": formatDelimited, ".tsv": formatDelimited, ".tab": formatDelimited, ".txt": formatDelimited,
	".json": formatJSON, ".xml": formatProject,
	".xlsx": formatWorkbook, ".xlsm": formatWorkbook,
}

// signatures are the beginnings of files that tell their kind, whatever their name says. A kind that cannot be read has a
// name for a sentence.
var signatures = []struct {
	magic string
	kind  format
	name  string
}{
	{"PK\x03\x04", formatWorkbook, ""},
	{"PK\x05\x06", formatUnknown, "an empty ZIP archive"},
	{oldOffice, formatUnknown, "an old Office document (such as XLS or MPP)"},
	{"%PDF", formatUnknown, "a PDF document"},
	{"SQLite format 3\x00", formatUnknown, "an SQLite database"},
}

// The beginning of old Office documents, which is also that of a workbook with a password, and what is in such a workbook.
const (
	oldOffice        = "\xd0\xcf\x11\xe0"
	encryptedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
)

// kindsThatWork ends every sentence about a file of the wrong kind.
const kindsThatWork = "CSV (also with tabs or semicolons), XLSX, JSON and Microsoft Project XML files can be imported"

// Read reads a portfolio file of any supported kind. A file that cannot be read as a whole gives an EInvalid error whose
// sentence names the file and the reason; a cancelled ctx gives ECancelled. Rows and values that cannot be read are
// part of the result.
func Read(ctx context.Context, path string, options Options) (portfolio.IncomingFile, error) {
	out, err := reading(path, func(kind format, s *source) (portfolio.IncomingFile, error) {
		return readAs(ctx, kind, s, options)
	})
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	out.Name = filepath.Base(path)
	return out, nil
}

// reading opens a file, finds out what it is and has it read: once more, as Windows-1252, where it is not the UTF-8 that it
// seemed. Errors are sentences that name the file.
func reading[T any](path string, read func(format, *source) (T, error)) (T, error) {
	var none T
	name := filepath.Base(path)
	f, err := open(path)
	if err != nil {
		return none, err
	}
	defer func() { _ = f.Close() }()
	sample, err := head(f)
	if err != nil {
		return none, unreadable(name, err)
	}
	source := &source{name: name, file: f, charset: detectCharset(sample)}
	kind, err := sniff(name, sample, source.charset)
	if err != nil {
		return none, err
	}
	out, err := read(kind, source)
	if errors.Is(err, errNotUTF8) {
		source.charset = windows1252
		out, err = read(kind, source)
	}
	if err != nil {
		return none, inFile(name, err)
	}
	return out, nil
}

// readAs reads a file of a known kind.
func readAs(ctx context.Context, kind format, s *source, options Options) (portfolio.IncomingFile, error) {
	switch kind {
	case formatJSON:
		return readJSON(ctx, s)
	case formatWorkbook:
		return readWorkbook(ctx, s, options)
	case formatProject:
		return readProject(ctx, s)
	default:
		return readDelimited(ctx, s, options)
	}
}

// open opens a regular file for reading.
func open(path string) (*os.File, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, portfolio.Invalidf("There is no file %s.", path)
	case err != nil:
		return nil, unreadable(name, err)
	case info.IsDir():
		return nil, portfolio.Invalidf("%s is a folder; choose a file in it.", name)
	case !info.Mode().IsRegular():
		return nil, portfolio.Invalidf("%s is not an ordinary file; %s.", name, kindsThatWork)
	case info.Size() == 0:
		return nil, portfolio.Invalidf("%s is empty; there is nothing to import.", name)
	case info.Size() > maxFile:
		return nil, portfolio.Invalidf("%s has %d MB; files of up to %d MB can be imported.", name, info.Size()>>20, maxFile>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return f, nil
}

// unreadable says why the system refused the file, without the path that the system puts in front.
func unreadable(name string, err error) error {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	return portfolio.Invalidf("%s cannot be read: %v.", name, err)
}

// inFile puts the sentence of a reader's error behind the name of the file.
func inFile(name string, err error) error {
	switch {
	case isStop(err):
		return portfolio.Errorf(portfolio.ECancelled, "The import was stopped; nothing was changed.")
	case errors.Is(err, errBinary):
		return binary(name)
	}
	if fault, ok := errors.AsType[tableFault](err); ok {
		return portfolio.Invalidf("%s cannot be read as a table: %s.", name, fault.reason)
	}
	if e, ok := errors.AsType[*portfolio.Error](err); ok {
		return e
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return unreadable(name, pathErr)
	}
	return fmt.Errorf("reading %s: %w", name, err)
}

// isStop reports whether the reading ended because it was told to.
func isStop(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// head reads the sample and leaves the file at its beginning.
func head(f *os.File) ([]byte, error) {
	sample := make([]byte, sampleSize)
	n, err := io.ReadFull(f, sample)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	_, err = f.Seek(0, io.SeekStart)
	return sample[:n], err
}

// sniff decides how to read a file, from its content first and its name second.
func sniff(name string, sample []byte, c charset) (format, error) {
	ext := strings.ToLower(filepath.Ext(name))
	for _, s := range signatures {
		switch {
		case !bytes.HasPrefix(bytes.TrimPrefix(sample, []byte(utf8BOM)), []byte(s.magic)):
		case s.magic == oldOffice && (extensions[ext] == formatWorkbook || bytes.Contains(sample, []byte(encryptedPackage))):
			return formatUnknown, portfolio.Invalidf("%s is protected with a password; save it without one and import that.", name)
		case s.kind == formatUnknown:
			return formatUnknown, portfolio.Invalidf("%s is %s; %s.", name, s.name, kindsThatWork)
		default:
			return s.kind, nil
		}
	}
	if extensions[ext] == formatWorkbook {
		return formatUnknown, portfolio.Invalidf("%s is no workbook, although its name says so; %s.", name, kindsThatWork)
	}
	if looksBinary(sample, c) {
		return formatUnknown, binary(name)
	}
	text := strings.TrimSpace(decodeSample(sample, c))
	if text == "" {
		return formatUnknown, portfolio.Invalidf("%s holds nothing but blanks; there is nothing to import.", name)
	}
	switch kind, known := extensions[ext]; {
	case strings.HasPrefix(text, "<?xml"):
		return formatProject, nil
	case known:
		return kind, nil
	case ext != "" && !strings.ContainsAny(ext, "0123456789 "):
		return formatUnknown, portfolio.Invalidf("%s is of a kind that cannot be imported (%s); %s.", name, ext, kindsThatWork)
	case text[0] == '{' || text[0] == '[':
		return formatJSON, nil
	default:
		return formatDelimited, nil
	}
}

// binary says that the file is no text.
func binary(name string) error {
	return portfolio.Invalidf("%s is not a text file; %s.", name, kindsThatWork)
}
