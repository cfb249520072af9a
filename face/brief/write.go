package brief

import (
	_ "embed" // for the page
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"griot/face/plain"
)

func writeJSON(w io.Writer, b *Brief) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(b)
}

// textWidth is the width of the brief on a terminal.
const textWidth = 88

func writeText(w io.Writer, b *Brief) error {
	var s strings.Builder
	s.WriteString(strings.ToUpper(b.Title) + "\n" + b.Basis + "\n")
	for _, sec := range b.Sections {
		s.WriteString("\n" + strings.ToUpper(sec.Heading) + "\n")
		day := ""
		for _, l := range sec.Lines {
			if l.Day != day {
				day = l.Day
				s.WriteString("  " + day + "\n")
			}
			s.WriteString(wrap(plain.Line(l.Text)+marks(l.Notes), "  - ", "    ", textWidth))
		}
	}
	if len(b.Notes) > 0 {
		s.WriteString("\nSOURCES\n")
	}
	for i, n := range b.Notes {
		s.WriteString(wrap(fmt.Sprintf("[%d] %s %s", i+1, quoted(plain.Line(n.Quote)), source(n)), "  ", "      ", textWidth))
	}
	_, err := io.WriteString(w, s.String())
	return err
}

func marks(notes []int) string {
	if len(notes) == 0 {
		return ""
	}
	var all []string
	for _, n := range notes {
		all = append(all, strconv.Itoa(n))
	}
	return " [" + strings.Join(all, ", ") + "]"
}

// source says where a note's words stand.
func source(n Note) string {
	var parts []string
	for _, p := range []string{n.Outlet, n.Published.String(), n.Ref} {
		if p != "" {
			parts = append(parts, plain.Line(p))
		}
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// wrap breaks text at spaces.
func wrap(text, first, rest string, width int) string {
	var b strings.Builder
	b.WriteString(first)
	at := utf8.RuneCountInString(first)
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if i > 0 && at+1+n > width {
			b.WriteString("\n" + rest)
			at = utf8.RuneCountInString(rest)
		} else if i > 0 {
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	b.WriteByte('\n')
	return b.String()
}

func writeMarkdown(w io.Writer, b *Brief) error {
	var s strings.Builder
	fmt.Fprintf(&s, "# %s\n\n%s\n", markdown(b.Title), markdown(b.Basis))
	for _, sec := range b.Sections {
		fmt.Fprintf(&s, "\n## %s\n", markdown(sec.Heading))
		day := "\x00"
		for _, l := range sec.Lines {
			if l.Day != day {
				day = l.Day
				if day != "" {
					fmt.Fprintf(&s, "\n**%s**\n", markdown(day))
				}
				s.WriteByte('\n')
			}
			fmt.Fprintf(&s, "- %s%s\n", markdown(plain.Line(l.Text)), footnotes(l.Notes))
		}
	}
	s.WriteString("\n")
	for i, n := range b.Notes {
		fmt.Fprintf(&s, "[^%d]: %s %s\n", i+1, markdown(quoted(plain.Line(n.Quote))), markdown(source(n)))
	}
	_, err := io.WriteString(w, s.String())
	return err
}

func footnotes(notes []int) string {
	s := ""
	for _, n := range notes {
		s += fmt.Sprintf("[^%d]", n)
	}
	return s
}

var markdownEscape = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "#", `\#`)

func markdown(s string) string { return markdownEscape.Replace(s) }

//go:embed page.html
var pageHTML string

func writeHTML(w io.Writer, b *Brief) error {
	page, err := template.New("brief").Funcs(template.FuncMap{
		"inc": func(i int) int { return i + 1 },
		"newDay": func(lines []Line, i int) bool {
			return lines[i].Day != "" && (i == 0 || lines[i-1].Day != lines[i].Day)
		},
		"source": source,
		"quoted": quoted,
	}).Parse(pageHTML)
	if err != nil {
		return err
	}
	return page.Execute(w, b)
}
