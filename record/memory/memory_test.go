package memory_test

import (
	"testing"

	"griot"
	"griot/record/memory"
	"griot/record/recordtest"
)

func TestRecord(t *testing.T) {
	recordtest.Run(t, func(*testing.T) griot.Record { return memory.New() })
}
