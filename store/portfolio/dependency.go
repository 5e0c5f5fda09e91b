package portfolio

// Launch is a program as dependencies see it: when it is planned to go live, and whether it still has to.
type Launch struct {
	ID     string
	Name   string
	Status Status
	Date   Date // planned; may be not reported
}

// LaunchOf gives the launch of a program.
func LaunchOf(p Program) Launch { return Launch{p.ID, p.Name, p.Status, p.LaunchDate} }

// Live reports whether the launch is still ahead: the program is not Completed.
func (l Launch) Live() bool { return l.Status != StatusCompleted }

// DependencyRow is a dependency with the launches of its programs: Then waits for First.
type DependencyRow struct {
	Dependency
	First Launch // of the program From
	Then  Launch // of the program To
}

// TooEarly counts the days by which Then is planned to launch before First, though it waits for it. It is 0 where the plan
// keeps the dependency, where a date is not reported, and where one of the programs is Completed: nothing waits any more.
func (d DependencyRow) TooEarly() int {
	if !d.First.Live() || !d.Then.Live() {
		return 0
	}
	return max(0, d.Then.Date.DaysUntil(d.First.Date))
}

// Broken reports whether the plan breaks the dependency.
func (d DependencyRow) Broken() bool { return d.TooEarly() > 0 }

// Around says which dependencies are wanted: those of some programs, on either side; of no programs, all of them.
// With Onward it is those that lead away from the programs, to what waits for them, to what waits for that, and so on.
type Around struct {
	Programs []string
	Onward   bool
}
