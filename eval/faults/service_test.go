package faults_test

import (
	"context"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"
)

// service is a process that is started again whenever it ends, as a service
// manager would; one that is over with success stays so if it is a job.
type service struct {
	command func() *exec.Cmd
	job     bool

	mu     sync.Mutex
	now    *exec.Cmd // the process that runs, if any
	starts int
	over   bool // a job that succeeded
	stop   context.CancelFunc
	ended  chan struct{}
}

// partly is how a griot ends that left out a file that is no report.
const partly = 4

// serve runs a service until the test ends or halt is called.
func serve(t *testing.T, command func() *exec.Cmd) *service {
	t.Helper()
	return run(t, &service{command: command})
}

// toDo runs a job until it has succeeded.
func toDo(t *testing.T, command func() *exec.Cmd) *service {
	t.Helper()
	return run(t, &service{command: command, job: true})
}

func run(t *testing.T, s *service) *service {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	s.stop, s.ended = stop, make(chan struct{})
	go s.keepUp(ctx)
	t.Cleanup(s.halt)
	return s
}

func (s *service) keepUp(ctx context.Context) {
	defer close(s.ended)
	for ctx.Err() == nil {
		c := s.command()
		if c.SysProcAttr == nil {
			c.SysProcAttr = &syscall.SysProcAttr{}
		}
		c.SysProcAttr.Setpgid = true // so that its children are killed with it
		s.mu.Lock()
		err := c.Start()
		if err == nil {
			s.now = c
			s.starts++
		}
		s.mu.Unlock()
		if err == nil {
			err = c.Wait()
		}
		s.mu.Lock()
		s.now = nil
		s.over = s.job && c.ProcessState != nil && (err == nil || c.ProcessState.ExitCode() == partly)
		over := s.over
		s.mu.Unlock()
		if over {
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// kill ends the process, and its children when whole is set, without a warning.
// It returns false when there was none.
func (s *service) kill(whole bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.now == nil {
		return false
	}
	pid := s.now.Process.Pid
	if whole {
		pid = -pid
	}
	return syscall.Kill(pid, syscall.SIGKILL) == nil
}

// done tells whether a job has succeeded.
func (s *service) done() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.over
}

// started counts how often it was started.
func (s *service) started() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.starts
}

// halt asks the process to end, and sees to it.
func (s *service) halt() {
	s.stop()
	s.mu.Lock()
	if s.now != nil {
		_ = s.now.Process.Signal(syscall.SIGTERM)
	}
	s.mu.Unlock()
	stubborn := time.AfterFunc(10*time.Second, func() { s.kill(true) })
	defer stubborn.Stop()
	<-s.ended
}

// end kills the process and does not start it again.
func (s *service) end() {
	s.stop()
	s.kill(true)
	<-s.ended
}
