package store

import (
	"database/sql/driver"
	"fmt"

	"modernc.org/sqlite"

	"portfolio-ai/store/portfolio"
)

// localDay is a function of SQL that gives the day of an instant in milliseconds, as clocks show it where the program runs.
// SQLite's own "localtime" asks the C library, which reads the time zone in another way than Go does.
const localDay = "portfolio_local_day"

func init() {
	sqlite.MustRegisterScalarFunction(localDay, 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		switch at := args[0].(type) {
		case nil:
			return nil, nil
		case int64:
			return string(portfolio.Millis(at).Day()), nil
		}
		return nil, fmt.Errorf("%v is no instant", args[0])
	})
}
