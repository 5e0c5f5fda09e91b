package desk

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// DataDirVariable is the environment variable that names the data folder where no flag does.
const DataDirVariable = "PORTFOLIO_AI_DATA_DIR"

// folderName is the folder of this program within the user's data folder.
const folderName = "portfolio-ai"

// fileName is the portfolio file within the data folder.
const fileName = "portfolio.db"

// DataDir gives the data folder: what the flag says, else the environment, else a folder of ours where the system keeps
// the data of its user's programs.
func DataDir(flag string) string {
	if flag != "" {
		return flag
	}
	if dir := os.Getenv(DataDirVariable); dir != "" {
		return dir
	}
	return filepath.Join(xdg.DataHome, folderName)
}

// WebViewDir gives the folder in which the web view of Windows keeps what is its own, such as the width of a panel. It is
// never below another data folder, which may be on a network: WebView2 works only on a disk of this computer.
func WebViewDir() string {
	return filepath.Join(xdg.DataHome, folderName, "webview")
}
