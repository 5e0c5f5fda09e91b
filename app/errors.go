package app

import (
	"encoding/json"

	"portfolio-ai/store/portfolio"
)

// formatError is how an error of a bound method reaches the window: a JSON object {"code", "message"} as a text, because
// the bridge turns anything else into "[object Object]".
func formatError(err error) any {
	data, marshalErr := json.Marshal(portfolio.Error{Code: portfolio.ErrorCode(err), Message: portfolio.ErrorMessage(err)})
	if marshalErr != nil {
		return portfolio.ErrorMessage(err)
	}
	return string(data)
}
