package segment

import "strings"

// longestAddress is the longest chunk, in bytes, that is looked at as an
// address of the web or of mail.
const longestAddress = 2048

// webAddress finds the address in a chunk; end is 0 when there is none. Marks
// around it are left out.
func webAddress(chunk string) (start, end int) {
	if len(chunk) > longestAddress || !looksLikeAddress(chunk) {
		return 0, 0
	}
	start = len(chunk) - len(strings.TrimLeft(chunk, "([{<\"'“‘*"))
	if i := strings.IndexAny(chunk[start:], "<>()[]\"“”"); i >= 0 && !strings.Contains(chunk[start:], "://") {
		end = start + i
	} else if i := strings.IndexAny(chunk[start:], "<>[]\"“”"); i >= 0 {
		end = start + i
	} else {
		end = len(chunk)
	}
	for end > start && strings.IndexByte(".,;:!?)]}>'*", chunk[end-1]) >= 0 {
		if chunk[end-1] == ')' && strings.Contains(chunk[start:end], "(") {
			break
		}
		end--
	}
	if !looksLikeAddress(chunk[start:end]) {
		return 0, 0
	}
	return start, end
}

func looksLikeAddress(s string) bool {
	if i := strings.Index(s, "://"); i > 0 {
		return true
	}
	if len(s) > 6 && strings.EqualFold(s[:4], "www.") {
		return true
	}
	if i := strings.IndexByte(s, '@'); i > 0 && isWordAt(s, i+1) {
		return strings.IndexByte(s[i:], '.') > 1
	}
	return domain(s)
}

// domains are the last parts of names that are read as addresses without
// anything else to tell them.
var domains = []string{"com", "org", "net", "gov", "edu", "info"}

// domain tells "example.org" and "example.org/page" from a missing space after
// a full stop.
func domain(s string) bool {
	host, path, _ := strings.Cut(s, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || path == "" {
		return false
	}
	for _, d := range domains {
		if strings.EqualFold(host[dot+1:], d) {
			return true
		}
	}
	return false
}
