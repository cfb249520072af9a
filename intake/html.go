package intake

import (
	"bytes"
	"io"
	"regexp"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"griot"
)

// maxPageBytes bounds a web page; its article is far smaller.
const maxPageBytes = 4 * MaxReportBytes

var htmlStart = regexp.MustCompile(`(?i)^\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article)\b`)

func isHTML(head []byte) bool { return htmlStart.Match(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))) }

// readHTML reads the article of a web page.
func readHTML(in *input, yield func(Item) bool) {
	b, err := io.ReadAll(io.LimitReader(in.r, maxPageBytes+1))
	if err != nil {
		yield(Item{Problem: unreadable(in.path, err)})
		return
	}
	if len(b) > maxPageBytes {
		yield(Item{Problem: &Problem{in.path, "the page is larger than 32 MB", "save the article alone"}})
		return
	}
	yield(in.page(in.ref, b, "", ""))
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// page makes a report of a web page; address and charset are what its carrier
// said of it, "" when nothing.
func (in *input) page(ref string, b []byte, address, charset string) Item {
	if charset == "" {
		if m := metaCharset.FindSubmatch(b[:min(len(b), headBytes)]); m != nil {
			charset = string(m[1])
		}
	}
	text, err := decodeAs(b, charset)
	if err != nil {
		return Item{Problem: &Problem{in.where(ref), err.Error(), "save it as UTF-8"}}
	}
	article, err := trafilatura.Extract(strings.NewReader(text), trafilatura.Options{ExcludeComments: true, EnableFallback: true, HtmlDateMode: trafilatura.Fast})
	if err != nil || article.ContentNode == nil {
		return Item{Problem: &Problem{in.where(ref), "no article was found in the page", "save the article's text as a .txt file"}}
	}
	body := paragraphs(article.ContentNode)
	if strings.TrimSpace(body) == "" {
		return Item{Problem: &Problem{in.where(ref), "no article was found in the page", "save the article's text as a .txt file"}}
	}
	m := article.Metadata
	said := Facts{Outlet: m.Sitename, URL: m.URL, Title: m.Title, Language: m.Language}
	fill(&said.URL, address)
	if m.Date.IsZero() {
		said.Published = dayOfPage(text)
	} else {
		said.Published = griot.DayOf(m.Date)
	}
	if said.Title != "" && !strings.HasPrefix(body, said.Title) {
		body = said.Title + "\n\n" + body
	}
	return in.report(ref, body, said, nil)
}

// blockElements begin a new paragraph.
var blockElements = map[string]bool{"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"li": true, "blockquote": true, "section": true, "article": true, "tr": true, "figure": true, "figcaption": true, "pre": true, "ul": true, "ol": true, "table": true}

// paragraphs is the text of a node, its block elements parted by blank lines and
// the white space within them made single. Bullets keep their mark.
func paragraphs(n *html.Node) string {
	var b strings.Builder
	var para strings.Builder
	end := func() {
		if s := strings.Join(strings.Fields(para.String()), " "); s != "" {
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			b.WriteString(s)
		}
		para.Reset()
	}
	depth := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if depth++; depth > 500 { // no page that people read nests so deep
			depth--
			return
		}
		switch {
		case n.Type == html.TextNode:
			para.WriteString(n.Data)
		case n.Data == "br":
			end()
		}
		block := n.Type == html.ElementNode && blockElements[n.Data]
		if block {
			end()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			end()
		}
		depth--
	}
	walk(n)
	end()
	return b.String()
}
