package direct_test

import (
	"testing"

	"griot"
	"griot/stream/direct"
	"griot/stream/streamtest"
)

func TestStream(t *testing.T) {
	streamtest.Run(t, func(*testing.T) griot.Stream { return direct.New() })
}
