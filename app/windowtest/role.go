//go:build linux

package windowtest

import "fmt"

// Role says what an element is to a screen reader. The numbers are those of AT-SPI's AtspiRole.
type Role uint32

// The roles that pages are made of.
const (
	RoleFrame      Role = 23
	RoleLabel      Role = 29
	RoleList       Role = 31
	RoleListItem   Role = 32
	RoleButton     Role = 43
	RoleTable      Role = 55
	RoleCell       Role = 56
	RoleParagraph  Role = 73
	RoleEntry      Role = 79
	RoleHeading    Role = 83
	RoleSection    Role = 85
	RoleLink       Role = 88
	RoleRow        Role = 90
	RolePage       Role = 95
	RoleArticle    Role = 109
	RoleLandmark   Role = 110
	RoleLog        Role = 111
	RoleStaticText Role = 116
)

var roleNames = map[Role]string{
	RoleFrame: "frame", RoleLabel: "label", RoleList: "list", RoleListItem: "list item", RoleButton: "button",
	RoleTable: "table", RoleCell: "cell", RoleParagraph: "paragraph", RoleEntry: "entry", RoleHeading: "heading",
	RoleSection: "section", RoleLink: "link", RoleRow: "row", RolePage: "page", RoleArticle: "article",
	RoleLandmark: "landmark", RoleLog: "log", RoleStaticText: "text",
}

// String names the role, or gives its number where no page of ours has it.
func (r Role) String() string {
	if name, ok := roleNames[r]; ok {
		return name
	}
	return fmt.Sprintf("role %d", uint32(r))
}
