//go:build !linux && !windows

package app

import "log/slog"

// prepareWebView does nothing: the web view is a part of the system.
func prepareWebView(*slog.Logger) error { return nil }
