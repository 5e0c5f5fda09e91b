package app

import (
	"log/slog"
	"os"
)

// prepareWebView tells WebKit before it starts what WebviewGpuPolicyNever tells it afterwards: without the graphics card. It
// would make the card's libraries ready first, and the page would wait for that. Who has set it otherwise knows why.
func prepareWebView(log *slog.Logger) error {
	const variable = "WEBKIT_DISABLE_COMPOSITING_MODE"
	if _, set := os.LookupEnv(variable); set {
		return nil
	}
	if err := os.Setenv(variable, "1"); err != nil {
		log.Warn("prepare the web view", "error", err)
	}
	return nil
}
