// Reads lines of {"yaml": text, "value": model} and says for how many the two Go readers see something else:
// sigs.k8s.io/yaml, which kubectl and Argo CD use, and yaml.v3, which kustomize uses. Numbers are compared as text.
// With -json it prints what the first of them makes of each line instead, or its error.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	v3 "gopkg.in/yaml.v3"
	v2 "sigs.k8s.io/yaml"
)

type line struct {
	Yaml  string          `json:"yaml"`
	Value json.RawMessage `json:"value"`
}

type answer struct {
	JSON  json.RawMessage `json:"json,omitempty"`
	Error string          `json:"error,omitempty"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	asJSON := len(os.Args) > 1 && os.Args[1] == "-json"
	cases, differences := 0, 0
	for in.Scan() {
		var one line
		if err := json.Unmarshal(in.Bytes(), &one); err != nil {
			panic(err)
		}
		cases++
		first, err := v2.YAMLToJSON([]byte(one.Yaml))
		if asJSON {
			said := answer{JSON: first}
			if err != nil {
				said = answer{Error: err.Error()}
			}
			text, _ := json.Marshal(said)
			fmt.Fprintf(out, "%s\n", text)
			continue
		}
		wanted := exact(one.Value)
		if err != nil || !reflect.DeepEqual(exact(first), wanted) {
			differences++
			fmt.Fprintf(os.Stderr, "kubectl: %v\n%s\n", err, one.Yaml)
		}
		var node any
		err = v3.Unmarshal([]byte(one.Yaml), &node)
		second, _ := json.Marshal(node)
		if err != nil || !reflect.DeepEqual(exact(second), wanted) {
			differences++
			fmt.Fprintf(os.Stderr, "kustomize: %v\n%s\n", err, one.Yaml)
		}
	}
	if !asJSON {
		fmt.Fprintf(out, "%d cases, %d differences\n", cases, differences)
	}
}

// exact keeps numbers as their text: 2^53 + 1 must not become 2^53.
func exact(text []byte) any {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	_ = decoder.Decode(&value)
	return value
}
