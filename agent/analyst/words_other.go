package analyst

// otherWords is the vocabulary of what is not a question about the portfolio, or not one that can be answered: filler,
// wishes to change something, looking back, what portfolios here do not hold, judgements, other languages.
var otherWords = []entry{
	{"the|a|an|please|can|could|would|will|shall|should|may|you|me|us|i|we|our|my|your|there|any|some|that|if|so|well|ok|okay|kindly|currently|right|" +
		"at the moment|at present|today s|so far|overall|altogether|in total|exist|exists|want|like|need|know|to see|to know|into|" +
		"here|can you check|could you check|please check|check who|check whether|check if|have many|do we have many|many|working on these days|doing these days|we call|we called|customer facing|reported|whatever|by how many days|by how many weeks|rather|better|in days|in weeks|in months|in percent|yet|instead|again and again|pls|plz|ta|thx|tx|btw|fyi|ah|oh|um|er|erm|hmm|hm|eh|yeah|yep|right now|quickly|quick question|i mean|you know|sort of|kind of|basically|simply|exactly how|per chance|by any chance|i wonder|wonder|wondering|remind me|tell us|told|saying|says|said|claim|claims|claimed|claiming|pretend|pretends|pretending|supposedly|allegedly|apparently|figure|figures|digits|guys|folks|team members|tho|anyway|by now|ever since then|the following|do we have|do i have|we have|i have|have we|have we got|we got|does the portfolio have|in the portfolio|" +
		"of the portfolio|across the portfolio|portfolio|in our portfolio|in my portfolio|of our portfolio|stuff|made|make|makes|fall|falls|falls in|falling|run|runs|whole|entire|in the data|in the system|" +
		"out of|out|too|again|exactly what|actually|really|very|still|already|even|quite|expect|get a|is there|are there|is there any|are there any|" +
		"truly|genuinely|honestly|for the board|for the steering committee|for the steering meeting|for management|for my boss|morning|afternoon|just now|now that|whether|ever|various|different|distinct|unique|individual|" +
		"set to|value|values|marked|marked as|flagged|flagged as|declared|classified as|considered|reported as|reporting|" +
		"listed as|shown as|labelled|tagged|currently at|sitting|sit|stands|stand|look|looks|looking|going|go|come|comes|take|takes|" +
		"due to be|to be|will be|shall be|going to|which programs are there|such|entries|records|items|entry|record|item|things|thing|" +
		"anything|something|everyone|anyone|somebody|anybody|day|for me|for us|to me|number|in there|" +
		"assigned to|assigned|working on|work on|works on|involved in|do we|do i|are we|did we|let|s|up|down|please list|i am|am i|" +
		"state|level|long|per cent|way|kind|kinds|type|types|doing|each other|given|" +
		"set|planned for|scheduled for|occur|occurs|occurring|happen|happens|happening|take place|hi there|dear|assistant|computer", span{kind: kFiller}},

	{"asap|think|thinks|thought|believe|believes|guess|ask|asks|asking|wants|wanted|looking for|searching for|" +
		"confirm whether|report it|we report|we report it|they report|we say|they say|people say|usual|usually|typically|" +
		"normal|normally|commonly|generally|in general|presently|nowadays|as we speak|roughly|approximately|" +
		"approx|more or less|respectively|accordingly|specifically|particularly|in particular|especially|namely|" +
		"for example|for instance|eg|ie|etc|and so on|possible|possibly|if possible|maybe|perhaps|probably|hopefully|" +
		"obviously|clearly|certainly|definitely|surely|of course|indeed|anyhow|by the way|in fact|to be honest|frankly|" +
		"seriously|literally|just curious|interested in|interests me|care about|worth knowing|one more thing|" +
		"next question|another question|my question|follow up question|quick one|little bit|a bit|somewhat|pretty|" +
		"rather a lot|lots of|a lot of|related to us|my boss|for my meeting|for the meeting|for a slide|for my slides|" +
		"for my presentation|sits|sat|lie|lying|appear|appears|seem|seems|become known|exactly which|out there|in play|" +
		"as such|at all times|all in all|in sum|anymore|any more|any longer|no doubt|hello again|good day|best regards|" +
		"kind regards|dear analyst|kindly please|please note|note that|remember that|supposed to|meant to|intend|able|" +
		"able to|possible to|trying|tries|keep in mind|bear in mind", span{kind: kFiller}},

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
