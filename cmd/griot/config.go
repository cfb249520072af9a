package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"griot"
	"griot/face/alert"
)

// config is what griot.toml says of a watch. Paths are relative to the folder
// that griot runs in.
type config struct {
	Record       string         `toml:"record"`
	State        string         `toml:"state"`     // what was seen and told; beside the record when unsaid
	Archive      string         `toml:"archive"`   // folder for what was fetched; none when unsaid
	Gazetteer    string         `toml:"gazetteer"` // folder of places of the user's own
	Every        duration       `toml:"every"`
	AllowPrivate bool           `toml:"allow_private"`
	AlertDays    int            `toml:"alert_days"` // reports of so many days before the newest are asked for alerts
	Feeds        []feedConfig   `toml:"feed"`
	Folders      []folderConfig `toml:"folder"`
	Alerts       []alertConfig  `toml:"alert"`
}

type feedConfig struct {
	URL      string   `toml:"url"`
	Outlet   string   `toml:"outlet"`   // instead of what the feed calls itself
	Articles bool     `toml:"articles"` // fetch the pages that it links to
	Every    duration `toml:"every"`
}

type folderConfig struct {
	Path   string   `toml:"path"`
	Outlet string   `toml:"outlet"` // for reports that name none
	Every  duration `toml:"every"`
}

type alertConfig struct {
	Name           string `toml:"name"`
	Type           words  `toml:"type"`
	Status         words  `toml:"status"`
	Actor          words  `toml:"actor"`
	Place          words  `toml:"place"`
	MinIndependent int    `toml:"min_independent"`
	Contested      bool   `toml:"contested"`
	To             string `toml:"to"`
}

// duration is written as in Go: "10m", "1h30m".
type duration time.Duration

// UnmarshalText reads a duration of at least a second.
func (d *duration) UnmarshalText(b []byte) error {
	v, err := time.ParseDuration(string(b))
	if err != nil || v < time.Second {
		return fmt.Errorf("%q is no duration of a second or more; write 10m or 1h", b)
	}
	*d = duration(v)
	return nil
}

// words is one string or a list of them.
type words any

func texts(w words) ([]string, error) {
	switch w := w.(type) {
	case nil:
		return nil, nil
	case string:
		return []string{w}, nil
	case []any:
		all := make([]string, len(w))
		for i, v := range w {
			s, ok := v.(string)
			if !ok {
				return nil, fmt.Errorf("%v is no string", v)
			}
			all[i] = s
		}
		return all, nil
	}
	return nil, fmt.Errorf("%v is neither a string nor a list of them", w)
}

// maxConfigBytes bounds a file of settings.
const maxConfigBytes = 1 << 20

// readConfig reads griot.toml. A key that it does not know is an error, since a
// rule that is misspelt would never fire.
func readConfig(path string) (*config, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usage("--config: %v", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxConfigBytes))
	if err != nil {
		return nil, err
	}
	c, err := parseConfig(b)
	if err != nil {
		return nil, usage("%s: %v", path, err)
	}
	return c, nil
}

func parseConfig(b []byte) (*config, error) {
	var c config
	d := toml.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return nil, explainTOML(err)
	}
	for _, f := range c.Feeds {
		if !isAddress(f.URL) {
			return nil, fmt.Errorf("feed %q: its url must begin with http:// or https://", f.URL)
		}
	}
	for _, f := range c.Folders {
		if f.Path == "" {
			return nil, errors.New("a folder has no path")
		}
	}
	_, err := c.rules()
	return &c, err
}

// explainTOML says where in the file the fault is.
func explainTOML(err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		line, _ := strict.Errors[0].Position()
		return fmt.Errorf("line %d: there is no setting %q", line, strings.Join(strict.Errors[0].Key(), "."))
	}
	var at *toml.DecodeError
	if errors.As(err, &at) {
		line, _ := at.Position()
		return fmt.Errorf("line %d: %v", line, err)
	}
	return err
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// rules are the alert rules.
func (c *config) rules() ([]alert.Rule, error) {
	var rules []alert.Rule
	for i, a := range c.Alerts {
		r, err := a.rule()
		if err != nil {
			return nil, fmt.Errorf("alert %d %q: %w", i+1, a.Name, err)
		}
		if slices.ContainsFunc(rules, func(other alert.Rule) bool { return other.Name == r.Name }) {
			return nil, fmt.Errorf("two alerts are named %q", r.Name)
		}
		rules = append(rules, r)
	}
	return rules, nil
}

func (a *alertConfig) rule() (alert.Rule, error) {
	r := alert.Rule{Name: a.Name, Contested: a.Contested, To: a.To}
	if a.Name == "" {
		return r, errors.New("it needs a name")
	}
	if r.To == "" {
		r.To = "stdout"
	}
	var types, statuses []string
	var errs []error
	read := func(name string, w words, to *[]string) {
		var err error
		if *to, err = texts(w); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
	}
	read("type", a.Type, &types)
	read("status", a.Status, &statuses)
	read("actor", a.Actor, &r.Query.Actors)
	read("place", a.Place, &r.Query.Places)
	for _, s := range types {
		t := griot.Type(strings.ToUpper(s))
		if !slices.Contains(griot.Types, t) {
			errs = append(errs, fmt.Errorf("%q is no event type", s))
		}
		r.Query.Types = append(r.Query.Types, t)
	}
	for _, s := range statuses {
		if !slices.Contains(griot.Statuses, griot.Status(s)) {
			errs = append(errs, fmt.Errorf("%q is no status", s))
		}
		r.Query.Statuses = append(r.Query.Statuses, griot.Status(s))
	}
	r.Query.MinIndependent = a.MinIndependent
	return r, errors.Join(append(errs, alert.CheckTo(r.To))...)
}
