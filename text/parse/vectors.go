package parse

// Word vectors tell how words are used that the treebanks do not hold: they were
// learned elsewhere, from far more text, and are not changed by training.

// VectorEntry is the key under which a model stores the vector of a word: words
// that Normal makes the same share one.
func VectorEntry(word string) int32 { return int32(hash(8, Normal(word))) }
