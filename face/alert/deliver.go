package alert

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"
)

// deliveryTime bounds how long a webhook or a command may take.
const deliveryTime = 30 * time.Second

// CheckTo tells what is wrong with where a rule's alerts go.
func CheckTo(to string) error {
	kind, rest, _ := strings.Cut(to, ":")
	switch {
	case to == "stdout", (kind == "file" || kind == "command") && strings.TrimSpace(rest) != "":
		return nil
	case kind == "webhook":
		u, err := url.Parse(rest)
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return nil
		}
	}
	return fmt.Errorf("%q is nowhere to send alerts; write stdout, file:PATH, webhook:URL or command:CMD", to)
}

// Deliver sends an alert to where its rule says, one line of JSON: to stdout,
// appended to a file, posted to a webhook, or on the standard input of a command.
// Nothing from a report is ever part of a command line.
func Deliver(ctx context.Context, to string, a *Alert, stdout io.Writer) error {
	line, err := json.Marshal(a)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	ctx, stop := context.WithTimeout(ctx, deliveryTime)
	defer stop()
	kind, rest, _ := strings.Cut(to, ":")
	switch kind {
	case "stdout":
		_, err = stdout.Write(line)
		return err
	case "file":
		return appendTo(rest, line)
	case "webhook":
		return post(ctx, rest, line)
	case "command":
		return run(ctx, strings.Fields(rest), line)
	}
	return CheckTo(to)
}

func appendTo(path string, line []byte) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.Write(line); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func post(ctx context.Context, address string, line []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(line))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("the webhook answers %s", resp.Status)
	}
	return nil
}

// run runs a command without a shell.
func run(ctx context.Context, words []string, line []byte) error {
	if len(words) == 0 {
		return CheckTo("command:")
	}
	c := exec.CommandContext(ctx, words[0], words[1:]...)
	c.Stdin = bytes.NewReader(line)
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", words[0], err, bytes.TrimSpace(said[:min(len(said), 500)]))
	}
	return nil
}
