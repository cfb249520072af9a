package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// readSilverTrees reads the sentences that several models read alike
// (train/trees): a word with its tag, features, head and relation a line, "_"
// where the models differ. A sentence that is known for its names gets the tree
// beside them; any other is a sample of its own.
func (c *corpus) readSilverTrees(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	known := map[string][]*sample{}
	for _, s := range c.samples {
		if s.treeless() {
			key := strings.Join(s.forms, " ")
			known[key] = append(known[key], s)
		}
	}
	in := bufio.NewScanner(f)
	var lines [][]string
	for n := 1; in.Scan(); n++ {
		if in.Text() != "" {
			lines = append(lines, strings.Split(in.Text(), "\t"))
			if len(lines[len(lines)-1]) != 5 {
				return fmt.Errorf("%s:%d: not 5 columns", path, n)
			}
			continue
		}
		forms := make([]string, len(lines))
		for i, col := range lines {
			forms[i] = col[0]
		}
		same := known[strings.Join(forms, " ")]
		if len(same) == 0 {
			s := newSample(len(forms))
			s.forms, s.rows, s.noisy = forms, c.rows(forms), true
			c.samples = append(c.samples, s)
			same = []*sample{s}
		}
		for _, s := range same {
			if err := c.addSilverTree(s, lines); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		lines = nil
	}
	return in.Err()
}

// treeless tells whether nothing but names is known of a sample.
func (s *sample) treeless() bool {
	for _, h := range s.head {
		if h >= 0 {
			return false
		}
	}
	return true
}

func (c *corpus) addSilverTree(s *sample, lines [][]string) error {
	for i, col := range lines {
		s.tag[i+1], s.feat[i+1] = c.tags.of(col[1]), c.feats.of(col[2])
		if col[3] == "_" {
			continue
		}
		head, err := strconv.Atoi(col[3])
		if err != nil || head < 0 || head > len(lines) || head == i+1 {
			return fmt.Errorf("head %q", col[3])
		}
		s.head[i+1], s.rel[i+1] = int32(head), c.rel.of(col[4])
	}
	return nil
}
