// Package analyst is the built-in engine: it answers questions about a portfolio without a model and without a network,
// and always the same way. A question is cut into tokens; the tokens are matched against the vocabulary (lexicon.go,
// adjectives.go), against days and periods (period.go) and against the names and values of the portfolio itself
// (directory.go); the matches are put together by a small grammar (grammar.go) into an intent, which is a typed query and
// what is wanted of it; the query runs through the tools, and prose and tables are made from its rows.
// Questions about the time ahead, and about what waits for what, are read from the matches before the grammar (outlook.go).
// Wishes for a text for others are told by their first words (words_draft.go); what is said of it goes through the grammar.
//
// Every word counts: what was not understood is said, never passed over.
package analyst
