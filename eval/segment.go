package eval

// Segment scores the splitting of raw text into sentences and words.
func Segment(gold string, opt Options) (Result, error) { return Result{}, ErrEmpty }
