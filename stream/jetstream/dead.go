package jetstream

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"griot"
)

// oneLine makes a reason fit into a header.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Waiting counts the reports that nobody has taken yet.
func (s *Stream) Waiting(ctx context.Context) (int, error) {
	info, err := s.queue.Info(ctx)
	if err != nil {
		return 0, err
	}
	return int(info.State.Msgs), nil
}

// Dead lists the reports that were put aside. Of a message that is no report
// only the reason is there.
func (s *Stream) Dead(ctx context.Context) ([]griot.DeadReport, error) {
	var all []griot.DeadReport
	err := s.graves(ctx, func(seq uint64, msg *jetstream.RawStreamMsg) (bool, error) {
		r, err := s.unpack(ctx, msg.Header, msg.Data)
		if err != nil {
			r = griot.Report{ID: msg.Header.Get(idKey)}
		}
		all = append(all, griot.DeadReport{Report: r, Reason: msg.Header.Get(reasonKey)})
		return true, nil
	})
	return all, err
}

// graves walks over the messages that were put aside, oldest first.
func (s *Stream) graves(ctx context.Context, visit func(uint64, *jetstream.RawStreamMsg) (bool, error)) error {
	info, err := s.dead.Info(ctx)
	if err != nil {
		return err
	}
	for seq := info.State.FirstSeq; seq <= info.State.LastSeq && info.State.Msgs > 0; seq++ {
		msg, err := s.dead.GetMsg(ctx, seq)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		if more, err := visit(seq, msg); err != nil || !more {
			return err
		}
	}
	return nil
}

// Retry hands a dead report in again.
func (s *Stream) Retry(ctx context.Context, reportID string) error {
	found := false
	err := s.graves(ctx, func(seq uint64, msg *jetstream.RawStreamMsg) (bool, error) {
		if msg.Header.Get(idKey) != reportID {
			return true, nil
		}
		found = true
		again := nats.NewMsg(queueTopic)
		again.Header = msg.Header
		again.Header.Del(reasonKey)
		again.Data = msg.Data
		if err := s.send(ctx, again); err != nil { // without an ID: it was dropped as a duplicate else
			return false, err
		}
		return false, s.dead.DeleteMsg(ctx, seq)
	})
	if err == nil && !found {
		err = fmt.Errorf("dead report %s: %w", reportID, griot.ErrNotFound)
	}
	return err
}

// Close ends the connection once what was sent is through.
func (s *Stream) Close() error { return s.conn.Drain() }
