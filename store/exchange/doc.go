// Package exchange reads portfolio files and writes them: CSV and other delimited text, XLSX and JSON. A reader turns a file
// into a portfolio.IncomingFile: what the file says in our vocabulary, the rows that could not be taken in with their
// reason, and a warning for every value that could not be read. It never guesses, never drops a row silently and never
// changes the file.
//
// The package knows neither the database nor what is in it: matching the incoming programs with those in the portfolio
// is the store's.
package exchange
