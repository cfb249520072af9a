package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
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
		item, more, err := in.nextRecord(r, n)
		if err == io.EOF {
			return
		}
		if err != nil {
			yield(Item{Problem: &Problem{fmt.Sprintf("%s: record %d", in.path, n), err.Error(), "what came before it was read; fetch the file again for the rest"}})
			return
		}
		if more && !yield(item) {
			return
		}
	}
}

var errNotWARC = errors.New("it does not begin as a WARC record")

// nextRecord reads one record. It returns false when the record is no web page.
func (in *input) nextRecord(r *bufio.Reader, n int) (Item, bool, error) {
	head, err := recordHead(r)
	if err != nil {
		return Item{}, false, err
	}
	length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return Item{}, false, errors.New("its length «" + head.Get("Content-Length") + "» is no number")
	}
	body := io.LimitReader(r, length)
	var item Item
	isPage := head.Get("WARC-Type") == "response" && strings.HasPrefix(head.Get("Content-Type"), "application/http")
	if isPage {
		item, isPage = in.response(fmt.Sprintf("%s#%d", in.ref, n), head.Get("WARC-Target-URI"), body)
	}
	left := body.(*io.LimitedReader)
	if _, err := io.Copy(io.Discard, body); err != nil {
		return Item{}, false, err
	}
	if left.N > 0 {
		return Item{}, false, io.ErrUnexpectedEOF
	}
	return item, isPage, nil
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

// response makes a report of a stored HTTP response, when it is a page that was
// there.
func (in *input) response(ref, address string, body io.Reader) (Item, bool) {
	resp, err := http.ReadResponse(bufio.NewReader(body), nil)
	if err != nil {
		return Item{Problem: &Problem{in.where(ref), "its HTTP response cannot be read", "nothing; the rest was read"}}, true
	}
	defer resp.Body.Close()
	media, params, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if resp.StatusCode != http.StatusOK || media != "text/html" && media != "application/xhtml+xml" {
		return Item{}, false
	}
	content := io.Reader(resp.Body)
	if resp.Header.Get("Content-Encoding") == "gzip" {
		if content, err = gzip.NewReader(resp.Body); err != nil {
			return Item{Problem: &Problem{in.where(ref), "its compressed page is broken", "nothing; the rest was read"}}, true
		}
	}
	b, err := io.ReadAll(io.LimitReader(content, maxPageBytes))
	if err != nil && len(b) == 0 {
		return Item{Problem: &Problem{in.where(ref), "its page is broken", "nothing; the rest was read"}}, true
	}
	return in.page(ref, b, address, params["charset"]), true
}
