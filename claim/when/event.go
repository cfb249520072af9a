package when

import "griot"

// mount is where an expression hangs in the trees.
type mount struct{ head int }

func (t *Times) mount() {}

// Of is when the act whose trigger is headed by token head happened.
func (t *Times) Of(head int) griot.Interval { return griot.Interval{Basis: griot.BasisNone} }
