package relational

import "context"

// Lead waits until nobody else leads on this record; see griot.Record. Within
// this process one waits on a channel, so that those who wait hold no
// connection; the one whose turn it is then waits for other processes by a lock
// that the database gives back when its holder dies.
func (s *Store) Lead(ctx context.Context) (func(), error) {
	select {
	case s.leading <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	step := func() { <-s.leading }
	if s.d.LockLead == "" {
		return step, nil
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		step()
		return nil, err
	}
	release := func() { _ = tx.Rollback(); step() }
	if _, err := tx.ExecContext(ctx, s.d.LockLead); err != nil {
		release()
		return nil, err
	}
	return release, nil
}
