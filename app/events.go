package app

import (
	"reflect"

	"portfolio-ai/agent"
	"portfolio-ai/store/portfolio"
)

// EventCatalog has one field per event that the window can get, tagged with the event's name. The bindings turn it into
// the typed map of events, and emit finds the name of a payload in it.
type EventCatalog struct {
	Ready          DeskState          `json:"desk:ready"`
	DataChanged    DataChanged        `json:"data:changed"`
	ImportProgress ImportProgress     `json:"import:progress"`
	CheckProgress  CheckProgress      `json:"check:progress"`
	FilesDropped   FilesDropped       `json:"files:dropped"`
	MenuChosen     MenuChosen         `json:"menu:command"`
	Closing        Closing            `json:"window:closing"`
	ChatProgress   agent.ChatProgress `json:"chat:progress"`
	ChatFinished   agent.ChatFinished `json:"chat:finished"`
}

// DataChanged says what a committed write touched, whoever wrote. The window fetches again what it shows of that.
type DataChanged struct {
	ChangeSet int64              `json:"change_set"`
	Entities  []portfolio.Entity `json:"entities"`
	Proposals bool               `json:"proposals"` // other proposals wait for a decision than before
	External  bool               `json:"external"`  // another process wrote
}

// ImportProgress says how many programs of a file are done; of a file that is still being read, none of none.
type ImportProgress struct {
	File  string `json:"file"`
	Done  int    `json:"done"`
	Total int    `json:"total"`
}

// FilesDropped says which files were dropped on the window, by their paths.
type FilesDropped struct {
	Paths []string `json:"paths"`
}

// eventNames finds the name of an event by the type of its payload.
var eventNames = func() map[reflect.Type]string {
	names := map[reflect.Type]string{}
	catalog := reflect.TypeFor[EventCatalog]()
	for field := range catalog.Fields() {
		names[field.Type] = field.Tag.Get("json")
	}
	return names
}()

// emit sends an event to the window. A payload that is not in the catalogue is a fault of ours.
func (s *session) emit(payload any) {
	name, ok := eventNames[reflect.TypeOf(payload)]
	if !ok {
		s.log.Error("no such event", "type", reflect.TypeOf(payload))
		return
	}
	s.desktop.emit(name, payload)
}

// emitter passes the events of conversations on to the window.
type emitter struct{ *session }

// ChatProgress sends what an answer gained.
func (e *emitter) ChatProgress(p agent.ChatProgress) { e.emit(p) }

// ChatFinished sends the end of an answer.
func (e *emitter) ChatFinished(f agent.ChatFinished) { e.emit(f) }

// Events is bound so that the catalogue is in the bindings.
type Events struct{}

// Catalog is never called.
func (*Events) Catalog() EventCatalog { return EventCatalog{} }
