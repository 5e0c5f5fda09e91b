package exchange

import (
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"portfolio-ai/store/portfolio"
)

// projectNamespace is how an XML file says that it is a plan of Microsoft Project (MSPDI).
const projectNamespace = "http://schemas.microsoft.com/project"

// maxTasks is how many tasks a plan may have; Microsoft Project itself stops at 400,000.
const maxTasks = 500_000

// projectTask is a task as the file has it. An element that is not there is "".
type projectTask struct {
	UID, GUID, Name, Notes     string
	IsNull, Active             string
	OutlineLevel               string
	Summary, Milestone         string
	IsSubproject, ExternalTask string
	Start, Finish              string
	ActualFinish               string
	PercentComplete            string
	Baseline                   []projectBaseline
	PredecessorLink            []projectLink
}

// projectBaseline is one of the up to eleven baselines of a task; number 0 is the first.
type projectBaseline struct{ Number, Finish string }

// projectLink says that a task waits for another one, which may be in another file.
type projectLink struct{ PredecessorUID, CrossProject string }

// projectResource is a person, a machine or a cost.
type projectResource struct{ UID, Name, Type string }

// resourceIsWork is the Type of resources that work.
const resourceIsWork = "1"

// projectAssignment gives a task to a resource.
type projectAssignment struct{ TaskUID, ResourceUID string }

// readProject reads a plan of Microsoft Project, task by task.
func readProject(ctx context.Context, s *source) (portfolio.IncomingFile, error) {
	tokens, err := newGuardedXML(s)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	r := &projectReader{guardedXML: tokens, in: xml.NewTokenDecoder(tokens), plan: newPlan(s.name)}
	if err := r.read(ctx); err != nil {
		return portfolio.IncomingFile{}, r.explain(err)
	}
	return r.plan.incoming(), nil
}

// projectReader is the reading of one plan.
type projectReader struct {
	*guardedXML
	in   *xml.Decoder
	plan *plan
}

// read reads the file from its first token to its end.
func (r *projectReader) read(ctx context.Context) error {
	root, err := r.root()
	if err != nil {
		return err
	}
	if root.Name.Local != "Project" || !strings.HasPrefix(root.Name.Space, projectNamespace) {
		return portfolio.Invalidf("%s is an XML document, but no plan of Microsoft Project: it is a <%s>; %s.", r.name, excerpt(root.Name.Local), kindsThatWork)
	}
	for {
		token, err := r.in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := r.element(start); err != nil {
				return err
			}
		}
	}
}

// root finds the first element.
func (r *projectReader) root() (xml.StartElement, error) {
	for {
		token, err := r.in.Token()
		if errors.Is(err, io.EOF) {
			return xml.StartElement{}, portfolio.Invalidf("%s holds no XML; %s.", r.name, kindsThatWork)
		}
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return start.Copy(), nil
		}
	}
}

// element reads an element of the project, or of one of its three lists.
func (r *projectReader) element(start xml.StartElement) error {
	switch start.Name.Local {
	case "Tasks", "Resources", "Assignments":
		return nil // what is in it comes next
	case "Task":
		task, err := decodeRecord[projectTask](r.guardedXML, r.in, start)
		if err != nil {
			return err
		}
		if r.plan.position > maxTasks {
			return portfolio.Invalidf("%s has more than %d tasks, which no plan has.", r.name, maxTasks)
		}
		r.plan.addTask(task)
	case "Resource":
		resource, err := decodeRecord[projectResource](r.guardedXML, r.in, start)
		if err != nil {
			return err
		}
		r.plan.addResource(resource)
	case "Assignment":
		assignment, err := decodeRecord[projectAssignment](r.guardedXML, r.in, start)
		if err != nil {
			return err
		}
		r.plan.addAssignment(assignment)
	default:
		return r.fact(start)
	}
	return nil
}

// fact reads what the project says of itself; other elements are skipped.
func (r *projectReader) fact(start xml.StartElement) error {
	facts := map[string]*string{
		"Name": &r.plan.fileName, "Title": &r.plan.title, "GUID": &r.plan.guid, "Manager": &r.plan.manager,
		"StatusDate": &r.plan.statusDate, "StartDate": &r.plan.startDate, "FinishDate": &r.plan.finishDate,
	}
	fact, ok := facts[start.Name.Local]
	if !ok {
		return r.in.Skip()
	}
	said, err := decodeRecord[string](r.guardedXML, r.in, start)
	*fact = cmp.Or(said, *fact)
	return err
}
