package where

import (
	"strings"
	"testing"

	"griot"
	"griot/claim/claimtest"
	"griot/text"
	"griot/text/segment"
)

func token(t *testing.T, d *text.Doc, form string) int {
	t.Helper()
	for i, k := range d.Tokens {
		if k.Form == form {
			return i
		}
	}
	t.Fatalf("%q has no token %q", d.Report.Text, form)
	return -1
}

func TestOf(t *testing.T) {
	r := resolver(t)
	for _, c := range []struct{ text, act, want string }{
		{"Soldiers killed three farmers in Ouallam on Monday.", "killed", "Ouallam"},
		{"In Agadez, thousands protested against the coup.", "protested", "Agadez"},
		{"Police in Nairobi arrested a man who was wanted in Kampala.", "arrested", "Nairobi"},
		{"Rebels captured the town of Goma on Friday.", "captured", "Goma"},
		{"The minister called on France to leave.", "called", ""},
		{"The general was arrested at his home.", "arrested", ""},
		{"Gunmen attacked a convoy near the border with Burkina Faso.", "attacked", "border with Burkina Faso"},
		{"Rebels attacked the airport in the town of Kwatalo Damar, near Goma.", "attacked", "Kwatalo Damar"},
		{"A bomb exploded at Kabul International Airport on Tuesday.", "exploded", "Kabul International Airport"},
		{"A settler was shot in the settlement of Kwatalo in the West Bank.", "shot", "Kwatalo"},
		{"Thousands marched in Tbilisi Thursday.", "marched", "Tbilisi"},
		{"The troops captured the general and many Muslims.", "captured", ""},
		{"Troops from Chad attacked the rebels near Kidal.", "attacked", "Kidal"},
	} {
		d := claimtest.Doc(t, c.text)
		got := ""
		if at := r.Find(d).At(token(t, d, c.act)); len(at) > 0 {
			got = at[0].Place.Words
		}
		if got != c.want {
			t.Errorf("%q: %s happened at %q, want %q", c.text, c.act, got, c.want)
		}
	}
}

// An act is where its site, its victims or its subject are, not where somebody told
// of in passing is.
func TestOfPassing(t *testing.T) {
	r := resolver(t)
	for _, c := range []struct{ text, act, want string }{
		{"Thirteen inmates were killed in an Ecuadorian prison.", "killed", "Ecuadorian prison"},
		{"The Russian invasion of Ukraine worried the leaders of Japan.", "invasion", "Ukraine"},
		{"The leaders discussed energy prices, which were driven up by the invasion of Ukraine.", "discussed", ""},
		{"Kofi, the first president to succeed another in Niger, was detained by his guards.", "detained", ""},
		{"The premier convened a meeting at the presidential palace to help the victims in Khost.", "convened", ""},
		{"Burkina Faso has seen two coups.", "coups", "Burkina Faso"},
		{"The minister, along with Kenyan officials, convened a meeting.", "convened", ""},
	} {
		d := claimtest.Doc(t, c.text)
		got := ""
		if p := r.Find(d).Of(token(t, d, c.act)); p != nil {
			got = p.Words
		}
		if got != c.want {
			t.Errorf("%q: %s happened at %q, want %q", c.text, c.act, got, c.want)
		}
	}
}

// What words of promise and demand are about lies where they say.
func TestOfContent(t *testing.T) {
	r := resolver(t)
	for _, c := range []struct{ text, act, want string }{
		{"The minister promised that troops would be in Bunia on Monday.", "promised", "Bunia"},
		{"The union called for protests in Nairobi.", "called", "Nairobi"},
		{"The envoy demanded that France leave.", "demanded", ""},
	} {
		d := claimtest.Doc(t, c.text)
		got := ""
		if p := r.Find(d).OfContent(token(t, d, c.act)); p != nil {
			got = p.Words
		}
		if got != c.want {
			t.Errorf("%q: %s is about an act at %q, want %q", c.text, c.act, got, c.want)
		}
	}
}

// A story goes on where it was, in the next sentences and not for ever.
func TestCarried(t *testing.T) {
	r := resolver(t)
	d := claimtest.Doc(t, "Thousands marched through Niamey on Sunday. Soldiers dispersed the crowd. It was hot. It was late. People went home. Police arrested two men.")
	places := r.Find(d)
	if p := places.Carried(token(t, d, "dispersed")); p == nil || p.Name != "Niamey" || p.Odds > 0.35 {
		t.Errorf("the crowd was dispersed at %+v, want Niamey with low odds", p)
	}
	if p := places.Carried(token(t, d, "arrested")); p != nil {
		t.Errorf("the men were arrested at %+v, want no place", p)
	}
}

// What the sentence does not say comes from the one before, with low odds, or
// not at all.
func TestOfElsewhere(t *testing.T) {
	r := resolver(t)
	d := claimtest.Doc(t, "Gunmen stormed a market in Maradi. They killed four traders.")
	p := r.Find(d).Of(token(t, d, "killed"))
	if p == nil || p.Name != "Maradi" || p.Odds > 0.5 {
		t.Errorf("the killing is at %+v", p)
	}
	d = claimtest.Doc(t, "The president of Niger was detained. Niger shut its borders.\nThe Nigerien army backed the plotters. All parties were suspended.")
	if p := r.Find(d).Of(token(t, d, "suspended")); p != nil {
		t.Errorf("the suspension is at %+v", p)
	}
}

// Time stays linear in a text without any full stop.
func TestLongSentence(t *testing.T) {
	r := resolver(t)
	d := &text.Doc{Report: griot.Report{Text: strings.Repeat("Paris Niger in Springfield and village of Foo, ", 10_000), Language: "en"}}
	if err := segment.Run(d); err != nil {
		t.Fatal(err)
	}
	p := r.Find(d)
	if len(p.All) < 10_000 {
		t.Errorf("found %d places", len(p.All))
	}
	for i := 0; i < len(d.Tokens); i += 10 {
		p.Of(i)
	}
}
