package desk

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSyncedBy_knowsTheFolderByItsNameOrWhatIsKeptThere(t *testing.T) {
	for _, c := range []struct{ folder, marker, want string }{
		{`C:\Users\ada\OneDrive\portfolio-ai`, "", "OneDrive"},
		{`C:\Users\ada\OneDrive - Contoso Ltd\Work`, "", "OneDrive"},
		{"/Users/ada/Library/CloudStorage/OneDrive-Personal/portfolio", "", "OneDrive"},
		{"/home/ada/Dropbox/portfolio", "", "Dropbox"},
		{"/home/ada/Dropbox (Contoso)", "", "Dropbox"},
		{"/data/work/portfolio", "/data/.dropbox.cache", "Dropbox"},
		{"/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/portfolio", "", "iCloud Drive"},
		{`C:\Users\ada\iCloudDrive\portfolio`, "", "iCloud Drive"},
		{"/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive", "", "Google Drive"},
		{"/home/ada/Nextcloud/portfolio", "", "Nextcloud"},
		{"/home/ada/cloud/portfolio", "/home/ada/cloud/.nextcloudsync.log", "Nextcloud"},
		{"/home/ada/Sync/portfolio", "/home/ada/Sync/.stfolder", "Syncthing"},
		{"/home/ada/.local/share/portfolio-ai", "", ""},
		{"/home/ada/Dropbox-old/portfolio", "", ""},
		{"/home/ada/notes on OneDrive/portfolio", "", ""},
		{"/home/ada/Sync/portfolio", "/home/ada/Other/.stfolder", ""},
	} {
		there := func(path string) bool { return c.marker != "" && path == filepath.FromSlash(c.marker) }
		if got := SyncedBy(c.folder, there); got != c.want {
			t.Errorf("%s with %q: %q, want %q", c.folder, c.marker, got, c.want)
		}
	}
}

func TestSynced_looksAroundTheFolderOfThePortfolio(t *testing.T) {
	root := t.TempDir()
	d, err := Open(t.Context(), Options{DataDir: filepath.Join(root, "a", "b")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	if by := d.Synced(); by != "" {
		t.Errorf("the folder is said to be copied by %s", by)
	}
	if err := os.Mkdir(filepath.Join(root, ".stfolder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if by := d.Synced(); by != "Syncthing" {
		t.Errorf("got %q", by)
	}
}
