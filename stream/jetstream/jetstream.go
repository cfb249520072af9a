// Package jetstream carries reports between machines on NATS JetStream: a work
// queue for the reports, a second one for those that could not be read, and an
// object store for those too large for a message.
package jetstream

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"griot"
)

// Names on the server.
const (
	queueName   = "GRIOT"
	queueTopic  = "griot.reports"
	deadName    = "GRIOT_DEAD"
	deadTopic   = "griot.dead"
	largeBucket = "GRIOT_LARGE"
	workers     = "workers"
)

const (
	tries     = 5
	ackWait   = 10 * time.Second // without a sign of life from a worker
	alive     = ackWait / 4      // between two signs of life
	dedup     = 24 * time.Hour   // a report handed in again within this time is dropped
	maxQueued = 100_000          // reports waiting before Publish waits
	inMessage = 512 << 10        // bytes of a packed report that still travel in a message
	patience  = 30 * time.Second // for the server to answer, or to come back
	retryWait = 2 * time.Second
	pingEvery = 5 * time.Second // a server that is cut off is left after two of these
	reasonKey = "Griot-Reason"
	objectKey = "Griot-Object"
	idKey     = "Griot-Report"
)

// Stream is a griot.Stream on NATS JetStream.
type Stream struct {
	conn  *nats.Conn
	js    jetstream.JetStream
	queue jetstream.Stream
	dead  jetstream.Stream
	large jetstream.ObjectStore

	packing sync.Mutex // guards zip
	zip     *gzip.Writer
}

// Open connects to the server at a nats:// URL and makes the streams when they
// are not there. The connection mends itself when the server comes back.
func Open(ctx context.Context, url string) (*Stream, error) {
	conn, err := nats.Connect(url, nats.Name("griot"), nats.MaxReconnects(-1), nats.ReconnectWait(time.Second), nats.RetryOnFailedConnect(false),
		nats.PingInterval(pingEvery), nats.MaxPingsOutstanding(1))
	if err != nil {
		return nil, fmt.Errorf("stream %s: %w; check that a NATS server with JetStream runs there", url, err)
	}
	s := &Stream{conn: conn, zip: gzip.NewWriter(nil)}
	if err := s.settle(ctx); err != nil {
		conn.Close()
		return nil, fmt.Errorf("stream %s: %w", url, err)
	}
	return s, nil
}

// settle prepares the streams, again and again while a cluster has no leader.
func (s *Stream) settle(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		err := s.prepare(ctx)
		var refused *jetstream.APIError
		if err == nil || errors.As(err, &refused) && refused.Code != unavailable {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(retryWait):
		}
	}
}

// unavailable is the code of answers that another time would be different.
const unavailable = 503

func (s *Stream) prepare(ctx context.Context) error {
	var err error
	if s.js, err = jetstream.New(s.conn); err != nil {
		return err
	}
	replicas := s.replicas(ctx)
	if s.queue, err = s.js.CreateOrUpdateStream(ctx, jetstream.StreamConfig{Name: queueName, Subjects: []string{queueTopic}, Retention: jetstream.WorkQueuePolicy,
		Storage: jetstream.FileStorage, Duplicates: dedup, MaxMsgs: maxQueued, Discard: jetstream.DiscardNew, Replicas: replicas}); err != nil {
		return err
	}
	if s.dead, err = s.js.CreateOrUpdateStream(ctx, jetstream.StreamConfig{Name: deadName, Subjects: []string{deadTopic}, Storage: jetstream.FileStorage, Replicas: replicas}); err != nil {
		return err
	}
	s.large, err = s.js.CreateOrUpdateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: largeBucket, Storage: jetstream.FileStorage, Replicas: replicas})
	return err
}

// replicas is three on a cluster that has so many servers, else one, and never
// less than the queue has already: a server that is down now comes back.
func (s *Stream) replicas(ctx context.Context) int {
	n := 1
	if len(s.conn.Servers()) >= 3 {
		n = 3
	}
	if queue, err := s.js.Stream(ctx, queueName); err == nil {
		n = max(n, queue.CachedInfo().Config.Replicas)
	}
	return n
}

// Publish hands in a report. While the queue is full, or has no leader, it
// waits and tries again.
func (s *Stream) Publish(ctx context.Context, r griot.Report) error {
	msg, err := s.pack(ctx, r)
	if err != nil {
		return err
	}
	return s.send(ctx, msg, jetstream.WithMsgID(r.ID))
}

func (s *Stream) send(ctx context.Context, msg *nats.Msg, opts ...jetstream.PublishOpt) error {
	for {
		_, err := s.js.PublishMsg(ctx, msg, opts...)
		if err == nil || ctx.Err() != nil || errors.Is(err, nats.ErrConnectionClosed) || errors.Is(err, nats.ErrMaxPayload) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(retryWait):
		}
	}
}

