package analyst

// otherWords is the vocabulary of what is not a question about the portfolio, or not one that can be answered:
// wishes to change something, looking back, what portfolios here do not hold, judgements, other languages.
var otherWords = []entry{
	{"mark|change|move|push|postpone|delay|reschedule|reassign|delete|remove|add|create|assign|hand|rename|reopen|archive|edit|modify|" +
		"adjust|shift|transfer|set up|cancel|approve|increase|decrease|raise|drop|bump|extend|put|escalate|close|set the|set its|" +
		"switch|replace|fix|correct|enter|record a|post|hand over|hand everything|push back|bring forward|update the|update its|undo|redo|" +
		"insert|write|merge|duplicate|import|export|restore|save|send|mail|email", span{kind: kWrite}},
	{"history|trend|trends|used to be|previously|evolved|as of|back then|as it was", looksBack},

	{"budget|budgets|cost|costs|costing|spend|spending|spent|money|price|expensive|cheap|cheapest|expenditure|funding|funded|whole life cost|capex|opex|" +
		"financial|financials|invoice|invoices|pounds|dollars|euros|million|billion|overspend|overspent|underspend|over budget|under budget|" +
		"overspending|cost overrun|most expensive|costs more|worth", absent("budgets, costs or spending")},
	{"people are in|people are there in|people are on|persons are in|team size|size of the team|manpower|headcount|head count|staff|staffing|fte|ftes|employees|people work|people work on|people working|people are working|persons working|hours|man days|person days|capacity|utilisation|utilization|workload|vacancies|timesheet|" +
		"timesheets|resourcing|resources|resource", absent("headcount, staffing or hours")},
	{"revenue|profit|roi|return on investment|npv|benefit|benefits|savings|business case|payback|margin|sales", absent("revenue, benefits or returns")},
	{"customer|customers|supplier|suppliers|vendor|vendors|contractor|contractors|contract|contracts|stakeholder|stakeholders|sponsor|sponsors",
		span{kind: kAbsent, topic: "customers, suppliers, sponsors or contracts", weak: true}},
	{"weather|joke|poem|news|stock price|recipe|song|capital of|president|prime minister|football", absent("anything outside its programs")},
	{"satisfaction|satisfied|happiness|happy|nps|csat|sentiment|morale|motivation|popularity|feedback score", absent("satisfaction or sentiment")},
	{"velocity|story points|burndown|sprint|sprints|defects|bugs|incidents|tickets|lines of code|uptime|latency|kpi|kpis|test coverage",
		absent("measures of delivery or operation besides progress")},
	{"steering committee|meeting|meetings|agenda|minutes of", absent("meetings")},
	{"has left|have left|left the company|left the organisation|left the firm|left us|resigned|quit|line manager|boss of|s boss|reports to|cv|job title|vacation|on leave|office hours", absent("anything of people besides what they own")},
	{"decisions|action items|lessons learned|lessons|assumptions|deliverable list|document|documents|attachment|attachments|contract value|sla|slas|requirements|user stories|acceptance criteria",
		span{kind: kAbsent, topic: "documents, decisions or requirements", weak: true}},
	{"priority|priorities|location|locations|country|countries|phone|address|salary|salaries|birthday", absent("that")},

	{"important|critical|interesting|good|bad|nice|dangerous|promising|successful|crucial|key|major|big|small|large|great|" +
		"terrible|best performing|doing best|doing the best|doing better|performing best|performs best|difficult|easy|complex|strategic|favourite|favorite|" +
		"fast|slow|old", span{kind: kOpinion}},

	{"wie|viele|welche|welches|welcher|zeige|zeig|mir|und|der|die|das|sind|ist|nicht|programme sind|gibt|es|alle|ohne|mit|haben|" +
		"quels|quelles|combien|est|sont|les|des|montre|montrez|liste des|avec|sans|projets|retard|quel|quelle|dans|une|" +
		"cuantos|cuantas|cuales|que|son|muestra|los|las|sin|proyectos|programas|estan|por|con|hay|" +
		"quanti|quante|quali|sono|mostra|dei|della|progetti|senza|programmi|hoeveel|welke|zijn|toon|projecten|zonder|" +
		"quantos|quais|projetos|estao|sao|ile|ktore|hur|manga|vilka", span{kind: kForeign}},
}
