package exchange

import (
	"regexp"
	"strings"

	"portfolio-ai/store/portfolio"
)

// jiraShortYear is a day as Jira writes it where nobody set another format: 12/Mar/26, with or without a time.
var jiraShortYear = regexp.MustCompile(`^(\d{1,2}[-./ ]+(?:\d{1,2}|[a-z]+)[-./ ]+)(\d{2})$`)

// jiraWord finds the name of a month.
var jiraWord = regexp.MustCompile(`[a-z]{3,}\.?`)

// germanMonths are the months that have another name in German, without accents, by the English one.
var germanMonths = map[string]string{
	"januar": "january", "februar": "february", "mrz": "march", "marz": "march", "mai": "may", "juni": "june", "juli": "july",
	"okt": "october", "oktober": "october", "dez": "december", "dezember": "december",
}

// readJiraDays reads a column of days of an export of Jira. A year of two digits is one of this century: Jira is younger
// than that. It is a columnReader.
func readJiraDays(cells []string) []value {
	spelled := make([]string, len(cells))
	for i, cell := range cells {
		text := portfolio.Fold(cell)
		text = jiraWord.ReplaceAllStringFunc(text, func(word string) string {
			word = strings.TrimSuffix(word, ".")
			if english, ok := germanMonths[word]; ok {
				return english
			}
			return word
		})
		text = strings.TrimRight(timeOfDay.ReplaceAllString(text, ""), ", ")
		spelled[i] = jiraShortYear.ReplaceAllString(text, "${1}20$2")
	}
	values := readDays(spelled)
	for i := range values {
		values[i].original = ""
	}
	return withOriginals(cells, values)
}

// comments reads the comments of all epics together, because some days can only be understood so, and gives for each
// epic the newest one that says when it was written: "12/Mar/26 4:05 PM;author;text". It counts the others.
func (j *jiraExport) comments() (newest []portfolio.StatusUpdate, others int) {
	type comment struct {
		epic         int
		author, text string
	}
	var comments []comment
	var days []string
	for i, epic := range j.epics {
		for _, cell := range epic.lists[jiraComment] {
			day, rest, _ := strings.Cut(cell, ";")
			author, text, ok := strings.Cut(rest, ";")
			if !ok || strings.TrimSpace(text) == "" {
				others++
				continue
			}
			comments = append(comments, comment{i, j.person(author), text})
			days = append(days, day)
		}
	}
	newest = make([]portfolio.StatusUpdate, len(j.epics))
	for i, v := range readJiraDays(days) {
		c := comments[i]
		old := newest[c.epic]
		if v.text == "" || v.text < string(old.Date) {
			others++
			continue
		}
		if old.Date != "" {
			others++
		}
		newest[c.epic] = portfolio.StatusUpdate{Date: portfolio.Date(v.text), Author: c.author, Text: readTexts([]string{c.text})[0].text}
	}
	return newest, others
}

// jiraAccount is an account as Jira Cloud names it in comments, which tells nobody who that is.
var jiraAccount = regexp.MustCompile(`^(\d+:[0-9a-f-]{8,}|[0-9a-f]{24})$`)

// person gives the author of a comment, "" where only an account is named that no issue of the file has a name for.
func (j *jiraExport) person(author string) string {
	author = readLabels([]string{author})[0].text
	if name, known := j.names[author]; known || jiraAccount.MatchString(author) {
		return name
	}
	return author
}