// pack makes a message of a report: compressed, and beside the queue when large.
func (s *Stream) pack(ctx context.Context, r griot.Report) (*nats.Msg, error) {
	var b bytes.Buffer
	if err := s.compress(&b, r); err != nil {
		return nil, err
	}
	msg := nats.NewMsg(queueTopic)
	msg.Header.Set(idKey, r.ID)
	if b.Len() <= inMessage {
		msg.Data = b.Bytes()
		return msg, nil
	}
	if _, err := s.large.PutBytes(ctx, r.ID, b.Bytes()); err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	msg.Header.Set(objectKey, r.ID)
	return msg, nil
}

// compress writes a report with the one compressor, which is costly to make.
func (s *Stream) compress(to io.Writer, r griot.Report) error {
	s.packing.Lock()
	defer s.packing.Unlock()
	s.zip.Reset(to)
	if err := json.NewEncoder(s.zip).Encode(r); err != nil {
		return err
	}
	return s.zip.Close()
}

// maxUnpacked bounds what a message may unpack to.
const maxUnpacked = 64 << 20

func (s *Stream) unpack(ctx context.Context, header nats.Header, data []byte) (griot.Report, error) {
	var r griot.Report
	if object := header.Get(objectKey); object != "" {
		var err error
		if data, err = s.large.GetBytes(ctx, object); err != nil {
			return r, err
		}
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return r, fmt.Errorf("%w: %v", griot.ErrPoison, err)
	}
	if err := json.NewDecoder(io.LimitReader(z, maxUnpacked)).Decode(&r); err != nil {
		return r, fmt.Errorf("%w: %v", griot.ErrPoison, err)
	}
	if r.ID != r.Identify() {
		return r, fmt.Errorf("%w: its ID is not that of its content", griot.ErrPoison)
	}
	return r, nil
}

// Work hands reports to the handler until ctx ends. Only what the handler has
// taken is acknowledged, so that a worker that dies loses nothing.
func (s *Stream) Work(ctx context.Context, handle func(context.Context, griot.Report) error) error {
	var consumer jetstream.Consumer
	for ctx.Err() == nil {
		err := s.next(ctx, &consumer, handle)
		switch {
		case errors.Is(err, nats.ErrConnectionClosed):
			return err
		case err != nil && !errors.Is(err, nats.ErrTimeout): // a server without a leader, or away: it comes back
			select {
			case <-ctx.Done():
			case <-time.After(retryWait):
			}
		}
	}
	return ctx.Err()
}

// next waits a second for a message and handles it. It makes the consumer, which
// all workers share, when this one has not yet seen it.
func (s *Stream) next(ctx context.Context, consumer *jetstream.Consumer, handle func(context.Context, griot.Report) error) error {
	if *consumer == nil {
		made, err := s.queue.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{Durable: workers, AckPolicy: jetstream.AckExplicitPolicy, AckWait: ackWait, MaxDeliver: -1})
		if err != nil {
			return err
		}
		*consumer = made
	}
	msg, err := (*consumer).Next(jetstream.FetchMaxWait(time.Second))
	if err != nil {
		return err
	}
	s.handle(ctx, msg, handle)
	return nil
}

// handle brings one message to its end: taken, tried again later, or put aside.
func (s *Stream) handle(ctx context.Context, msg jetstream.Msg, handle func(context.Context, griot.Report) error) {
	r, err := s.unpack(ctx, msg.Headers(), msg.Data())
	if err == nil {
		stop := signsOfLife(msg)
		err = handle(ctx, r)
		stop()
	}
	if err == nil {
		if msg.DoubleAck(ctx) == nil {
			s.forget(ctx, msg.Headers())
		}
		return
	}
	delivered := uint64(1)
	if meta, merr := msg.Metadata(); merr == nil {
		delivered = meta.NumDelivered
	}
	if ctx.Err() != nil || !errors.Is(err, griot.ErrPoison) && delivered < tries {
		_ = msg.NakWithDelay(retryWait) // if this is lost, the server delivers again after ackWait
		return
	}
	if s.bury(ctx, msg, err) == nil {
		_ = msg.DoubleAck(ctx)
	}
}

// signsOfLife tells the server, until it is stopped, that the report is still
// being read, so that only the reports of dead workers go to others.
func signsOfLife(msg jetstream.Msg) (stop func()) {
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(alive)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				_ = msg.InProgress() // the next one may get through
			}
		}
	}()
	return func() { close(done) }
}

// forget removes the large part of a report that was taken.
func (s *Stream) forget(ctx context.Context, header nats.Header) {
	if object := header.Get(objectKey); object != "" {
		_ = s.large.Delete(ctx, object) // what is left over is small harm
	}
}

// bury puts a message aside with the reason.
func (s *Stream) bury(ctx context.Context, msg jetstream.Msg, reason error) error {
	grave := nats.NewMsg(deadTopic)
	grave.Header = msg.Headers()
	if grave.Header == nil {
		grave.Header = nats.Header{}
	}
	grave.Header.Del(nats.MsgIdHdr)
	grave.Header.Set(reasonKey, oneLine(reason.Error()))
	grave.Data = msg.Data()
	return s.send(ctx, grave)
}
