package sample

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"

	"portfolio-ai/store/portfolio"
)

// files hold the story of the sample: one file a product line, and portfolio.json for what belongs to none.
//
//go:embed data/*.json
var files embed.FS

// day counts days from the day on which the sample is loaded; days before it are negative.
type day int

// on gives the calendar day.
func (d day) on(today portfolio.Date) portfolio.Date { return today.AddDays(int(d)) }

// dateOf gives the calendar day of d, not reported where there is none.
func dateOf(d *day, today portfolio.Date) portfolio.Date {
	if d == nil {
		return ""
	}
	return d.on(today)
}

// script is the whole story.
type script struct {
	Objectives   []objective  `json:"objectives"`
	Dependencies []dependency `json:"dependencies"`
	programs     []program
}

type objective struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description"`
}

type dependency struct {
	From string `json:"from"` // the program that must launch first
	To   string `json:"to"`
	Note string `json:"note"`
}

// chapter is one product line.
type chapter struct {
	ProductLine string    `json:"product_line"`
	Programs    []program `json:"programs"`
}

// program is a program as it stood on the day it was created, and what happened to it since. What is left out is not
// reported.
type program struct {
	ID          string           `json:"id"`
	Name        string           `json:"name"`
	Description string           `json:"description"`
	Owner       string           `json:"owner"` // also of its risks and author of its updates, unless they name another
	Team        string           `json:"team"`
	Objectives  []string         `json:"objectives"`
	Created     *day             `json:"created"` // left out: on the first day of the sample
	Start       *day             `json:"start"`
	Launch      *day             `json:"launch"`
	Status      portfolio.Status `json:"status"`
	Stage       portfolio.Stage  `json:"stage"`
	Progress    *int             `json:"progress"`
	Stages      []stageMove      `json:"stages"`
	Milestones  []milestone      `json:"milestones"`
	Risks       []risk           `json:"risks"`
	Updates     []update         `json:"updates"`

	productLine string
}

// stageMove says when a program went to another stage.
type stageMove struct {
	On day             `json:"on"`
	To portfolio.Stage `json:"to"`
}

// milestone has the due date that was planned first, the days on which that was moved, and the day on which it was done.
type milestone struct {
	Name  string    `json:"name"`
	Due   day       `json:"due"`
	Moves []dueMove `json:"moves"`
	Done  *day      `json:"done"`
}

type dueMove struct {
	On day `json:"on"`
	To day `json:"to"`
}

// risk is opened as Open on a day; its changes follow.
type risk struct {
	Title       string          `json:"title"`
	Severity    portfolio.Level `json:"severity"`
	Likelihood  portfolio.Level `json:"likelihood"`
	Description string          `json:"description"`
	Mitigation  string          `json:"mitigation"`
	Owner       string          `json:"owner"`
	Opened      day             `json:"opened"`
	Review      *day            `json:"review"`
	Changes     []riskChange    `json:"changes"`
}

type riskChange struct {
	On     day                  `json:"on"`
	Status portfolio.RiskStatus `json:"status"`
}

// update is a status update with what it declares.
type update struct {
	On       day              `json:"on"`
	Author   string           `json:"author"`
	Status   portfolio.Status `json:"status"`
	Progress *int             `json:"progress"`
	Launch   *day             `json:"launch"`
	Text     string           `json:"text"`
}

// readScript reads the embedded story.
func readScript() (s script, err error) {
	if err := readFile("portfolio.json", &s); err != nil {
		return s, err
	}
	for _, name := range []string{"billing.json", "payments.json", "field-service.json", "customer-experience.json", "data-platform.json"} {
		var c chapter
		if err := readFile(name, &c); err != nil {
			return s, err
		}
		for _, p := range c.Programs {
			p.productLine = c.ProductLine
			s.programs = append(s.programs, p)
		}
	}
	return s, nil
}

// readFile reads one embedded file.
func readFile[T any](name string, into *T) error {
	text, err := files.ReadFile(path.Join("data", name))
	if err != nil {
		return fmt.Errorf("read the sample: %w", err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("read %s of the sample: %w", name, err)
	}
	return nil
}
