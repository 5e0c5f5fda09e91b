package cli

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// lastAnswers bounds how long answers are waited for when nothing more comes in.
const lastAnswers = 10 * time.Second

// thorough is a transport that answers all that it was asked before it ends: the one of the library drops what is under
// way when its input ends, and a program that writes its questions and closes would get no answers.
type thorough struct{ mcp.Transport }

// Connect implements mcp.Transport.
func (t thorough) Connect(ctx context.Context) (mcp.Connection, error) {
	c, err := t.Transport.Connect(ctx)
	return &answering{Connection: c, answered: make(chan struct{}, 1)}, err
}

// answering is a connection of thorough.
type answering struct {
	mcp.Connection

	mu       sync.Mutex
	open     int           // requests that have no answer yet
	answered chan struct{} // holds a token when an answer went out
}

// Read implements mcp.Connection. The end of the input comes when everything is answered.
func (a *answering) Read(ctx context.Context) (jsonrpc.Message, error) {
	message, err := a.Connection.Read(ctx)
	if request, ok := message.(*jsonrpc.Request); ok && request.IsCall() {
		a.count(1)
	}
	if errors.Is(err, io.EOF) {
		a.drain(ctx)
	}
	return message, err
}

// Write implements mcp.Connection.
func (a *answering) Write(ctx context.Context, message jsonrpc.Message) error {
	err := a.Connection.Write(ctx, message)
	if _, ok := message.(*jsonrpc.Response); ok {
		a.count(-1)
		select {
		case a.answered <- struct{}{}:
		default:
		}
	}
	return err
}

// count adds to the open requests and gives how many there are.
func (a *answering) count(n int) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.open += n
	return a.open
}

// drain waits until every request has its answer; not for one that never gets any.
func (a *answering) drain(ctx context.Context) {
	ctx, stop := context.WithTimeout(ctx, lastAnswers)
	defer stop()
	for a.count(0) > 0 {
		select {
		case <-a.answered:
		case <-ctx.Done():
			return
		}
	}
}
