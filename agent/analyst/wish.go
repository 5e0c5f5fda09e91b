package analyst

import "slices"

// Parts of the expressions below.
const (
	aStatus = `(red|amber|green|yellow|at risk|off track|on track|completed?|done|finished)`
	aDay    = `((?:(?:mon|tues|wednes|thurs|fri)day )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]+(?: \d{4})?|[a-z]+ \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{4}-\d\d-\d\d))`
	aWhile  = `((?:about )?(?:an?|one|two|three|four|five|six|eight|ten|\d+|a couple of|a few|half a) (?:days?|weeks?|wks?|months?|fortnights?|quarters?|years?))`
)

// wishes are ways of putting a wish for a change of which the analyst reads another one. They are tried on what is no command as it
// stands, and hold only where a change of one record comes of them: many are no wish of anything else.
var wishes = []rewording{
	// a status
	{expression(`(?i)^(.+?) (?:needs to|has to|ought to|should|must|had better|is to|wants to|can)(?: now)? (?:go|be|turn|become|be set|be changed|be put|be moved|be switched|be marked|be flagged|be rated|move|switch|change)(?: back)?(?: to| as| at| on| into)? ` + aStatus + `(?: now| again| instead)?$`), "set the status of $1 to $2"},
	{expression(`(?i)^(?:i|we)(?:'d| would)? (?:like|want|need|prefer|rather have) (.+?) (?:to be|to go|to turn|to become|as|in|on|at)(?: set| put| marked| changed)?(?: to)? ` + aStatus + `$`), "set the status of $1 to $2"},
	{expression(`(?i)^([^,:]+?)(?: status)?(?: to|:| =) ` + aStatus + `$`), "set the status of $1 to $2"},
	{expression(`(?i)^(?:complete|finish|finalise|finalize|conclude) (.+)$`), "set the status of $1 to Completed"},
	{expression(`(?i)^(.+?) (?:is|are|has been|have been|was) (?:done|finished|complete|completed|over)(?: now)?[,;.:–-]+ ?(?:so )?(?:please )?(?:mark|set|tick|record|put|enter|note|close)(?: it| that| this| them)?(?: so| as such| off| down| accordingly| as completed?| as done)?$`), "set the status of $1 to Completed"},
	{expression(`(?i)^(?:regard|consider|class|colou?r|paint) (.+?) (?:as |in |to )?` + aStatus + `$`), "set the status of $1 to $2"},
	// a launch
	{expression(`(?i)^(?:book|plan|target) (.+?) (?:in )?(?:for|to|on) ` + aDay + `$`), "move $1 to $2"},
	{expression(`(?i)^(.+?) (?:needs|gets|wants|has to have|requires|should have|should get|must have|is given|takes) ` + aWhile + ` (?:more|longer|extra|of delay)$`), "push the launch of $1 back by $2"},
	{expression(`(?i)^(?:give|grant|allow) (.+?) (?:another |an extra )?` + aWhile + `(?: more| longer| extra)?$`), "push the launch of $1 back by $2"},
	{expression(`(?i)^(.+?) (?:slips?|slides?|moves?|goes|shifts?|is moved|is moving|is pushed|has moved|has slipped|now launches|launches now|will now launch|is now due|is due|will be|now ends|now goes live) (?:back |out |on )?(?:to|on|until|till) ` + aDay + `(?: now| instead)?$`), "move $1 to $2"},
	// progress
	{expression(`(?i)^([^,]+?)(?:'s)?[:,]? (?:-+ )?(?:progress|completion)(?: is| is now| now| =|:| to| at| should be| should read| should say)? (\d+)(?: ?%| per ?cent)?$`), "set the progress of $1 to $2"},
	// an owner or a team
	{expression(`(?i)^(?:let|have|get) (.+?) (?:take|run|lead|own|have|drive|look after|take care of)(?: over)? (.+?)(?: over)?(?: from now on| instead)?$`), "set the owner of $2 to $1"},
	{expression(`(?i)^(.+?) (?:gets|has|is getting|needs|shall have|will have|should have|should get|receives) (.+?) (?:as|for) (?:its |the |a )?(?:new )?(?:owner|lead|manager|leader|sro|boss|head)(?: now)?$`), "set the owner of $1 to $2"},
	{expression(`(?i)^(.+?) (?:will|shall|should|is to|is going to|must|can) (?:now )?(?:take over|run|lead|own|look after|drive|be responsible for|be in charge of|be the owner of|take) (.+?)(?: from now on| instead| now)?$`), "set the owner of $2 to $1"},
	{expression(`(?i)^(.+?) (?:should|must|has to|needs to|can|could|will|shall|is to|ought to) (?:now )?(?:go|pass|be handed|be given|move|be transferred|be passed|be assigned|be reassigned)(?: on| over)? to (.+?)(?: instead| now| from now on)?$`), "set the owner of $1 to $2"},
	{expression(`(?i)^(?:take|pull|get|strip|remove) (?:\w+(?: \w+)?) (?:off|from|away from) ([^,]+)$`), "remove the owner of $1"},
	{expression(`(?i)^(.+?) (?:belongs|goes|should go|moves|should belong|is moving|now belongs) (?:to|under|into) (?:the )?(.+? team|team .+?)(?: now| from now on)?(?:,.*)?$`), "set the team of $1 to $2"},
	// a risk
	{expression(`(?i)^(.*\brisk\b.*?) (?:can|could|may|should|must) (?:now |finally |also )?be (?:closed|shut|ticked off|struck off|put to bed)(?: out| off| down| now)?$`), "close $1"},
	{expression(`(?i)^(.*\brisk\b.*?) (?:can|could|may|should|must) (?:now |finally |also )?be accepted(?: now)?$`), "accept $1"},
	{expression(`(?i)^(.*\brisk\b.*?) (?:is|has) (?:gone|gone away|no longer an issue|no longer relevant|history|off the table|resolved|over|out of the way|dealt with|mitigated away)(?: now)?[,;.:–-]* ?(?:so )?(?:please )?(?:close it|shut it|close that|take it out|take it off)?$`), "close $1"},
	{expression(`(?i)^(?:there is|there's|we have|we've got|i have|i've got|i see|here is|here's)(?: now)? (?:a |an |one |another )?(?:new |further |additional )?(low|medium|high)?(?:[- ]severity)? ?risk (?:on|for|in|with|at|to) ([^:–]+?) ?(?::|–| - ) ?(.+)$`), "add a $1 risk to $2: $3"},
	{expression(`(?i)^review (.+?) (?:on|by|at) ` + aDay + `$`), "set the review date of $1 to $2"},
	{expression(`(?i)^(.+?) (?:is|should be|has to be|must be|will be|gets|to be)(?: next)? reviewed (?:on|by) ` + aDay + `$`), "set the review date of $1 to $2"},
	// a milestone
	{expression(`(?i)^(?:there is a |there's a |we have a |a )?(?:new|another|further|additional) milestone (?:for|on|in|at|to) ([^:,–]+?) ?(?::|,|–| - ) ?(.+?),? (?:due|for|on|by)(?: on| by)? ` + aDay + `$`), "add a milestone to $1: $2 on $3"},
	{expression(`(?i)^(mark|set|tick|record|flag|report|log) (.+?) (?:as |off as |off )?(?:done|completed?|reached|achieved|met|finished) (?:today|now|as of today|as of now)$`), "$1 $2 as done"},
	{expression(`(?i)^(?:postpone|delay|defer|push|move|shift|put back|push back) (?:the )?(?:milestone )?([^,]+?) (?:back )?by ` + aWhile + `$`), "push the milestone $1 back by $2"},
}

// reworded understands a wish that is put in other words than a command, for a change of one record.
func (c *commander) reworded(wish string) ([]order, bool) {
	for _, w := range wishes {
		if !w.of().MatchString(wish) {
			continue
		}
		try := &commander{frame: c.frame}
		if orders, ok := try.commanded(w.of().ReplaceAllString(wish, w.as)); ok && !slices.ContainsFunc(orders, func(o order) bool { return !o.target.one }) {
			c.notes = append(c.notes, try.notes...)
			return orders, true
		}
	}
	return nil, false
}
