package cli

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// notReported stands for null.
const notReported = "not reported"

// valueLength bounds how much of a value stands in a line, in characters.
const valueLength = 120

// valueText gives a JSON value as it stands in a line for people: texts without quotes, lists joined by commas.
func valueText(value json.RawMessage) string {
	var text *string
	var list []string
	switch {
	case len(value) == 0 || string(value) == "null":
		return notReported
	case json.Unmarshal(value, &text) == nil && text != nil:
		if *text == "" {
			return notReported
		}
		return oneLine(*text)
	case json.Unmarshal(value, &list) == nil:
		return oneLine(strings.Join(list, ", "))
	default:
		return oneLine(string(value))
	}
}

// oneLine brings a text to one line of bounded length. Control characters of records do not reach the terminal.
func oneLine(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f || r == ' ' || r >= 0x80 && r < 0xa0 }), " ")
	if utf8.RuneCountInString(text) <= valueLength {
		return text
	}
	return string([]rune(text)[:valueLength-1]) + "…"
}
