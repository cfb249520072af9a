package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/intake"
)

// Pages give their day in many forms; the fast search of the library must know
// those of English pages, since the slow one is not linked.
func TestDayOfAPage(t *testing.T) {
	story := "<p>" + strings.Repeat("Soldiers seized the palace in the capital on Wednesday, officials said. ", 12) + "</p>"
	for name, date := range map[string]string{
		"time":     `<time datetime="2023-08-12T10:00:00Z">today</time>`,
		"meta":     `<meta property="article:published_time" content="2023-08-12T10:00:00+02:00">`,
		"linked":   `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"August 12, 2023"}</script>`,
		"american": `<span class="date">August 12, 2023</span>`,
		"agency":   `<span class="date">Aug. 12, 2023</span>`,
		"british":  `<p class="published">Published: 12 August 2023</p>`,
		"ordinal":  `<span class="date">12th August 2023</span>`,
		"with day": `<span class="post-date">Saturday 12 August 2023 14.30 BST</span>`,
		"spanish":  `<div class="fecha-publicacion">12 de agosto de 2023</div>`,
		"mexican":  `<p class="post-date">Publicado el sábado, 12 de agosto del 2023</p>`,
		"french":   `<span class="publié">Publié le 12 août 2023 à 14h30</span>`,
		"brazil":   `<time>12 de agosto de 2023 às 10h</time>`,
		"german":   `<div class="datum">Samstag, 12. August 2023</div>`,
		"italian":  `<span class="data">12 agosto 2023</span>`,
	} {
		head, body := "", ""
		if strings.HasPrefix(date, "<meta") || strings.HasPrefix(date, "<script") {
			head = date
		} else {
			body = date
		}
		path := filepath.Join(t.TempDir(), "page.html")
		page := "<!doctype html><html><head><title>Coup</title>" + head + "</head><body><article><h1>Coup</h1>" + body + story + story + "</article></body></html>"
		if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
		for item := range intake.Read([]string{path}, intake.Options{}) {
			if got := item.Report.Published.String(); got != "2023-08-12" {
				t.Errorf("%s: published %q, want 2023-08-12", name, got)
			}
		}
	}
}
