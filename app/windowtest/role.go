//go:build linux

package windowtest

import "fmt"

// Role says what an element is to a screen reader. The numbers are those of AT-SPI's AtspiRole.
type Role uint32

// The roles that pages are made of.
const (
	RoleCheckBox      Role = 7
	RoleColumnHeader  Role = 10
	RoleComboBox      Role = 11 // also a button that opens a menu
	RoleDialog        Role = 16
	RoleFileChooser   Role = 19
	RoleFrame         Role = 23
	RoleImage         Role = 27
	RoleLabel         Role = 29
	RoleList          Role = 31
	RoleListItem      Role = 32
	RoleGroup         Role = 39
	RoleButton        Role = 43
	RoleRadioButton   Role = 44
	RoleRadioMenuItem Role = 45
	RoleStatus        Role = 54
	RoleTable         Role = 55
	RoleCell          Role = 56
	RoleText          Role = 61 // a field of the toolkit, outside of pages
	RoleToggleButton  Role = 62
	RoleParagraph     Role = 73
	RoleEntry         Role = 79
	RoleHeading       Role = 83
	RoleSection       Role = 85
	RoleLink          Role = 88
	RoleRow           Role = 90
	RolePage          Role = 95
	RoleArticle       Role = 109
	RoleLandmark      Role = 110
	RoleLog           Role = 111
	RoleStaticText    Role = 116
)

var roleNames = map[Role]string{
	RoleCheckBox: "check box", RoleColumnHeader: "column header", RoleComboBox: "combo box", RoleDialog: "dialog",
	RoleFileChooser: "file chooser", RoleFrame: "frame", RoleImage: "image", RoleLabel: "label", RoleList: "list",
	RoleListItem: "list item", RoleGroup: "group", RoleButton: "button", RoleRadioButton: "radio button",
	RoleRadioMenuItem: "radio menu item", RoleStatus: "status", RoleTable: "table", RoleCell: "cell", RoleText: "text field",
	RoleToggleButton: "toggle button", RoleParagraph: "paragraph", RoleEntry: "entry", RoleHeading: "heading",
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
