package fetch

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

// archiveBytes is the size from which a new archive file is begun.
const archiveBytes = 1 << 30

// Archive keeps what was fetched in WARC files (ISO 28500), each record
// compressed by itself, so that a file that was cut off is readable up to there.
type Archive struct {
	dir     string
	mu      sync.Mutex
	file    *os.File
	written int64
}

// NewArchive keeps an archive in a folder, which is made when it is not there.
func NewArchive(dir string) (*Archive, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	return &Archive{dir: dir}, nil
}

// Close ends the file that is being written.
func (a *Archive) Close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.file == nil {
		return nil
	}
	err := a.file.Close()
	a.file = nil
	return err
}

// add keeps an answer as it came, still compressed, but in one piece.
func (a *Archive) add(address string, resp *http.Response, raw []byte) error {
	header := resp.Header.Clone()
	header.Del("Transfer-Encoding")
	header.Set("Content-Length", strconv.Itoa(len(raw)))
	var block bytes.Buffer
	fmt.Fprintf(&block, "HTTP/1.1 %s\r\n", resp.Status)
	if err := header.Write(&block); err != nil {
		return err
	}
	block.WriteString("\r\n")
	block.Write(raw)
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.room(); err != nil {
		return err
	}
	return a.write("response", "application/http; msgtype=response", address, block.Bytes())
}

// room begins a file when there is none or it is full.
func (a *Archive) room() error {
	if a.file != nil && a.written < archiveBytes {
		return nil
	}
	if a.file != nil {
		if err := a.file.Close(); err != nil {
			return err
		}
		a.file = nil
	}
	name := "griot-" + time.Now().UTC().Format("20060102T150405.000000000Z") + ".warc.gz"
	f, err := os.OpenFile(filepath.Join(a.dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	a.file, a.written = f, 0
	return a.write("warcinfo", "application/warc-fields", "", []byte("software: griot\r\nformat: WARC File Format 1.1\r\n"))
}

func (a *Archive) write(kind, contentType, address string, block []byte) error {
	var b bytes.Buffer
	zip := gzip.NewWriter(&b)
	fmt.Fprintf(zip, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: %s\r\n",
		kind, newUUID(), time.Now().UTC().Format(time.RFC3339))
	if address != "" {
		fmt.Fprintf(zip, "WARC-Target-URI: %s\r\n", address)
	}
	fmt.Fprintf(zip, "WARC-Block-Digest: sha256:%x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", sha256.Sum256(block), contentType, len(block))
	if _, err := zip.Write(block); err != nil {
		return err
	}
	if _, err := io.WriteString(zip, "\r\n\r\n"); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	n, err := a.file.Write(b.Bytes())
	a.written += int64(n)
	return err
}

// newUUID is a random UUID (RFC 9562, version 4).
func newUUID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
