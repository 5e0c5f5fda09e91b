package model

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/store/portfolio"
)

func TestTry_saysWhatAnEndpointDoes(t *testing.T) {
	cases := map[string]struct {
		scripts []modeltest.Script
		tools   portfolio.ToolUse
		streams bool
		problem string
	}{
		"calls tools":    {[]modeltest.Script{modeltest.Call("", "report", `{"word":"ready"}`)}, portfolio.ToolsYes, true, ""},
		"only talks":     {[]modeltest.Script{modeltest.Say("ready")}, portfolio.ToolsUnknown, true, ""},
		"refuses tools":  {[]modeltest.Script{modeltest.RefuseTools(modeltest.Say("ready"))}, portfolio.ToolsNo, true, ""},
		"needs a key":    {[]modeltest.Script{modeltest.Refuse(http.StatusUnauthorized, "no key")}, portfolio.ToolsUnknown, false, "does not accept the key"},
		"says nothing":   {[]modeltest.Script{modeltest.Stall("")}, portfolio.ToolsUnknown, false, "said nothing for"},
		"is not a model": {[]modeltest.Script{modeltest.NotThere()}, portfolio.ToolsUnknown, false, "no chat at"},
	}
	for name, c := range cases {
		s := modeltest.New(t, c.scripts...)
		limit := 5 * time.Second
		if name == "says nothing" {
			limit = soon
		}
		got, err := Try(t.Context(), at(s), "", limit)
		if err != nil || got.Tools != c.tools || got.Streams != c.streams || !strings.Contains(got.Problem, c.problem) || c.problem == "" && got.Problem != "" {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		if !slices.Equal(got.Models, []string{"another", modeltest.Model}) {
			t.Errorf("%s: lists %v", name, got.Models)
		}
	}
}

func TestTry_canBeStopped(t *testing.T) {
	s := modeltest.New(t, modeltest.Stall(""))
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	if _, err := Try(ctx, at(s), "", time.Minute); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("err = %v", err)
	}
}

func TestLook_findsOnlyWhatRunsHere(t *testing.T) {
	s := modeltest.New(t, modeltest.Say("Hello"))
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	port, err := strconv.Atoi(u.Port())
	if err != nil {
		t.Fatal(err)
	}
	found := Look(t.Context(), []Known{{"Nothing", 1}, {"Scripted", port}})
	if len(found) != 1 || found[0].Name != "Scripted" || found[0].BaseURL != "http://127.0.0.1:"+u.Port()+"/v1" || len(found[0].Models) != 2 {
		t.Errorf("found %+v", found)
	}
	if visits := s.Visits(); !slices.Equal(visits, []string{"/v1/models"}) {
		t.Errorf("asked for %v", visits)
	}
}
