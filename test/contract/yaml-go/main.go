// Reads lines of {"yaml": text, "value": model} and says for how many the two Go readers see something else:
// sigs.k8s.io/yaml, which kubectl and Argo CD use, and yaml.v3, which kustomize uses.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	v3 "gopkg.in/yaml.v3"
	v2 "sigs.k8s.io/yaml"
)

type line struct {
	Yaml  string `json:"yaml"`
	Value any    `json:"value"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	cases, differences := 0, 0
	for in.Scan() {
		var one line
		if err := json.Unmarshal(in.Bytes(), &one); err != nil {
			panic(err)
		}
		cases++
		var first any
		if err := v2.Unmarshal([]byte(one.Yaml), &first); err != nil || !reflect.DeepEqual(first, one.Value) {
			differences++
			fmt.Fprintf(os.Stderr, "kubectl: %v\n%s\n", err, one.Yaml)
		}
		var second any
		err := v3.Unmarshal([]byte(one.Yaml), &second)
		text, _ := json.Marshal(second)
		var again any
		_ = json.Unmarshal(text, &again)
		if err != nil || !reflect.DeepEqual(again, one.Value) {
			differences++
			fmt.Fprintf(os.Stderr, "kustomize: %v\n%s\n", err, one.Yaml)
		}
	}
	fmt.Printf("%d cases, %d differences\n", cases, differences)
}
