package pipeline

import (
	"griot"
	"griot/intake"
)

// Reports are the reports under a path that can be read.
func Reports(path string) []griot.Report {
	var all []griot.Report
	for it := range intake.Read([]string{path}, intake.Options{}) {
		if !it.Lost() {
			all = append(all, it.Report)
		}
	}
	return all
}
