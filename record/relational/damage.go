package relational

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"griot"
)

// stored is a row as it is stored, and a digest of that, by which damage is
// noticed when it is read again.
func stored(row any) (body []byte, digest int64) {
	body, err := json.Marshal(row)
	if err != nil {
		panic("griot: a row always has a JSON form: " + err.Error())
	}
	return body, digestOf(body)
}

func digestOf(parts ...[]byte) int64 {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return int64(binary.BigEndian.Uint64(h.Sum(nil)))
}

// sound tells whether a row is what was stored.
func sound(digest int64, parts ...[]byte) error {
	if digestOf(parts...) != digest {
		return fmt.Errorf("%w: a row is not what was stored", griot.ErrDamaged)
	}
	return nil
}

// told is an error of the database as people can use it.
func (s *Store) told(err error) error {
	switch {
	case err == nil:
		return nil
	case s.d.Damaged(err):
		return fmt.Errorf("%w: %v", griot.ErrDamaged, err)
	case s.d.Full(err):
		return fmt.Errorf("the disk of the record is full; what was stored before is kept, so make room and do the same again: %w", err)
	}
	return err
}
