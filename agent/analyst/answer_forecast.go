package analyst

import (
	"context"
	"fmt"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// forecast writes when launches may land, and how that is known.
func (w *writer) forecast(ctx context.Context, in intent) error {
	for _, id := range in.ids {
		found, err := w.tools.ForecastLaunch(ctx, tools.ForecastOf{ID: id, By: in.ahead.by})
		if err != nil {
			return err
		}
		w.citeProgram(found.Launch.ID, found.Launch.Name)
		if found.Missing() != "" {
			w.noForecast(found)
			continue
		}
		w.forecastFigures(found, in.ahead.lead)
		w.forecastText(found, in.ahead.lead)
	}
	return nil
}

// noForecast says why there is none.
func (w *writer) noForecast(f tools.LaunchForecast) {
	w.date("planned launch date", f.Launch.Date)
	planned := ""
	if f.Launch.Date != "" && f.Launch.Live() {
		planned = " It is planned for " + day(f.Launch.Date) + "."
	}
	w.paragraph("There is **no forecast** for %s: %s.%s", programLink(f.Launch.ID, f.Launch.Name), f.Missing(), planned)
}

// chanceLabel names the chance to launch by a day.
func chanceLabel(f tools.LaunchForecast) string {
	if f.By == f.Launch.Date {
		return "chance to launch on time in percent"
	}
	return "chance to launch by " + day(f.By) + " in percent"
}

// forecastFigures states the figures, the one that was asked for first.
func (w *writer) forecastFigures(f tools.LaunchForecast, lead outlook) {
	percent, _ := f.Chance()
	figures := []struct {
		of    outlook
		state func()
	}{
		{aheadP50, func() { w.date("P50", f.Forecast.P50) }},
		{aheadP80, func() { w.date("P80", f.Forecast.P80) }},
		{aheadOdds, func() { w.figure(chanceLabel(f), float64(percent)) }},
	}
	for _, first := range []bool{true, false} {
		for _, figure := range figures {
			if (figure.of == lead) == first {
				figure.state()
			}
		}
	}
	w.date("planned launch date", f.Launch.Date)
	if f.By != f.Launch.Date {
		w.date("by", f.By)
	}
	w.figure("slips", float64(f.Forecast.Slips))
}

// forecastText writes a forecast in words.
func (w *writer) forecastText(f tools.LaunchForecast, lead outlook) {
	percent, _ := f.Chance()
	planned := fmt.Sprintf("%s is planned for %s.", programLink(f.Launch.ID, f.Launch.Name), day(f.Launch.Date))
	dates := fmt.Sprintf("With 50 %% probability it launches by **%s** (P50), with 80 %% by **%s** (P80).", day(f.Forecast.P50), day(f.Forecast.P80))
	chance := fmt.Sprintf("The chance that it launches on time is **%d %%**.", percent)
	if f.By != f.Launch.Date {
		chance = fmt.Sprintf("The chance that it launches by %s is **%d %%**.", day(f.By), percent)
	}
	if lead == aheadOdds {
		dates, chance = chance, dates
	}
	w.paragraph("%s %s %s", planned, dates, chance)
	w.paragraph("How: each of the %d done milestones landed some days from its first planned date; each of these slips, added to the planned launch date, is one way in which the launch may go.%s",
		f.Forecast.Slips, w.notCounted(f))
}

// notCounted says which slips a forecast leaves out.
func (w *writer) notCounted(f tools.LaunchForecast) string {
	out := ""
	if n := f.Forecast.Slips - f.Forecast.Ways; n > 0 {
		w.figure("ways left out", float64(n))
		out = fmt.Sprintf(" %s left out, because %s before today.", portfolio.CountOf(n, "way is", "ways are"), map[bool]string{true: "it ends", false: "they end"}[n == 1])
	}
	if n := f.Unmeasured; n > 0 {
		w.figure("done milestones without a first planned date", float64(n))
		out += " " + portfolio.CountOf(n, "more has no first planned date and says nothing.", "more have no first planned date and say nothing.")
	}
	return out
}
