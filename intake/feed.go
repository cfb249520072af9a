package intake

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"griot"
)

func isFeed(head []byte) bool {
	head = bytes.ToLower(head)
	return bytes.Contains(head, []byte("<rss")) || bytes.Contains(head, []byte("<feed")) || bytes.Contains(head, []byte("<rdf:rdf"))
}

// isJSONFeed knows a JSON feed (jsonfeed.org) by the version that it must name.
func isJSONFeed(head []byte) bool { return bytes.Contains(head, []byte("jsonfeed.org/version/")) }

// readFeed reads the entries of an RSS, Atom or JSON feed, each as one report.
func readFeed(in *input, yield func(Item) bool) {
	feed, err := gofeed.NewParser().Parse(in.r)
	if err != nil {
		yield(Item{Problem: &Problem{in.path, "it is not a feed that can be read (" + err.Error() + ")", "check that it is RSS, Atom or a JSON feed"}})
		return
	}
	for n, entry := range feed.Items {
		ref := fmt.Sprintf("%s#%d", in.ref, n+1)
		if !yield(in.entry(ref, feed.Title, entry)) {
			return
		}
	}
}

func (in *input) entry(ref, outlet string, entry *gofeed.Item) Item {
	markup := entry.Content
	if markup == "" {
		markup = entry.Description
	}
	text := markup
	if node, err := html.Parse(strings.NewReader(markup)); err == nil {
		text = paragraphs(node)
	}
	if text == "" {
		text = entry.Title
	}
	said := Facts{Outlet: outlet, URL: entry.Link, Title: strings.TrimSpace(entry.Title)}
	if entry.PublishedParsed != nil {
		said.Published = griot.DayOf(*entry.PublishedParsed)
	} else if entry.UpdatedParsed != nil {
		said.Published = griot.DayOf(*entry.UpdatedParsed)
	}
	if said.Title != "" && !strings.HasPrefix(text, said.Title) {
		text = said.Title + "\n\n" + text
	}
	return in.report(ref, strings.ToValidUTF8(text, "\uFFFD"), said, nil)
}
