package tools

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"portfolio-ai/store/portfolio"
)

// read reads JSON arguments of a tool into a value of ours. It fails with EInvalid, in a sentence that names the argument
// and what it takes, so that a model can mend its call.
func read[A any](schema *jsonschema.Schema, raw json.RawMessage, into *A) error {
	given := map[string]json.RawMessage{}
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && string(raw) != "null" {
		if err := json.Unmarshal(raw, &given); err != nil {
			return portfolio.Invalidf("The arguments must be one JSON object.")
		}
	}
	maps.DeleteFunc(given, func(_ string, value json.RawMessage) bool { return string(value) == "null" || string(value) == `""` })
	data, err := json.Marshal(given)
	if err != nil {
		return fmt.Errorf("read arguments: %w", err)
	}
	if err := fit(schema, data, ""); err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		if portfolio.ErrorCode(err) == portfolio.EInvalid {
			return err
		}
		return portfolio.Invalidf("The arguments cannot be read: %v.", err)
	}
	return nil
}

// fit checks a value against what the schemas of this package say: types, names, words, bounds and patterns. The library
// of the schemas checks the same, but its errors are not for who has to mend the call. at is where the value stands.
func fit(schema *jsonschema.Schema, value json.RawMessage, at string) error {
	kind := kindOf(value)
	if allowed := kinds(schema); len(allowed) > 0 && !slices.Contains(allowed, kind) {
		return portfolio.Invalidf("The argument %s must be %s.", at, strings.Join(articled(allowed), " or "))
	}
	switch kind {
	case "object":
		return fitObject(schema, value, at)
	case "array":
		return fitList(schema, value, at)
	case "string":
		return fitText(schema, value, at)
	case "number":
		return fitNumber(schema, value, at)
	}
	return nil
}

// kinds lists the JSON types that a schema allows; none is all.
func kinds(schema *jsonschema.Schema) []string {
	allowed := slices.Clone(schema.Types)
	if schema.Type != "" {
		allowed = append(allowed, schema.Type)
	}
	for i, kind := range allowed {
		if kind == "integer" {
			allowed[i] = "number"
		}
	}
	return allowed
}

// articled puts an article before JSON types.
func articled(kinds []string) []string {
	out := make([]string, len(kinds))
	for i, kind := range kinds {
		switch kind {
		case "array":
			out[i] = "a list"
		case "object":
			out[i] = "an object"
		case "string":
			out[i] = "a text"
		case "boolean":
			out[i] = "true or false"
		case "null":
			out[i] = "null"
		default:
			out[i] = "a " + kind
		}
	}
	return out
}

// kindOf gives the JSON type of a well-formed value.
func kindOf(value json.RawMessage) string {
	switch value[0] {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "boolean"
	case 'n':
		return "null"
	}
	return "number"
}

// fitObject checks the names of an object and what they hold.
func fitObject(schema *jsonschema.Schema, value json.RawMessage, at string) error {
	if schema.Properties == nil {
		return nil // any object
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(value, &object); err != nil {
		return portfolio.Invalidf("The argument %s cannot be read.", at)
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		property, place := schema.Properties[name], strings.TrimPrefix(at+"."+name, ".")
		if property == nil {
			return portfolio.Invalidf("There is no argument %s; there are %s.", place, listed(schema.PropertyOrder))
		}
		if err := fit(property, object[name], place); err != nil {
			return err
		}
	}
	for _, name := range schema.Required {
		if _, ok := object[name]; !ok {
			return portfolio.Invalidf("The argument %s is missing.", strings.TrimPrefix(at+"."+name, "."))
		}
	}
	return nil
}

// fitList checks each item of a list.
func fitList(schema *jsonschema.Schema, value json.RawMessage, at string) error {
	var list []json.RawMessage
	if err := json.Unmarshal(value, &list); err != nil {
		return portfolio.Invalidf("The argument %s cannot be read.", at)
	}
	if schema.MinItems != nil && len(list) < *schema.MinItems {
		return portfolio.Invalidf("The argument %s needs at least %d.", at, *schema.MinItems)
	}
	if schema.MaxItems != nil && len(list) > *schema.MaxItems {
		return portfolio.Invalidf("The argument %s takes at most %d.", at, *schema.MaxItems)
	}
	for i, item := range list {
		if err := fit(schema.Items, item, fmt.Sprintf("%s[%d]", at, i)); err != nil {
			return err
		}
	}
	return nil
}

// fitText checks a text against the words and the pattern of its schema.
func fitText(schema *jsonschema.Schema, value json.RawMessage, at string) error {
	var text string
	if err := json.Unmarshal(value, &text); err != nil {
		return portfolio.Invalidf("The argument %s cannot be read.", at)
	}
	if len(schema.Enum) > 0 && !slices.Contains(schema.Enum, any(text)) {
		words := make([]string, len(schema.Enum))
		for i, word := range schema.Enum {
			words[i] = fmt.Sprint(word)
		}
		return portfolio.Invalidf("%q is nothing that the argument %s can be; use one of %s.", text, at, strings.Join(words, ", "))
	}
	if schema.Pattern == isoDay && !regexp.MustCompile(isoDay).MatchString(text) {
		return portfolio.Invalidf("The argument %s must be a day as YYYY-MM-DD, not %q.", at, text)
	}
	return nil
}

// fitNumber checks a number against the bounds of its schema.
func fitNumber(schema *jsonschema.Schema, value json.RawMessage, at string) error {
	if schema.Type != "integer" {
		return nil
	}
	var number int
	low, high := 0, maxSkip
	if schema.Minimum != nil && schema.Maximum != nil {
		low, high = int(*schema.Minimum), int(*schema.Maximum)
	}
	if err := json.Unmarshal(value, &number); err != nil || number < low || number > high {
		return portfolio.Invalidf("The argument %s must be a whole number from %d to %d.", at, low, high)
	}
	return nil
}
