package analyst

import (
	"regexp"
	"sync"
)

// expression gives a regular expression that is compiled when it is first asked for: the many of this package take
// milliseconds, for which a window that opens would wait.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
