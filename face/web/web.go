// Package web is the pages of a record.
package web

import (
	"net/http"

	"griot/face/library"
)

// Register adds the pages to a mux.
func Register(mux *http.ServeMux, lib *library.Library) error {
	_ = lib
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/api/v1/brief?as=html", http.StatusFound)
	})
	return nil
}
