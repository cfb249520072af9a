package export

import (
	"encoding/xml"
	"io"
	"iter"
	"strconv"

	"griot"
)

// graphML is a network (GraphML 1.0): actors are nodes, and each event is an
// edge from every actor to every recipient. Events between equals, with actors
// alone, link each of them to the first.
type graphML struct {
	XMLName xml.Name   `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphKey `xml:"key"`
	Graph   graph      `xml:"graph"`
}

type graphKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graph struct {
	ID      string      `xml:"id,attr"`
	Default string      `xml:"edgedefault,attr"`
	Nodes   []graphNode `xml:"node"`
	Edges   []graphEdge `xml:"edge"`
}

type graphNode struct {
	ID   string      `xml:"id,attr"`
	Data []graphData `xml:"data"`
}

type graphEdge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Data   []graphData `xml:"data"`
}

type graphData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

var graphKeys = []graphKey{
	{"name", "node", "name", "string"}, {"code", "node", "code", "string"},
	{"title", "edge", "title", "string"}, {"type", "edge", "type", "string"}, {"status", "edge", "status", "string"},
	{"from", "edge", "from", "string"}, {"to", "edge", "to", "string"}, {"scale", "edge", "scale", "double"}, {"reports", "edge", "reports", "int"},
}

func writeGraphML(w io.Writer, _ *griot.Known, events iter.Seq2[griot.Event, error]) error {
	g := graphML{Keys: graphKeys, Graph: graph{ID: "griot", Default: "directed"}}
	seen := map[string]bool{}
	for e, err := range events {
		if err != nil {
			return err
		}
		for _, a := range append(append([]griot.Actor{}, e.Actors...), e.Recipients...) {
			if !seen[a.ID] {
				seen[a.ID] = true
				g.Graph.Nodes = append(g.Graph.Nodes, graphNode{a.ID, []graphData{{"name", legal(a.Name)}, {"code", a.Code}}})
			}
		}
		for _, pair := range pairs(&e) {
			g.Graph.Edges = append(g.Graph.Edges, graphEdge{ID: e.ID + "_" + strconv.Itoa(len(g.Graph.Edges)), Source: pair[0], Target: pair[1], Data: []graphData{
				{"title", legal(e.Title)}, {"type", string(e.Type)}, {"status", string(e.Status)},
				{"from", e.When.From.String()}, {"to", e.When.To.String()}, {"scale", decimal(e.Scale)}, {"reports", strconv.Itoa(e.Reports)},
			}})
		}
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(g); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// pairs are who did it to whom.
func pairs(e *griot.Event) [][2]string {
	var all [][2]string
	for i, a := range e.Actors {
		for _, r := range e.Recipients {
			all = append(all, [2]string{a.ID, r.ID})
		}
		if len(e.Recipients) == 0 && i > 0 {
			all = append(all, [2]string{e.Actors[0].ID, a.ID})
		}
	}
	return all
}
