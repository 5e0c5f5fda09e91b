package app

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
)

// instanceID names the window of a data folder, however the folder is written. Windows on different folders may be open
// side by side; a second one on the same folder would be in the way of the first. Letters, digits and underlines only.
func instanceID(dataDir string) string {
	if absolute, err := filepath.Abs(dataDir); err == nil {
		dataDir = absolute
	}
	sum := sha256.Sum256([]byte(withoutLinks(dataDir)))
	return "portfolio_ai_" + hex.EncodeToString(sum[:12])
}

// withoutLinks follows the symbolic links of a path as far as it exists: the first start makes the folder, and the second
// must come to the same path.
func withoutLinks(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(withoutLinks(parent), filepath.Base(path))
}
