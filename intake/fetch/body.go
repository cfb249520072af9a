package fetch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
)

// readAll reads at most limit bytes; more is an error, not a part.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("%w (%d bytes)", ErrTooLarge, limit)
	}
	return b, nil
}

// decompress undoes the one encoding that was asked for, and counts what comes
// out of it.
func decompress(raw []byte, encoding string, limit int64) ([]byte, error) {
	switch strings.ToLower(encoding) {
	case "", "identity":
		return raw, nil
	case "gzip", "x-gzip":
		r, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return nil, err
		}
		return readAll(r, limit)
	}
	return nil, fmt.Errorf("the answer is encoded as %q, which was not asked for", encoding)
}
