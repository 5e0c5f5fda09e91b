package modeltest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// Exchange is one request and the way to answer it.
type Exchange struct {
	Request Request

	w       http.ResponseWriter
	r       *http.Request
	server  *Server
	started bool
}

// event sends a line of data at once.
func (x *Exchange) event(data string) {
	if !x.started {
		x.started = true
		x.w.Header().Set("Content-Type", "text/event-stream")
	}
	_, _ = fmt.Fprintf(x.w, "data: %s\n\n", data) // a client that has gone reads no more
	if f, ok := x.w.(http.Flusher); ok {
		f.Flush()
	}
}

// delta sends a piece of a message; reason ends it where it is not "".
func (x *Exchange) delta(delta, reason string) {
	finish := "null"
	if reason != "" {
		finish = quoted(reason)
	}
	x.event(`{"id":"1","object":"chat.completion.chunk","created":1,"model":"` + Model + `","choices":[{"index":0,"delta":` + delta + `,"finish_reason":` + finish + `}]}`)
}

// text sends words in the pieces that models send them in.
func (x *Exchange) text(text string) {
	for piece := range strings.SplitAfterSeq(text, " ") {
		for half := range halves(piece) {
			x.delta(`{"content":`+quoted(half)+`}`, "")
		}
	}
}

// halves cuts a word in two where it is long enough, at a character.
func halves(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		runes := []rune(word)
		if len(runes) < 4 {
			yield(word)
			return
		}
		_ = yield(string(runes[:len(runes)/2])) && yield(string(runes[len(runes)/2:]))
	}
}

// done ends an answer as it should end.
func (x *Exchange) done(reason string) {
	x.delta(`{}`, reason)
	x.event(`{"id":"1","object":"chat.completion.chunk","created":1,"model":"` + Model + `","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}`)
	x.event("[DONE]")
}

// fail answers with a status and an error as these servers word it.
func (x *Exchange) fail(status int, message string) {
	x.w.Header().Set("Content-Type", "application/json")
	x.w.WriteHeader(status)
	_, _ = fmt.Fprintf(x.w, `{"error":{"message":%s,"type":"api_error"}}`, quoted(message))
}

// hang waits until the client hangs up.
func (x *Exchange) hang() {
	select {
	case <-x.r.Context().Done():
		select {
		case x.server.left <- struct{}{}:
		default:
		}
	case <-x.server.gone:
	}
}

func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		return `""`
	}
	return string(data)
}

// Say answers with a text.
func Say(text string) Script {
	return func(x *Exchange) {
		x.text(text)
		x.done("stop")
	}
}

// SayBack answers with what it got last: a model that repeats whatever it reads.
func SayBack() Script {
	return func(x *Exchange) { Say(x.Request.Last().Content)(x) }
}

// Think thinks, apart from the text or in it, and answers then.
func Think(apart bool, thoughts, text string) Script {
	return func(x *Exchange) {
		if apart {
			x.delta(`{"reasoning_content":`+quoted(thoughts)+`}`, "")
		} else {
			x.text("<think>\n" + thoughts + "\n</think>\n\n")
		}
		Say(text)(x)
	}
}

// Call asks for a tool, whole in one piece as Ollama does it, after some words where there are any.
func Call(words, tool, arguments string) Script {
	return func(x *Exchange) {
		if words != "" {
			x.text(words)
		}
		x.delta(`{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":`+quoted(tool)+`,"arguments":`+quoted(arguments)+`}}]}`, "")
		x.done("tool_calls")
	}
}

// CallInPieces asks for a tool in pieces, as others do it.
func CallInPieces(tool, arguments string) Script {
	return func(x *Exchange) {
		x.delta(`{"role":"assistant","tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":`+quoted(tool)+`,"arguments":""}}]}`, "")
		for half := range halves(arguments) {
			x.delta(`{"tool_calls":[{"index":0,"function":{"arguments":`+quoted(half)+`}}]}`, "")
		}
		x.done("tool_calls")
	}
}

// Refuse answers with a status and a message.
func Refuse(status int, message string) Script {
	return func(x *Exchange) { x.fail(status, message) }
}

// RefuseTools answers as a model without tools: 400 while there are tools in the request.
func RefuseTools(otherwise Script) Script {
	return func(x *Exchange) {
		if len(x.Request.Tools) > 0 {
			x.fail(http.StatusBadRequest, `registry.ollama.ai/library/`+Model+` does not support tools`)
			return
		}
		otherwise(x)
	}
}

// Page answers with a page for people.
func Page() Script {
	return func(x *Exchange) {
		x.w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = x.w.Write([]byte("<!doctype html><title>Not an endpoint</title>"))
	}
}

// NotThere answers as a web server that knows nothing of chats.
func NotThere() Script {
	return func(x *Exchange) { http.Error(x.w, "404 page not found", http.StatusNotFound) }
}

// Redirect sends the client to another address.
func Redirect(to string) Script {
	return func(x *Exchange) { http.Redirect(x.w, x.r, to, http.StatusTemporaryRedirect) }
}

// Cut says something and breaks the connection off.
func Cut(text string) Script {
	return func(x *Exchange) {
		x.text(text)
		if h, ok := x.w.(http.Hijacker); ok {
			if conn, _, err := h.Hijack(); err == nil {
				_ = conn.Close()
			}
		}
	}
}

// Vanish says something and ends without saying that this is the end.
func Vanish(text string) Script {
	return func(x *Exchange) { x.text(text) }
}

// Garbage says something and then what is no JSON.
func Garbage(text string) Script {
	return func(x *Exchange) {
		x.text(text)
		x.event(`{"choices": [{"delta": {"cont`)
		x.event("[DONE]")
	}
}

// ErrorEvent says something and then that it failed.
func ErrorEvent(text, message string) Script {
	return func(x *Exchange) {
		x.text(text)
		x.event(`{"error":{"message":` + quoted(message) + `,"type":"invalid_request_error"}}`)
	}
}

// Stall says something and then nothing more, without an end.
func Stall(text string) Script {
	return func(x *Exchange) {
		x.text(text)
		x.hang()
	}
}

// Endless says something again and again, without an end.
func Endless(text string) Script {
	return func(x *Exchange) {
		for x.r.Context().Err() == nil {
			x.delta(`{"content":`+quoted(text)+`}`, "")
		}
		x.hang()
	}
}

// End says something and ends for a reason: "length", "content_filter".
func End(text, reason string) Script {
	return func(x *Exchange) {
		x.text(text)
		x.done(reason)
	}
}
