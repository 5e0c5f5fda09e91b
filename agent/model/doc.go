// Package model is the engine that talks to a language model at an OpenAI-compatible endpoint. The model gets the same
// tools as every engine; what it answers is text without effect, in which only the exact names of records that the tools
// returned are links. It proposes and never writes. It connects to the endpoint it was made for, when a question is
// asked, and to nothing else.
//
// An answer (answer.go) is a few requests (request.go): the model asks for tools until it has words. What it is told is in
// prompts; what fits into its context is decided in budget.go; what goes wrong is worded in faults.go; its text passes
// through writer.go.
package model
