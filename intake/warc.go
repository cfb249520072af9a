package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// readWARC reads the web pages that a WARC file holds (ISO 28500), plain or
// compressed record by record. A broken record ends the file, since nothing
// says where the next one begins.
func readWARC(in *input, yield func(Item) bool) {
	r := in.r
	if head, _ := r.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		unzipped, err := gzip.NewReader(r) // reads its many streams as one
		if err != nil {
			yield(Item{Problem: unreadable(in.path, err)})
			return
		}
		defer unzipped.Close()
		r = bufio.NewReader(unzipped)
	}
	for n := 1; ; n++ {
		fetched, err := in.nextRecord(r, n)
		if err == io.EOF {
			return
		}
		if err != nil {
			yield(Item{Problem: &Problem{fmt.Sprintf("%s: record %d", in.path, n), err.Error(), "what came before it was read; fetch the file again for the rest"}})
			return
		}
		for item := range fetched {
			if !yield(item) {
				return
			}
		}
	}
}

var errNotWARC = errors.New("it does not begin as a WARC record")

// nextRecord reads one record and yields the reports in it: none when it is
// neither a page nor a feed.
func (in *input) nextRecord(r *bufio.Reader, n int) (iter.Seq[Item], error) {
	head, err := recordHead(r)
	if err != nil {
		return nil, err
	}
	length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, errors.New("its length «" + head.Get("Content-Length") + "» is no number")
	}
	body := &io.LimitedReader{R: r, N: length}
	items := func(func(Item) bool) {}
	if head.Get("WARC-Type") == "response" && strings.HasPrefix(head.Get("Content-Type"), "application/http") {
		items = in.response(fmt.Sprintf("%s#%d", in.ref, n), head.Get("WARC-Target-URI"), body)
	}
	if _, err := io.Copy(io.Discard, body); err != nil {
		return nil, err
	}
	if body.N > 0 {
		return nil, io.ErrUnexpectedEOF
	}
	return items, nil
}

func recordHead(r *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		line, err := readLine(r, headBytes)
		if err != nil {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue // the blank lines that end the record before
		}
		if !bytes.HasPrefix(line, []byte("WARC/")) {
			return nil, errNotWARC
		}
		return textproto.NewReader(r).ReadMIMEHeader()
	}
}

// response reads a stored HTTP response and yields the reports in it, when it is
// a page or a feed that was there.
func (in *input) response(ref, address string, body io.Reader) iter.Seq[Item] {
	broken := func(what string) iter.Seq[Item] {
		return func(yield func(Item) bool) {
			yield(Item{Problem: &Problem{in.where(ref), what, "nothing; the rest was read"}})
		}
	}
	resp, err := http.ReadResponse(bufio.NewReader(body), nil)
	if err != nil {
		return broken("its HTTP response cannot be read")
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return func(func(Item) bool) {}
	}
	content := io.Reader(resp.Body)
	if resp.Header.Get("Content-Encoding") == "gzip" {
		if content, err = gzip.NewReader(resp.Body); err != nil {
			return broken("its compressed page is broken")
		}
	}
	b, err := io.ReadAll(io.LimitReader(content, maxPageBytes))
	if err != nil && len(b) == 0 {
		return broken("its page is broken")
	}
	return func(yield func(Item) bool) {
		in.fetched(ref, Fetched{Address: address, ContentType: resp.Header.Get("Content-Type"), Body: b}, yield)
	}
}
