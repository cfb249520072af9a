package dup

// The length of a shingle and of the window from which one is kept, in words:
// two texts that share a run of shingle+window−1 words share a fingerprint.
const (
	shingle = 5
	window  = 5
)

// shingles hashes every run of five words, by position of its first.
func shingles(words []word) []uint64 {
	if len(words) < shingle {
		return nil
	}
	hashes := make([]uint64, len(words)-shingle+1)
	for i := range hashes {
		h := uint64(fnvBasis)
		for _, w := range words[i : i+shingle] {
			h = (h ^ w.hash) * fnvPrime
			h ^= h >> 29
		}
		hashes[i] = h
	}
	return hashes
}

// winnow keeps the smallest hash of each window, the rightmost of equals
// (Schleimer, Wilkerson and Aiken, 2003).
func winnow(hashes []uint64) []uint64 {
	var kept []uint64
	last := -1
	for end := min(window, len(hashes)); end <= len(hashes) && end > 0; end++ {
		least := max(0, end-window)
		for i := least + 1; i < end; i++ {
			if hashes[i] <= hashes[least] {
				least = i
			}
		}
		if least != last {
			kept = append(kept, hashes[least])
			last = least
		}
	}
	return kept
}
