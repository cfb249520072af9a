package refer

// word is the FNV-1a hash of a word, of which a bounded part is looked at.
func word(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s) && i < 32; i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// mix joins two hashes into one; the order counts.
func mix(a, b uint32) uint32 {
	h := (a ^ 0x9e3779b9) * 0x85ebca6b
	h ^= h >> 13
	h = (h ^ b) * 0xc2b2ae35
	return h ^ h>>16
}

// bucket is the order of magnitude of a count.
func bucket(n int) byte {
	switch {
	case n < 0:
		return 0
	case n <= 4:
		return byte(n)
	case n <= 7:
		return 5
	case n <= 12:
		return 6
	case n <= 24:
		return 7
	case n <= 60:
		return 8
	}
	return 9
}
