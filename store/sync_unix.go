//go:build !windows

package store

import (
	"errors"
	"fmt"
	"os"
)

// syncFolder waits until the disk has the names of the files in a folder.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("store the names in a folder: %w", err)
	}
	return errors.Join(folder.Sync(), folder.Close())
}
