package model

import "slices"

// sorted gives a list in order.
func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
