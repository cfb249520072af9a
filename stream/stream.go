// Package stream opens the streams that carry reports to workers: within one
// process, or on NATS JetStream between machines.
package stream

import (
	"context"
	"fmt"
	"strings"

	"griot"
	"griot/stream/direct"
	"griot/stream/jetstream"
)

// Open opens the stream at a URL: "direct:" for one within this process, or
// nats://host:port.
func Open(ctx context.Context, url string) (griot.Stream, error) {
	switch {
	case url == "direct:":
		return direct.New(), nil
	case strings.HasPrefix(url, "nats://"), strings.HasPrefix(url, "tls://"):
		return jetstream.Open(ctx, url)
	}
	return nil, fmt.Errorf("%q is no stream; it is nats://HOST:PORT", url)
}
