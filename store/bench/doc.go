// Package bench measures the store beside a reference: SQL written by hand for the same rows of the same file, run by
// SQLite in C (package cdriver, a program of its own). Both take turns, so that what else the machine does slows both; the
// measure is the ratio of the medians. What is above 1 is the price of SQLite in Go, of typed records, and of the query
// that is put together on the way.
//
//	portfolio.go  the measured portfolio, kept in a file from one run to the next
//	generator.go  its made-up records
//	works.go      what is measured: each work as the window asks for it, and by hand
//	openings.go   opening a file: a new one, and one that is there
//	measure.go    the rounds
//	reference.go  the running reference
//	series.go     medians, spread, and the table
//
// The command is build/bench, which adds what is measured outside the store; `make bench` runs it.
package bench
