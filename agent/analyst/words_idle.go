package analyst

// idleWords is what people type besides what they ask: short forms of chats, adverbs that change nothing, words for the
// hurry they are in. Such a word may still stand in a name, so it is weak.
var idleWords = []entry{
	{"provide|provides|provided|supply me with|supply us with|indicate|indicates|specify|specified|highlight|highlighted|single out|point out|point me to|determine|establish|ascertain|" +
		"compile|gather|extract|retrieve|outline|illustrate|counted|counted up|added up|totalled|totalled up|tallied|in numbers|in figures|numbers only|figures only|" +
		"to their name|to his name|to her name|on file|on record|on the record|in our books|currently recorded|as currently recorded|under which heading|nevertheless|nonetheless|notwithstanding|even so|regardless|that said|having said that|mind you|" +
		"incidentally|i e|ie|e g|eg|viz|namely|that is to say|in other words|i mean|you know|you see|right so|so then|well then|now then|out of interest|out of curiosity|just curious|just wondering|" +
		"for my notes|for the record|for the minutes|for context|for reference|fyi|asap|put|rid of|get rid of|getting rid of|to get rid of|published|heads up|be so kind|be so good|so kind as to|kindly|could you perhaps|would you mind|if you do not mind|if you would|" +
		"off the top of your head|at a glance|in detail|in full|in brief|in total numbers|in absolute numbers|all things considered|on balance|on the whole|by and large|overall picture|stuff|other stuff|written up|write up|typed up|" +
		"as we know|as you know|as far as you know|as far as we know|to your knowledge|to our knowledge|according to you|in your view|in your opinion|in your books", idle()},

	{"must|turns up|turned up|shows up|showed up|comes up as|comes out as|ends up as|turns out|pops up|popped up|in %|matrix of|matrix|crosstab of|crosstab|cross tab of|heat map of|heatmap of|pivot of|pivot table of|table of|chart of|graph of|u|ur|ya|needs|around|circa|atm|rn|imo|imho|afaik|iirc|fwiw|lol|haha|yo|yup|nope|gonna|wanna|gotta|kinda|sorta|dunno|okey|okie|cheerio|ahoy|howdy|hiya|morning all|" +
		"hi all|hello all|hey there|hello there|good evening all|sorry|apologies|excuse me|pardon|no worries|no rush|no hurry|whenever you can|" +
		"when you can|when you have time|if you can|if you could|if you have it|if you know|if any|if there are any|if anything|if at all|" +
		"pronto|real quick|real fast|super quick|in one go|in one line|in one sentence|in a sentence|in a nutshell|tl dr|tldr|" +
		"for once|once more|one more time|as usual|as always|as ever|as before|like before|like last time|same as always", idle()},

	{"absolutely|additionally|admittedly|altogether|always|anyways|arguably|briefly|broadly|carefully|completely|concretely|concisely|constantly|" +
		"continually|correctly|deeply|directly|easily|effectively|entirely|essentially|evidently|explicitly|extremely|fairly|finally|firstly|" +
		"formally|freshly|fully|furthermore|greatly|happily|heavily|highly|however|ideally|immediately|importantly|individually|initially|" +
		"instantly|largely|lastly|mainly|merely|meanwhile|moreover|mostly|naturally|necessarily|neatly|nicely|notably|occasionally|officially|" +
		"often|openly|ordinarily|otherwise|perfectly|personally|plainly|potentially|practically|predominantly|presumably|primarily|principally|" +
		"properly|publicly|purely|quietly|rapidly|readily|reasonably|regularly|relatively|remarkably|reportedly|sadly|secondly|seemingly|" +
		"separately|significantly|similarly|sincerely|slightly|slowly|smoothly|solely|somehow|somewhere|steadily|strangely|strictly|strongly|" +
		"substantially|successfully|suddenly|sufficiently|surprisingly|technically|temporarily|thankfully|thereby|therefore|thoroughly|thus|" +
		"tightly|together|totally|ultimately|unfortunately|usefully|utterly|virtually|visibly|wholly|widely|hence|though not sure|not sure|" +
		"alone|by itself|by themselves|on their own|on its own|per se|by the book|as well please|so to speak|if you will|at large|at hand|" +
		"at this point|at this stage|at this time|at this moment|as of now|as of today|as it stands|as things stand|as we stand|for now|" +
		"for the time being|for the moment|these times|this minute|this very moment|here and now|to date|up to now|until now|till now|so far this", idle()},

	{"say|mention to|speak|speaks|spoke|talk|talks|tells|telling|wrote|written|writes|stated|states|stating|noted|notes that|answer|answers|reply|" +
		"question|questions|query|queries|request|requests|clarify|elaborate|walk me through|talk me through|take me through|run me through|" +
		"fill me in|fill me in on|catch me up|catch me up on|bring me up to speed on|get me up to speed on|keep me posted|let me know|let us know|" +
		"lemme know|lemme see|lemme|gimme|just tell me|i was asked|i was wondering|i am wondering|i am curious|curious|i am not sure|" +
		"i forgot|forgot|i cannot remember|cannot remember|i do not remember|do not remember|i keep forgetting|i cannot find|cannot find|" +
		"i am looking for|trying to find|trying to find out|find out|figure out|work out|understand|understand better|get a feeling for|" +
		"get a feel for|get a sense of|get an idea of|have a look at|have a look|take a look at|take a look|a look at|glance|glance at|peek|" +
		"double check|doublecheck|verify|make sure|remember|recall|pull together|put together|pull|grab|hit me with|shoot|go ahead|" +
		"go for it|help me out|help me|help me understand|help me find|story|the story|the story with|the story of|the story behind|deal|" +
		"the deal with|the scoop|scoop on|low down|lowdown|the lowdown on|gist|the gist of|the state of|the latest|thing|thingy|bit|bits|piece|" +
		"piece of|set of|bunch|bunch of|handful|handful of|couple of|a couple of|pile of|load|loads of|tons of|plenty of|plenty|" +
		"quick|quick update|quick look|quick check|quick overview|quick list|short list|little|nice list|simple list|plain list|clean list", idle()},

	{"come|came|coming to|gets|getting|got to|keep|kept|let|put together|taken|took|bring|brings|brought|held|saw|seen|watch|watching|hear|heard|feel|feels|felt|knew|known to|meant|" +
		"mean by|means|believed|supposed|guessing|hope|hoping|hopes|wish|wishes|helps me|use|used|using|uses|staying|stays|become of|sound|sounds|sounding|call it|naming|discuss|discussing|discussed|mentioned|" +
		"present|presented|presenting|share|shared|sharing|care|cares|caring|mind|deal with|dealing|treat|treated|treats|regard|regarded|viewed|views|judge|judged|judging|picture|pictures|" +
		"honest|be honest|to be honest|being honest|sure about|certain about|clear|clearer|true|truth|real|exact|full|fuller|specific|particular|special|main|single|double|brief|glad|afraid|keen|aware|fair|" +
		"idea|ideas|clue|clues|sense|impression|impressions|detail|info|point of|points of|case|cases|side|sides|matter of|colleague|colleagues|world|place|places|reality|practice|theory|paper|" +
		"bother|bothers|worth it|worth a look|worth watching|rest of us|each one|every one|one by one|all together|at once|so that|in order|in turn|by now|right away|straight away|first of all|" +
		"to begin with|after all|above all|at least for me|as far as|as long as|as soon as|no matter|either way|anyway|somehow|whichever|whoever|whomever|wherever|somewhere|elsewhere|hereby|herewith|" +
		"you have|you got|you hold|you see|you find|you think|you say|you rate|you call|you consider|we rate|we call|we consider|we think|we do|than we do|than we say|than we report|than i do|compared to us", idle()},
}

// idle is the meaning of words that say nothing here.
func idle() span { return span{kind: kFiller, weak: true} }
