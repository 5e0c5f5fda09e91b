// Package tools holds what an engine can do with a portfolio, one tool to a file, each with its description as text
// beside it. A tool takes typed arguments and returns rows with ids; each call is recorded as a step, and what it gave is
// kept as the evidence of the answer. The package reads through Workspace and knows no database.
//
// Models and other programs call tools by name, with JSON arguments: Catalog describes them, Set.Run runs them. What
// they are told is short: flat rows, a part of many, null for what is not reported.
package tools
