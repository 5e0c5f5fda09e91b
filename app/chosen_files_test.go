package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// dropOn drops files on the window, and gives them as the page asks for them.
func dropOn(d *fakeDesktop, paths ...string) []desk.ImportFile {
	d.drop(paths)
	return desk.FilesAt(exchange.Options{}, paths...)
}

func TestFiles_readsOnlyWhatThePersonPickedOrDropped(t *testing.T) {
	s, d := openSession(t)
	f := &Files{s}
	mine, picked, dropped := csvFile(t), csvFile(t), csvFile(t)
	d.picked = []string{picked}
	if paths, err := f.Pick(); err != nil || !slices.Equal(paths, d.picked) {
		t.Fatalf("picked %v (%v)", paths, err)
	}
	d.drop([]string{dropped})
	if told := awaitA[FilesDropped](t, d); !slices.Equal(told.Paths, []string{dropped}) {
		t.Errorf("the page is told %v", told.Paths)
	}
	for _, path := range []string{picked, dropped} {
		if _, err := f.Inspect(path, "", ""); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	beside := filepath.Join(filepath.Dir(picked), "beside.csv")
	if err := os.WriteFile(beside, []byte("name\nKestrel\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		mine, beside, filepath.Dir(picked), picked + "/../beside.csv", filepath.Dir(picked) + "/./programs.csv", s.desk.Store.Path(), "/etc/passwd", "",
	} {
		files := desk.FilesAt(exchange.Options{}, picked, path)
		_, look := f.Inspect(path, "", "")
		_, check := f.Check(files, "", "")
		_, taken := f.Import(files, "")
		for _, err := range []error{look, check, taken} {
			if portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Errorf("%q: %v", path, err)
			}
		}
	}
	if state := mustState(t, s); state.Counts.Programs != 0 {
		t.Errorf("%d programs came in", state.Counts.Programs)
	}
}

func TestFiles_aChosenThingThatIsNoFileIsRefusedAtOnce(t *testing.T) {
	s, d := openSession(t)
	folder := t.TempDir()
	fifo := filepath.Join(folder, "fifo")
	makeFIFO(t, fifo)
	for _, path := range []string{fifo, folder, "/dev/zero", filepath.Join(folder, "nothing.csv"), "\x00", "\\\\host\\share\\a.csv"} {
		files := dropOn(d, path)
		answered := make(chan error, 3)
		go func() {
			_, err := (&Files{s}).Inspect(path, "", "")
			answered <- err
			_, err = (&Files{s}).Check(files, "", "")
			answered <- err
			_, err = (&Files{s}).Import(files, "")
			answered <- err
		}()
		for range cap(answered) {
			select {
			case err := <-answered:
				if code := portfolio.ErrorCode(err); code != portfolio.EInvalid && code != portfolio.EStorage {
					t.Errorf("%q: %v", path, err)
				}
			case <-time.After(answersWithin):
				t.Fatalf("%q is waited for", path)
			}
		}
	}
}
