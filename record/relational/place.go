package relational

import "slices"

// place is where a derived row stands among its kind. Places only order rows:
// they lie apart, so that a new row finds room between two that stay.
type place struct {
	n     int64
	stays bool // the row is there already
}

// apart is how far places lie from one another at first.
const apart = 1 << 20

// inRow are places for rows of which none is there.
func inRow(places []place) []place {
	for i := range places {
		places[i] = place{n: int64(i+1) * apart}
	}
	return places
}

// match finds the places of rows, given by their digests, among those that are
// there: as many as can be stay where they are, in the same order. None stays
// where most are new or there is no room between those that stay.
func match(old []kept, rows []int64) []place {
	at := make(map[int64]int, len(old))
	for i := range old {
		at[old[i].digest] = i
	}
	found := make([]int, len(rows)) // where each row is among the old ones, -1 for nowhere
	for i, digest := range rows {
		found[i] = -1
		if j, ok := at[digest]; ok {
			found[i] = j
			delete(at, digest) // a row that is there once stays once
		}
	}
	places := make([]place, len(rows))
	staying := rising(found)
	if len(staying) < len(rows)/2 {
		return places
	}
	for _, i := range staying {
		places[i] = place{n: old[found[i]].n, stays: true}
	}
	if !spread(places) {
		return make([]place, len(rows))
	}
	return places
}

// rising is the longest subsequence that rises, as indexes, negative numbers left
// out (patience sorting).
func rising(numbers []int) []int {
	var ends []int // the index of the least number at which a subsequence of each length ends
	before := make([]int, len(numbers))
	for i, v := range numbers {
		if v < 0 {
			continue
		}
		length, _ := slices.BinarySearchFunc(ends, v, func(j, v int) int { return numbers[j] - v })
		before[i] = -1
		if length > 0 {
			before[i] = ends[length-1]
		}
		if length == len(ends) {
			ends = append(ends, i)
		} else {
			ends[length] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	var all []int
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		all = append(all, i)
	}
	slices.Reverse(all)
	return all
}

// spread gives the rows between those that stay places at even distances. It
// returns false when somewhere there is no room.
func spread(places []place) bool {
	for begin := 0; begin < len(places); begin++ {
		end := begin
		for end < len(places) && !places[end].stays {
			end++
		}
		n := int64(end - begin)
		switch {
		case n == 0:
			continue
		case end == len(places) && begin == 0: // nobody stays
			inRow(places)
		case end == len(places):
			fill(places[begin:], places[begin-1].n, apart)
		case begin == 0:
			fill(places[:end], places[end].n-apart*(n+1), apart)
		default:
			low, high := places[begin-1].n, places[end].n
			step := (high - low) / (n + 1)
			if step == 0 {
				return false
			}
			fill(places[begin:end], low, step)
		}
		begin = end
	}
	return true
}

func fill(places []place, after, step int64) {
	for i := range places {
		places[i].n = after + int64(i+1)*step
	}
}
