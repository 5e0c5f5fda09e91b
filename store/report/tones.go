package report

import (
	"strconv"

	"portfolio-ai/store/portfolio"
)

// toneOf gives the tone of a status.
func toneOf(s portfolio.Status) Tone {
	return map[portfolio.Status]Tone{
		portfolio.OffTrack: Red, portfolio.AtRisk: Amber, portfolio.OnTrack: Green, portfolio.StatusCompleted: Done, portfolio.StatusNotReported: Unreported,
	}[s]
}

// toneOfLevel gives the tone of a severity.
func toneOfLevel(l portfolio.Level) Tone {
	return map[portfolio.Level]Tone{portfolio.High: Red, portfolio.Medium: Amber, portfolio.Low: Neutral, portfolio.LevelNotReported: Unreported}[l]
}

// redWhere is red where something is wrong, else neutral.
func redWhere(wrong bool) Tone {
	if wrong {
		return Red
	}
	return Neutral
}

// taste says whether more of a figure is good news.
type taste int

const (
	indifferent taste = iota
	moreIsBetter
	fewerIsBetter
)

// figure makes a figure of a count, with how it differs from the count before; nil is nothing to compare with.
func figure(label string, tone Tone, now int, before *int, t taste) Figure {
	f := Figure{Label: label, Kind: CellNumber, Value: strconv.Itoa(now), Tone: tone, DeltaTone: Neutral}
	if now == 0 && tone != Unreported {
		f.Tone = Neutral // none of them is no alarm
	}
	if before == nil {
		return f
	}
	difference := now - *before
	f.Delta = signed(difference)
	switch {
	case difference == 0 || t == indifferent:
	case (difference > 0) == (t == moreIsBetter):
		f.DeltaTone = Green
	default:
		f.DeltaTone = Red
	}
	return f
}

// signed writes a difference: "+2", "-1", "0".
func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
