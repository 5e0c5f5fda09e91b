package analyst

import (
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestEvaluation_drafts(t *testing.T) {
	evaluate(t, "drafts.json", 0, New(withHistory(t)), testDay, func(c portfolio.Citation) string { return c.ID })
}
