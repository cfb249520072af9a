package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"griot"
	"griot/face/api"
	"griot/face/guard"
	"griot/face/library"
	"griot/face/web"
	"griot/pipeline"
	"griot/stream"
)

type serveOptions struct {
	recordOptions
	addr, token        string
	allowPublic, write bool
}

// newServe is the command that serves the web page and the API.
func newServe(t *terminal) *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the web page and the HTTP API",
		Long: `Serve the web page and the HTTP API (/api/v1/, described at /openapi.json) on
this machine. Other addresses are refused unless --token or --allow-public is
given. The record is only read unless --write is given.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error { return serve(c.Context(), t, &o, args) },
	}
	o.addRecord(c)
	c.Flags().StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to listen on")
	c.Flags().StringVar(&o.token, "token", "", "ask every client for this token")
	c.Flags().BoolVar(&o.allowPublic, "allow-public", false, "listen on an address that others can reach, without a token")
	c.Flags().BoolVar(&o.write, "write", false, "let clients hand in reports")
	c.Flags().BoolVar(&t.quiet, "quiet", false, "log only what goes wrong")
	return c
}

func serve(ctx context.Context, t *terminal, o *serveOptions, args []string) error {
	if err := o.checkAddr(); err != nil {
		return err
	}
	rec, err := o.open(ctx, t, args)
	if err != nil {
		return err
	}
	defer rec.Close()
	h, err := o.handler(ctx, t, rec)
	if err != nil {
		return err
	}
	server := guard.Server(o.addr, h)
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return err
	}
	t.say("griot serves http://%s/ (stop with Ctrl-C)", listener.Addr())
	go func() {
		<-ctx.Done()
		bye, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(bye)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// handler answers for pages and API of a record.
func (o *serveOptions) handler(ctx context.Context, t *terminal, rec griot.Record) (http.Handler, error) {
	lib := library.New(rec, pipeline.Know, pipeline.View)
	go func() { _, _, _ = lib.Known(ctx, 0) }() // so that the pages after the first need not wait for it
	var options api.Options
	if o.write {
		reader, err := newReader(o.gazetteer)
		if err != nil {
			return nil, err
		}
		if options.Submit, err = background(ctx, t, rec, reader); err != nil {
			return nil, err
		}
	}
	mux := http.NewServeMux()
	api.Register(mux, lib, options)
	if err := web.Register(mux, lib); err != nil {
		return nil, err
	}
	return guard.Handler(mux, guard.Options{Token: o.token, Public: o.allowPublic, Log: t.logger()}), nil
}

// checkAddr refuses to listen where others can reach, unless asked to.
func (o *serveOptions) checkAddr() error {
	host, _, err := net.SplitHostPort(o.addr)
	if err != nil {
		return usage("--addr %q is no HOST:PORT", o.addr)
	}
	ip := net.ParseIP(host)
	if host == "localhost" || ip != nil && ip.IsLoopback() || o.token != "" || o.allowPublic {
		return nil
	}
	return usage("--addr %s can be reached by others; give --token SECRET, or --allow-public if all may read the record", o.addr)
}

// background takes reports and reads them one after the other.
func background(ctx context.Context, t *terminal, rec griot.Record, reader *pipeline.Reader) (func(context.Context, griot.Report) error, error) {
	queue, err := stream.Open(ctx, "direct:")
	if err != nil {
		return nil, err
	}
	log := t.logger()
	go func() {
		err := queue.Work(ctx, func(ctx context.Context, r griot.Report) error { return take(ctx, log, rec, reader, r) })
		if err != nil && !errors.Is(err, context.Canceled) {
			log.Error("reading stopped", "reason", err)
		}
	}()
	return func(ctx context.Context, r griot.Report) error {
		ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
		defer cancel()
		if err := queue.Publish(ctx, r); err != nil {
			return fmt.Errorf("too many reports are waiting: %w", err)
		}
		return nil
	}, nil
}
