package when

import (
	"strings"
	"testing"

	"griot/text"

	"griot"
)

// TestFind holds what users of other programs had to report, and whole
// passages in which one date follows from another. All are published on Friday
// 2023-08-18 unless the row says otherwise.
func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"capitals", "NIAMEY, JAN. 27, 2017 - Two men fled.", "JAN. 27, 2017 | DATE | 2017-01-27"},
		{"long number", "The file 2882015 was lost.", "-"},
		{"small letters", "they leave next friday afternoon", "next friday afternoon | TIME | 2023-08-25TAF"},
		{"ages", "A 34-year-old man, his 6-month-old child, aged 2, and a woman 71 years old fled.", "-"},
		{"version", "It runs version 2019 of the $2000 program, see bbc.com/2023/08/04/x and F-16s.", "-"},
		{"may", "He may march on Paris.", "-"},
		{"march", "The March on the palace began in March.", "March | DATE | 2023-03"},
		{"figure", "Some 2,000 people and 1990 of them fled.", "1990 | DATE | 1990"},
		{"now", "He is now in hiding.", "now | DATE | PRESENT_REF"},
		{"current and recent", "The current crisis follows a recent vote.", "-"},
		{"typographic", "It rained on Aug.\u00a05\u201307 \u2019til \u201cFriday\u201d.", "Aug.\u00a05 | DATE | 2023-08-05; 07 | DATE | 2023-08-07; Friday | DATE | 2023-08-18"},
		{"range of years", "The war of 1914\u20131918 was long.", "1914 | DATE | 1914; 1918 | DATE | 1918"},
		{"clock", "At 17:30 GMT on Tuesday it struck.", "17:30 GMT on Tuesday | TIME | 2023-08-15T17:30"},
		{"military", "It began at 0530 GMT.", "0530 GMT | TIME | 2023-08-18T05:30"},
		{"background", "In April 2019 protests broke out. Two months later soldiers fired on them.",
			"April 2019 | DATE | 2019-04; Two months later | DATE | 2019-06"},
		{"year in a sentence", "In 2021, he was sworn in on April 2.", "2021 | DATE | 2021; April 2 | DATE | 2021-04-02"},
		{"ahead", "The chiefs will meet in Accra on Thursday.", "Thursday | DATE | 2023-08-24"},
		{"reported", "He said on Thursday that the chiefs would meet.", "Thursday | DATE | 2023-08-17"},
		{"planned before", "The talks had been scheduled to open Monday.", "Monday | DATE | 2023-08-14"},
		{"until then", "Until Thursday, they had not named a suspect.", "Thursday | DATE | 2023-08-17"},
		{"as planned before", "He let the attack begin as previously planned Monday night.", "Monday night | TIME | 2023-08-14TNI"},
		{"no such day", "He left on June 31, 2021.", "June 31, 2021 | DATE | 2021-06"},
		{"large count", "It was 900000000 days ago, or 80000000 weeks ago.", "900000000 days ago | DATE | PAST_REF; 80000000 weeks ago | DATE | PAST_REF"},
		{"time before its date", "It struck at 3am (0200 GMT) on Monday.",
			"3am | TIME | 2023-08-14T03:00; 0200 GMT | TIME | 2023-08-14T02:00; Monday | DATE | 2023-08-14"},
		{"as early as", "They could come as early as Tuesday.", "Tuesday | DATE | 2023-08-22"},
	} {
		if got := yields(Find(lines(c.text, published))); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestUndated reads a report without a date: nothing is guessed.
func TestUndated(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He fled on Tuesday.", "Tuesday | DATE | XXXX-WXX-2"},
		{"He fled last week.", "last week | DATE | XXXX-XX-XX"},
		{"He fled on Aug. 3.", "Aug. 3 | DATE | XXXX-08-03"},
		{"He fled on Aug. 3, 2023. Two days later he was back.", "Aug. 3, 2023 | DATE | 2023-08-03; Two days later | DATE | 2023-08-05"},
	} {
		got := Find(lines(c.text, 0))
		if y := yields(got); y != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, y, c.want)
		}
		for _, x := range got.All {
			if strings.Contains(x.Value, "XX") && (x.Interval.Known() || x.Interval.Basis != griot.BasisNone || x.Interval.Reason == "") {
				t.Errorf("%q: %q has the days %+v", c.text, x.Value, x.Interval)
			}
		}
	}
}

