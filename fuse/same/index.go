package same

import "slices"

// index finds groups by keys. Most keys lead to one group.
type index struct {
	first  map[uint64]int32 // the group, or the complement of where its list stands in lists
	lists  [][]int32        // groups, the latest last
	scores []int32          // how many keys lead to each group, for near; zero in between
	found  []uint64         // by near
}

// add notes that a key leads to a group, as the latest of mostGroups at most.
func (x *index) add(key uint64, group int32) {
	at, ok := x.first[key]
	switch {
	case !ok:
		x.first[key] = group
	case at == group:
	case at >= 0:
		x.first[key] = ^int32(len(x.lists))
		x.lists = append(x.lists, []int32{at, group})
	default:
		list := x.lists[^at]
		if i := slices.Index(list, group); i >= 0 {
			list = slices.Delete(list, i, i+1)
		} else if len(list) >= mostGroups {
			list = slices.Delete(list, 0, 1)
		}
		x.lists[^at] = append(list, group)
	}
}

// near are the n groups to which most of the keys lead, the latest of equals, in
// order.
func (x *index) near(keys []uint64, n int) []int {
	x.found = x.found[:0]
	for _, key := range keys {
		if at, ok := x.first[key]; ok && at >= 0 {
			x.count(at)
		} else if ok {
			for _, group := range x.lists[^at] {
				x.count(group)
			}
		}
	}
	for i, group := range x.found {
		x.found[i] = uint64(x.scores[group])<<32 | group
		x.scores[group] = 0
	}
	if len(x.found) > n {
		slices.Sort(x.found)
		x.found = x.found[len(x.found)-n:]
	}
	list := make([]int, len(x.found))
	for i, scored := range x.found {
		list[i] = int(uint32(scored))
	}
	slices.Sort(list)
	return list
}

func (x *index) count(group int32) {
	for int(group) >= len(x.scores) {
		x.scores = append(x.scores, 0)
	}
	if x.scores[group]++; x.scores[group] == 1 {
		x.found = append(x.found, uint64(group))
	}
}
