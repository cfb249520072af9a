package intake

import (
	"bufio"
	"bytes"
	"iter"
	"mime"
)

// Fetched is what a server answered to a request for an address.
type Fetched struct {
	Address     string
	ContentType string // as the server says, with its charset
	Body        []byte
}

// ReadFetched yields the reports in an answer: the entries of a feed, or the
// article of a page.
func ReadFetched(f Fetched, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		in := &input{file: file{path: f.Address, ref: f.Address}, opt: opt}
		if !in.fetched(f.Address, f, yield) {
			yield(Item{Problem: &Problem{f.Address, "it is neither a feed nor a page", "check the address"}})
		}
	}
}

// fetched yields the reports in an answer under a name of its own. It returns
// false when the answer is neither a feed nor a page.
func (in *input) fetched(ref string, f Fetched, yield func(Item) bool) bool {
	media, params, _ := mime.ParseMediaType(f.ContentType)
	head := f.Body[:min(len(f.Body), headBytes)]
	switch {
	case isFeed(head) || isJSONFeed(head):
		file := file{path: in.where(ref), ref: ref}
		readFeed(&input{file: file, r: bufio.NewReader(bytes.NewReader(f.Body)), opt: in.opt}, yield)
	case media == "text/html" || media == "application/xhtml+xml" || media == "" && isHTML(head):
		yield(in.page(ref, f.Body, f.Address, params["charset"]))
	default:
		return false
	}
	return true
}
