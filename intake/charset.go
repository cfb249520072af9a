package intake

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var errBinary = errors.New("it is not text: it holds binary data")

// decode makes valid UTF-8 of bytes whose charset nobody declared: UTF-8 with or
// without its mark, UTF-16 with its mark, else Windows-1252, which old news
// archives use.
func decode(b []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok {
		b = rest
	} else if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		u, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
		return strings.ToValidUTF8(string(u), "\uFFFD"), err
	}
	if isBinary(b) {
		return "", errBinary
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	if mostlyUTF8(b) {
		return strings.ToValidUTF8(string(b), "\uFFFD"), nil
	}
	u, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(u), err
}

// decodeAs makes valid UTF-8 of bytes in a declared charset, "" when undeclared.
func decodeAs(b []byte, label string) (string, error) {
	if label == "" {
		return decode(b)
	}
	enc, _ := charset.Lookup(label)
	if enc == nil {
		return "", errors.New("the charset " + label + " that it declares is unknown")
	}
	u, err := enc.NewDecoder().Bytes(b)
	return strings.ToValidUTF8(string(u), "\uFFFD"), err
}

// isBinary tells data from text: it holds zero bytes, or many other control
// characters that no text has.
func isBinary(b []byte) bool {
	if len(b) > 1<<16 {
		b = b[:1<<16]
	}
	control := 0
	for _, c := range b {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b {
			control++
		}
	}
	return control*50 > len(b)
}

// mostlyUTF8 tells UTF-8 with a few broken bytes from another charset: it has
// more good multi-byte runes than bad bytes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			good++
		}
		b = b[n:]
	}
	return good >= bad
}
