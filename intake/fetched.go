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
// article of a page. An answer of another kind yields nothing.
func ReadFetched(f Fetched, opt Options) iter.Seq[Item] {
	in := &input{file: file{path: f.Address, ref: f.Address}, opt: opt}
	return in.fetched(f.Address, f)
}

// fetched yields the reports in an answer under a name of its own.
func (in *input) fetched(ref string, f Fetched) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		media, params, _ := mime.ParseMediaType(f.ContentType)
		head := f.Body[:min(len(f.Body), headBytes)]
		switch {
		case isFeed(head) || isJSONFeed(head):
			file := file{path: in.where(ref), ref: ref}
			readFeed(&input{file: file, r: bufio.NewReader(bytes.NewReader(f.Body)), opt: in.opt}, yield)
		case media == "text/html" || media == "application/xhtml+xml" || media == "" && isHTML(head):
			yield(in.page(ref, f.Body, f.Address, params["charset"]))
		}
	}
}
