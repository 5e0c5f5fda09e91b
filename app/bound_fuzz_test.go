package app

import (
	"encoding/json"
	"hash/fnv"
	"maps"
	"reflect"
	"slices"
	"testing"
)

// soundEvery is after how many calls the whole portfolio is checked.
const soundEvery = 5000

// FuzzBound calls bound methods with arguments as the window's bridge takes them, a JSON list. Run it with
// go test ./app -run FuzzBound -fuzz FuzzBound -fuzztime 10m -fuzzminimizetime 10x. A name that no method has stands for some method.
func FuzzBound(f *testing.F) {
	g := besiege(f)
	methods := g.methods()
	for _, name := range []string{"Engines.Try", "Engines.Models", "Engines.Look"} { // they connect to where they are told
		delete(methods, name)
	}
	names := slices.Sorted(maps.Keys(methods))
	for _, name := range names {
		usual := []json.RawMessage{}
		for i := range methods[name].Type().NumIn() {
			data, err := json.Marshal(g.attacker.usual(methods[name].Type().In(i)).Interface())
			if err != nil {
				f.Fatal(err)
			}
			usual = append(usual, data)
		}
		data, err := json.Marshal(usual)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, string(data))
	}
	calls := 0
	f.Fuzz(func(t *testing.T, name, sent string) {
		method, ok := methods[name]
		if !ok {
			hash := fnv.New32a()
			_, _ = hash.Write([]byte(name))
			name = names[int(hash.Sum32()%uint32(len(names)))]
			method = methods[name]
		}
		args, ok := bridged(method, sent)
		if !ok {
			return
		}
		for i := range args {
			if args[i], ok = g.sent(args[i]); !ok {
				return
			}
		}
		wrong, wrote := g.attack(method, args)
		if wrong != "" {
			t.Errorf("%s(%s): %s", name, shown(args), wrong)
		}
		if wrote {
			g.look(t)
		}
		if calls++; calls%soundEvery == 0 {
			g.expectSound(t)
		}
	})
}

// bridged reads the arguments of a call as the bridge does; false where it refuses them.
func bridged(method reflect.Value, sent string) ([]reflect.Value, bool) {
	var list []json.RawMessage
	if json.Unmarshal([]byte(sent), &list) != nil || len(list) != method.Type().NumIn() {
		return nil, false
	}
	args := make([]reflect.Value, len(list))
	for i, data := range list {
		into := reflect.New(method.Type().In(i))
		if json.Unmarshal(data, into.Interface()) != nil {
			return nil, false
		}
		args[i] = into.Elem()
	}
	return args, true
}
