package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"griot/intake/fetch"
	"griot/record"
)

// watchOptions are the flags of watch; each goes before what the config says.
type watchOptions struct {
	config, record, state, archive, gazetteer string
	every                                     time.Duration
	allowPrivate, articles, once              bool
	jobs                                      int
}

// newWatch is the command that reads feeds and folders as they grow.
func newWatch(t *terminal) *cobra.Command {
	var o watchOptions
	c := &cobra.Command{
		Use:   "watch [--config griot.toml] [URL|FOLDER…]",
		Short: "Read feeds and folders as they grow, and tell of what was asked for",
		Long: `Read feeds (RSS, Atom, JSON) and folders into the record as they grow, and tell of
the events that alert rules ask for: once each, as one JSON object with its
sentences. An article that was edited becomes a new report that replaces the
first. Stop it at any moment; it goes on from there.

Addresses that are not on the public internet are refused, also after redirects;
robots.txt is obeyed. docs/watch.md has every setting.`,
		Example: "  griot watch --config griot.toml\n  griot watch --once --record crisis.db https://news.example/rss reports/",
		RunE:    func(c *cobra.Command, args []string) error { return watch(c, t, &o, args) },
	}
	f := c.Flags()
	f.StringVar(&o.config, "config", "", "file with feeds, folders and alert rules")
	f.StringVar(&o.record, "record", defaultRecord, "the record to add to")
	f.StringVar(&o.state, "state", "", "file to remember what was seen and told (default beside the record)")
	f.StringVar(&o.archive, "archive", "", "folder to keep what was fetched in, as WARC files")
	addPlaces(c, &o.gazetteer)
	f.DurationVar(&o.every, "every", 10*time.Minute, "how often to look")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from loopback, private and link-local addresses")
	f.BoolVar(&o.articles, "articles", false, "read the pages that the named feeds link to, not what the feeds say of them")
	f.BoolVar(&o.once, "once", false, "look once and end; exit code 3 when an alert was told")
	f.IntVar(&o.jobs, "jobs", 1, "reports read at once")
	f.BoolVar(&t.quiet, "quiet", false, "log only what goes wrong")
	return c
}

func watch(c *cobra.Command, t *terminal, o *watchOptions, args []string) error {
	conf, err := o.settings(c, args)
	if err != nil {
		return err
	}
	ctx := c.Context()
	rec, err := record.Open(ctx, conf.Record)
	if err != nil {
		return err
	}
	defer rec.Close()
	state, err := openState(conf.State)
	if err != nil {
		return err
	}
	opt := fetch.Options{AllowPrivate: conf.AllowPrivate, Agent: "griot"}
	if conf.Archive != "" {
		if opt.Archive, err = fetch.NewArchive(conf.Archive); err != nil {
			return err
		}
		defer opt.Archive.Close()
	}
	reader, err := newReader(conf.Gazetteer)
	if err != nil {
		return err
	}
	rules, err := conf.rules()
	if err != nil {
		return err
	}
	w := &watcher{
		out: t.out, log: t.logger(), rec: rec, reader: reader, fetcher: fetch.New(opt),
		state: state, rules: rules, alertDays: conf.AlertDays, jobs: o.jobs, once: o.once,
	}
	return w.run(ctx, conf.sources())
}

// settings are those of the config file with the flags and arguments over them.
func (o *watchOptions) settings(c *cobra.Command, args []string) (*config, error) {
	if err := checkJobs(o.jobs); err != nil {
		return nil, err
	}
	conf := &config{}
	if o.config != "" {
		var err error
		if conf, err = readConfig(o.config); err != nil {
			return nil, err
		}
	}
	given := func(flag string) bool { return c.Flags().Changed(flag) }
	if conf.Record == "" || given("record") {
		conf.Record = o.record
	}
	if given("state") {
		conf.State = o.state
	}
	if conf.State == "" {
		conf.State = stateBeside(conf.Record)
	}
	if given("archive") {
		conf.Archive = o.archive
	}
	if conf.Gazetteer == "" || given("gazetteer") {
		conf.Gazetteer = o.gazetteer
	}
	if conf.Every == 0 || given("every") {
		if o.every < time.Second {
			return nil, usage("--every %v: look at most once a second", o.every)
		}
		conf.Every = duration(o.every)
	}
	conf.AllowPrivate = conf.AllowPrivate || o.allowPrivate
	if conf.AlertDays <= 0 {
		conf.AlertDays = 90
	}
	if err := o.addArgs(conf, args); err != nil {
		return nil, err
	}
	if len(conf.Feeds)+len(conf.Folders) == 0 {
		return nil, usage("watch needs a feed or a folder: name some, or a --config that does")
	}
	return conf, nil
}

// addArgs adds the feeds and folders of the command line.
func (o *watchOptions) addArgs(conf *config, args []string) error {
	for _, arg := range args {
		if isAddress(arg) {
			conf.Feeds = append(conf.Feeds, feedConfig{URL: arg, Articles: o.articles})
			continue
		}
		if _, err := os.Stat(arg); err != nil {
			return usage("%q is neither an http address nor a folder: %v", arg, err)
		}
		conf.Folders = append(conf.Folders, folderConfig{Path: arg})
	}
	return nil
}

// stateBeside is where the state of a watch on a record is kept.
func stateBeside(recordURL string) string {
	if strings.Contains(recordURL, ":") {
		return "griot-watch.json" // a database has no folder
	}
	return recordURL + ".watch.json"
}

// source is a feed or a folder that is watched.
type source struct {
	name     string // address or path
	outlet   string
	every    time.Duration
	feed     bool
	articles bool
	fault    string          // of the last look, so that it is logged once
	warned   map[string]bool // problems of the last look
}

// shown is the name of a source in logs, without a password.
func (s *source) shown() string {
	if u, err := url.Parse(s.name); s.feed && err == nil {
		return u.Redacted()
	}
	return s.name
}

func (c *config) sources() []*source {
	every := func(own duration) time.Duration {
		if own == 0 {
			own = c.Every
		}
		return time.Duration(own)
	}
	var all []*source
	for _, f := range c.Feeds {
		all = append(all, &source{name: f.URL, outlet: f.Outlet, every: every(f.Every), feed: true, articles: f.Articles})
	}
	for _, f := range c.Folders {
		all = append(all, &source{name: f.Path, outlet: f.Outlet, every: every(f.Every)})
	}
	return all
}

// ended is how a watch that looked once ends.
func (w *watcher) ended(sources int) error {
	switch {
	case w.told > 0:
		return &exitError{code: exitDiffers}
	case w.failed == 0:
		return nil
	case w.failed >= sources:
		return errors.New("nothing could be read")
	}
	return &exitError{exitPartial, fmt.Errorf("%d of %d sources could not be read", w.failed, sources)}
}

// rest waits about so long, a little more or less, so that sources do not fall
// into step. It returns false when the watch is stopped.
func rest(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(spread(d)):
		return true
	}
}
