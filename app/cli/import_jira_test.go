package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestImport_aJiraExportTwiceChangesNothing(t *testing.T) {
	dataDir := t.TempDir()
	file := filepath.Join("..", "..", "store", "exchange", "testdata", "jira", "cloud.csv")
	for _, step := range []struct {
		args []string
		want string
	}{
		{[]string{"import", file}, "3 new, 0 changed, 0 unchanged, 0 rejected"},
		{[]string{"import", file}, "0 new, 0 changed, 3 unchanged, 0 rejected"},
		{[]string{"import", "--issues-as-milestones", file}, "0 new, 1 changed, 2 unchanged, 0 rejected"},
		{[]string{"import", "--issues-as-milestones", file}, "0 new, 0 changed, 3 unchanged, 0 rejected"},
	} {
		if out := mustRun(t, append([]string{"--data-dir", dataDir}, step.args...)...); !strings.Contains(out, step.want) {
			t.Errorf("%v prints %s, want %s", step.args, out, step.want)
		}
	}
}

func TestImport_aJiraExportThatLibreOfficeSavedChangesNothing(t *testing.T) {
	dataDir, file := t.TempDir(), filepath.Join("..", "..", "store", "exchange", "testdata", "jira", "cloud.csv")
	book := filepath.Join(libreOffice(t, file, "xlsx", "--infilter=CSV:44,34,76,1"), "cloud.xlsx") // ",", '"', UTF-8, from row 1
	mustRun(t, "--data-dir", dataDir, "import", "--issues-as-milestones", file)
	if out := mustRun(t, "--data-dir", dataDir, "import", "--issues-as-milestones", book); !strings.Contains(out, "0 new, 0 changed, 3 unchanged, 0 rejected") {
		t.Error(out)
	}
}
