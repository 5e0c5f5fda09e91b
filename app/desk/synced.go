package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// synchroniser is a program that copies a folder to other computers while files in it are written.
type synchroniser struct {
	name    string
	folders []string // names of its folders, in lower case; one that ends in * begins so
	markers []string // files or folders that it puts into the folder that it copies
}

var synchronisers = []synchroniser{
	{"OneDrive", []string{"onedrive", "onedrive - *", "onedrive-*"}, nil},
	{"Dropbox", []string{"dropbox", "dropbox (*"}, []string{".dropbox", ".dropbox.cache"}},
	{"iCloud Drive", []string{"iclouddrive", "mobile documents", "com~apple~clouddocs"}, nil},
	{"Google Drive", []string{"google drive", "googledrive-*"}, []string{".tmp.drivedownload", ".tmp.driveupload"}},
	{"Nextcloud", []string{"nextcloud"}, []string{".nextcloudsync.log", ".owncloudsync.log"}},
	{"Syncthing", nil, []string{".stfolder"}},
}

// SyncedBy names the program that copies a folder to other computers, "" where none is known to: told by the name of the folder
// or one above it, or by what that program keeps there, of which there tells. A portfolio in such a folder is in danger: the
// program copies its file and its journal one after the other, and brings an older one back where two computers differ.
func SyncedBy(folder string, there func(path string) bool) string {
	for _, s := range synchronisers {
		if slices.ContainsFunc(strings.FieldsFunc(folder, isSeparator), s.owns) {
			return s.name
		}
	}
	for at := filepath.Clean(folder); ; at = filepath.Dir(at) {
		for _, s := range synchronisers {
			if slices.ContainsFunc(s.markers, func(marker string) bool { return there(filepath.Join(at, marker)) }) {
				return s.name
			}
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}

// owns reports whether a folder of this name is one of the program's.
func (s synchroniser) owns(folder string) bool {
	folder = strings.ToLower(folder)
	return slices.ContainsFunc(s.folders, func(name string) bool {
		begin, open := strings.CutSuffix(name, "*")
		return folder == name || open && strings.HasPrefix(folder, begin)
	})
}

// isSeparator takes the separators of every system, so that a path reads the same everywhere.
func isSeparator(r rune) bool { return r == '/' || r == '\\' }

// Synced is SyncedBy for the folder of the portfolio.
func (d *Desk) Synced() string {
	return SyncedBy(filepath.Dir(d.Store.Path()), func(path string) bool {
		_, err := os.Lstat(path)
		return err == nil
	})
}
