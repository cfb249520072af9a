package export

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"griot"
)

// schema compiles a schema of testdata/schemas.
func schema(t *testing.T, path string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	const published = "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/"
	c.UseLoader(loader(func(url string) string { // the files name themselves by where they were published
		return strings.Replace(url, published, "testdata/schemas/stix-2.1/", 1)
	}))
	s, err := c.Compile(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// loader finds a schema by its address.
type loader func(url string) string

func (l loader) Load(url string) (any, error) {
	return jsonschema.FileLoader{}.Load(fileURL(l(url)))
}

func fileURL(path string) string {
	if strings.HasPrefix(path, "file:") {
		return path
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return "file://" + filepath.ToSlash(abs)
}

// written is what a format writes of the sample, as JSON.
func written(t *testing.T, format string) map[string]any {
	t.Helper()
	f, err := Find(format)
	if err != nil {
		t.Fatal(err)
	}
	k := sample()
	k.Readings[0].Report.URL = "http://no address"
	var b bytes.Buffer
	if err := f.Write(&b, k, Events(k, griot.Query{})); err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return v.(map[string]any)
}

func TestSTIXObjectsPassTheirSchemas(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{}
	for kind, path := range map[string]string{"incident": "sdos/incident", "identity": "sdos/identity", "location": "sdos/location", "relationship": "sros/relationship"} {
		schemas[kind] = schema(t, "testdata/schemas/stix-2.1/"+path+".json")
	}
	seen := map[string]int{}
	for _, o := range written(t, "stix")["objects"].([]any) {
		kind := o.(map[string]any)["type"].(string)
		seen[kind]++
		if s := schemas[kind]; s == nil {
			t.Errorf("%q has no schema", kind)
		} else if err := s.Validate(o); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if len(seen) != len(schemas) {
		t.Errorf("the sample writes %v; every kind must be tried", seen)
	}
	if schemas["location"].Validate(map[string]any{"type": "location"}) == nil {
		t.Error("the schema lets everything through")
	}
}

func TestWebAnnotationsPassTheModel(t *testing.T) {
	s := schema(t, "testdata/schemas/webannotation.json")
	page := written(t, "webannotation")
	if err := s.Validate(page); err != nil {
		t.Error(err)
	}
	item := page["items"].([]any)[0].(map[string]any)
	delete(item, "target")
	if s.Validate(page) == nil {
		t.Error("an annotation without a target passes")
	}
}
