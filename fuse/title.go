package fuse

import "griot"

func title(e *griot.Event, best *griot.Claim) string { return best.Quote }
