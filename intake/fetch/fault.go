package fetch

import (
	"errors"
	"fmt"
	"net"
)

// steady leaves out of a fault of the network the ports and addresses that
// differ from try to try, so that the same fault reads the same each time.
func steady(err error) error {
	var name *net.DNSError
	if errors.As(err, &name) {
		why := "the name server does not answer"
		if name.IsNotFound {
			why = "there is no such host"
		}
		return fmt.Errorf("lookup %s: %s", name.Name, why)
	}
	var op *net.OpError
	if errors.As(err, &op) {
		return fmt.Errorf("%s: %w", op.Op, op.Err)
	}
	return err
}
