//go:build !linux

package app

import "log/slog"

// prepareWebView does nothing: only WebKit on Linux has to be told.
func prepareWebView(*slog.Logger) {}
