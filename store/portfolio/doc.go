// Package portfolio is the vocabulary of the product: programs, risks, milestones, objectives, status updates and
// dependencies, the words that describe them, the typed query that every list, figure and answer is made from, and the
// pure rules over them. It knows no database, no window and no agent, and imports nothing of ours.
//
// "Not reported" is a fact of its own. It is the zero value of every type here and null in JSON; nothing ever fills it
// in with a guess.
package portfolio
