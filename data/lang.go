package data

import "embed"

// Lang holds, in a folder per language (ISO 639-1), the words that reading a
// text of that language needs to know before any model runs.
//
//go:embed lang/*
var Lang embed.FS
