// Package agent runs conversation turns: a question goes in, an engine answers it with the help of tools, the answer is
// delivered as a stream of numbered events and kept in a journal. It knows neither SQL nor the window.
package agent
