package intake

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

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
	feed, err := parseFeed(in.r)
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

// parseFeed parses a feed. One that is not in the charset that it declares is
// taken for what its bytes are.
func parseFeed(r io.Reader) (*gofeed.Feed, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxPageBytes))
	if err != nil {
		return nil, err
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err == nil || utf8.Valid(b) {
		return feed, err
	}
	text, decodeErr := decode(b)
	if decodeErr != nil {
		return nil, err
	}
	return gofeed.NewParser().Parse(strings.NewReader(text))
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
