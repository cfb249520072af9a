package fetch

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// longestPause is the longest that a fetch waits to try again; a server that
// asks for more is asked again at the next round.
const longestPause = time.Minute

// Passing tells faults that may be gone in a while from those that will not.
func Passing(err error) bool {
	for _, lasting := range []error{ErrAddress, ErrScheme, ErrRobots, ErrTooLarge, ErrRedirect, context.Canceled} {
		if errors.Is(err, lasting) {
			return false
		}
	}
	var status *StatusError
	if errors.As(err, &status) {
		return status.Code == http.StatusTooManyRequests || status.Code == http.StatusRequestTimeout || status.Code >= 500
	}
	return true
}

// soon tells whether trying again within this fetch may help.
func soon(err error) bool {
	var status *StatusError
	return Passing(err) && (!errors.As(err, &status) || status.after <= longestPause)
}

// pause is how long to wait after a try: what the server asks for, else twice as
// long each time and spread by chance, so that many readers do not come back at
// once.
func pause(first time.Duration, try int, err error) time.Duration {
	var status *StatusError
	if errors.As(err, &status) && status.after > 0 {
		return status.after
	}
	longest := min(first<<min(try-1, 10), longestPause)
	return longest/2 + rand.N(longest/2+1)
}

// retryAfter reads the header of that name; 0 when it says nothing usable.
func retryAfter(value string) time.Duration {
	if seconds, err := strconv.Atoi(value); err == nil && seconds > 0 {
		return time.Duration(min(seconds, 1<<20)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
