//go:build powerloss && linux

package soak

import (
	"cmp"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var powerLosses = flag.Int("power-losses", 100, "lose the power so many times in the middle of what a writer does")

func TestPowerLoss_losesNothingThatWasShownAsSavedAndLeavesNoHalfChange(t *testing.T) {
	chosen := cmp.Or(*seed, rand.Uint64())
	t.Logf("repeat with -seed %d, as far as time repeats", chosen)
	random := rand.New(rand.NewPCG(chosen, 3))
	figures := map[string]int{}
	for range *powerLosses {
		t.Run("round", func(t *testing.T) {
			d, at := newDisk(t)
			w := startWriter(t, filepath.Join(at, "portfolio.db"), random.Uint64())
			w.awaitFirst()
			time.Sleep(time.Duration(random.Int64N(int64(2 * longestLife)))) // the moment is what is tried, nothing is waited for
			sure := len(w.heard())
			f := &portfolioFile{T: t, path: filepath.Join(t.TempDir(), "portfolio.db"), checked: map[string]bool{}, figures: figures}
			d.lose(t, random, filepath.Dir(f.path))
			f.expect(w.kill(), sure)
			figures["rounds"]++
			if t.Failed() {
				_ = os.CopyFS(filepath.Join(os.TempDir(), "powerloss"), os.DirFS(filepath.Dir(f.path)))
			}
		})
	}
	t.Logf("%v", figures)
}
