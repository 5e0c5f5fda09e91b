package tools

import (
	"cmp"
	"context"

	"portfolio-ai/store/portfolio"
)

// ForecastLaunchTool is the name of ForecastLaunch.
const ForecastLaunchTool Name = "forecast_launch"

// ForecastOf is the arguments of ForecastLaunch. By is the day for which the chance is wanted; not reported means the
// planned launch date.
type ForecastOf struct {
	ID string         `json:"id"`
	By portfolio.Date `json:"by"`
}

// LaunchForecast is when a launch may land. A Completed program has no forecast. Unmeasured counts the done milestones that
// say nothing because they have no baseline.
type LaunchForecast struct {
	Launch     portfolio.Launch
	Forecast   portfolio.Forecast
	By         portfolio.Date
	Unmeasured int
}

// Chance gives the share of the ways in which the launch has landed by the day, in percent. ok is false without a forecast.
func (f LaunchForecast) Chance() (percent int, ok bool) { return f.Forecast.Chance(f.By) }

// Missing says in a clause why there is no forecast; "" where there is one.
func (f LaunchForecast) Missing() string {
	if !f.Launch.Live() {
		return "the program is Completed, so its launch is not ahead"
	}
	return f.Forecast.Missing()
}

// ForecastLaunch forecasts the launch of one program. It fails with ENotFound.
func (s Set) ForecastLaunch(ctx context.Context, of ForecastOf) (LaunchForecast, error) {
	return call(ctx, s, ForecastLaunchTool, of, func(ctx context.Context, of ForecastOf) (LaunchForecast, int, []Observation, error) {
		detail, err := s.Workspace.Program(ctx, of.ID)
		if err != nil {
			return LaunchForecast{}, 0, nil, err
		}
		observed := []Observation{{Detail: &detail}}
		launch := portfolio.LaunchOf(detail.Program)
		out := LaunchForecast{Launch: launch, By: cmp.Or(of.By, launch.Date)}
		if !launch.Live() {
			return out, 1, observed, nil
		}
		history, err := s.Workspace.Slips(ctx, s.today())
		out.Forecast, out.Unmeasured = history.Forecast(launch.Date, s.today()), history.Unmeasured
		return out, 1, observed, err
	})
}

// forecasting is the arguments of the tool in the catalogue.
type forecasting struct {
	programArgument
	By portfolio.Date `json:"by,omitempty" jsonschema:"The day for which the chance to have launched is wanted, as YYYY-MM-DD; the planned launch date where it is left out."`
}

// ForecastFacts is a forecast as a caller is told of it. Dates and the chance are null where there is none, and
// NoForecast says why.
type ForecastFacts struct {
	LaunchFacts
	P50               portfolio.Date `json:"p50"`
	P80               portfolio.Date `json:"p80"`
	By                portfolio.Date `json:"by"`
	ChancePercent     *int           `json:"chance_percent"`
	Slips             int            `json:"slips"`
	SlipsUsed         int            `json:"slips_used"`
	WithoutBaseline   int            `json:"milestones_without_baseline"`
	NoForecastBecause reported       `json:"no_forecast_because"`
}

func (f ForecastFacts) rows() int { return 1 }

func (f ForecastFacts) citations() []portfolio.Citation { return []portfolio.Citation{f.citation()} }

// forecastLaunch is the tool in the catalogue.
func forecastLaunch() Tool {
	return tool(ForecastLaunchTool, schemaOf[forecasting](ofPrograms), func(ctx context.Context, s Set, a forecasting) (Result, error) {
		row, err := s.row(ctx, a.programArgument)
		if err != nil {
			return nil, err
		}
		found, err := s.ForecastLaunch(ctx, ForecastOf{ID: row.ID, By: a.By})
		f := found.Forecast
		facts := ForecastFacts{
			LaunchFacts: factsOfLaunch(found.Launch), P50: f.P50, P80: f.P80, By: found.By, Slips: f.Slips, SlipsUsed: f.Ways,
			WithoutBaseline: found.Unmeasured, NoForecastBecause: reported(found.Missing()),
		}
		if percent, ok := found.Chance(); ok {
			facts.ChancePercent = &percent
		}
		return facts, err
	})
}

// LaunchFacts is a program with its planned launch, as a caller is told of it.
type LaunchFacts struct {
	ID         string           `json:"id"`
	Name       string           `json:"name"`
	Status     portfolio.Status `json:"status"`
	LaunchDate portfolio.Date   `json:"launch_date"`
}

func factsOfLaunch(l portfolio.Launch) LaunchFacts {
	return LaunchFacts{l.ID, l.Name, l.Status, l.Date}
}

func (l LaunchFacts) citation() portfolio.Citation {
	return portfolio.Citation{Type: portfolio.EntityProgram, ID: l.ID, Label: l.Name}
}