// TestInterval checks the days that an expression leaves open.
func TestInterval(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"It fell last week.", "2023-08-07", "2023-08-13"},
		{"It fell over the weekend.", "2023-08-12", "2023-08-13"},
		{"It fell in early July.", "2023-07-01", "2023-07-10"},
		{"It fell earlier this month.", "2023-08-01", "2023-08-18"},
		{"It will fall later this year.", "2023-08-18", "2023-12-31"},
		{"It fell in the first half of 2020.", "2020-01-01", "2020-06-30"},
		{"It fell in the winter of 2020.", "2020-12-01", "2021-02-28"},
		{"It fell in the 1970s.", "1970-01-01", "1979-12-31"},
		{"It fell over the past two months.", "2023-06-01", "2023-08-18"},
		{"It fell on Easter Monday 2023.", "2023-04-10", "2023-04-10"},
		{"It fell on Thanksgiving 2022.", "2022-11-24", "2022-11-24"},
		{"It lasted nearly two years.", "", ""},
	} {
		got := Find(lines(c.text, published))
		if len(got.All) == 0 {
			t.Errorf("%q: nothing found", c.text)
			continue
		}
		iv := got.All[0].Interval
		if iv.From.String() != c.from || iv.To.String() != c.to || iv.Reason == "" {
			t.Errorf("%q: %s to %s (%q), want %s to %s", c.text, iv.From, iv.To, iv.Reason, c.from, c.to)
		}
	}
}

// TestHostile reads texts that are long in every way; were time to grow with more
// than their length, it would not come to an end.
func TestHostile(t *testing.T) {
	const size = 1 << 19
	for name, unit := range map[string]string{
		"no full stop": "in the the last first two more than a half of ", "digits": "1234567890", "hyphens": "a-b-2-two-",
		"control": "\x00\x01\xff\xfe", "numbers": "two hundred and one thousand and ", "dates": "Aug. 5 2020 ", "dots": "a.m.a.",
	} {
		got := Find(lines(strings.Repeat(unit, size/len(unit)), published))
		for i, x := range got.All {
			if x.Start >= x.End || i > 0 && x.Start < got.All[i-1].End {
				t.Errorf("%s: expression %d at %d…%d overlaps another or is empty", name, i, x.Start, x.End)
				break
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for text.Len() < 1<<20 {
		text.WriteString("Gunmen attacked two villages near the border late on Tuesday, a week after the army had promised to send more soldiers, officials said. ")
		text.WriteString("The government says about 300 people were killed in 2022 and that it will hold a vote on September 3.\n")
	}
	doc := lines(text.String(), published)
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		Find(doc)
	}
}

// TestNewsThatLooksBack reads a report of many earlier years that opens with a day
// of its own: a month without a year is of that year.
func TestNewsThatLooksBack(t *testing.T) {
	for opening, want := range map[string]string{"On 2 August 2023": "2023-06", "On 2 August 2015": "2021-06"} {
		d := lines(opening+" police held Bako.\nOthers were held in 2016, 2017, 2018, 2019, 2020 and 2021.\nIn June they held Sani.", published)
		for i, p := range d.Paragraphs {
			d.Sentences = append(d.Sentences, text.Sentence{ByteStart: p.ByteStart, ByteEnd: p.ByteEnd, Paragraph: i, Root: -1})
		}
		all := Find(d).All
		if got := all[len(all)-1].Value; got != want {
			t.Errorf("%s: June is %s, want %s", opening, got, want)
		}
	}
}

// TestFeasts reads days of the Islamic calendar, which are known to a day. True
// dates: Eid al-Fitr 21 April 2023, Eid al-Adha 9 July 2022, Ashura 8 August 2022.
func TestFeasts(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"He was killed on Eid al-Fitr.", "2023-04-21", "2023-04-25"},
		{"He was killed on Eid-ul-Adha 2022.", "2022-07-09", "2022-07-14"},
		{"They marched on Ashura 2022.", "2022-08-07", "2022-08-09"},
		{"They met during Ramadan.", "2023-03-22", "2023-04-22"},
		{"They met at the end of Ramadan.", "2023-04-11", "2023-04-22"},
	} {
		all := Find(lines(c.text, published)).All
		if len(all) != 1 || all[0].Interval.From.String() != c.from || all[0].Interval.To.String() != c.to {
			t.Errorf("%q: %+v, want %s to %s", c.text, all, c.from, c.to)
		}
	}
	if all := Find(lines("Operation Ramadan and Mr Ramadan were named after it.", published)).All; len(all) != 0 {
		t.Errorf("names of other things are days: %+v", all)
	}
}
