package portfolio

// ClaimKind is what a claim states.
type ClaimKind string

// The kinds of claims.
const (
	ClaimNumber ClaimKind = "number"
	ClaimDate   ClaimKind = "date"
	ClaimName   ClaimKind = "name" // of a record, or of an owner, a team, a product line or an objective
	ClaimWord   ClaimKind = "word" // of the vocabulary: a status, a stage, a severity
)

// Claim is a figure, a date, a name or a word of the vocabulary that an answer states. From and To are bytes of the
// answer's Text; they lie between characters. Value is the claim as records hold it: 12, 2027-03-15, Off Track.
type Claim struct {
	From  int       `json:"from"`
	To    int       `json:"to"`
	Kind  ClaimKind `json:"kind"`
	Value string    `json:"value"`
	Bound *Binding  `json:"bound" ts_type:"Binding | null"` // nil: not found in what the answer read
}

// Function says how a figure is derived from records.
type Function string

// The functions.
const (
	FunctionCount      Function = "count"
	FunctionSum        Function = "sum"
	FunctionAverage    Function = "average"
	FunctionShare      Function = "share"      // one count in percent of another
	FunctionDifference Function = "difference" // between two counts
	FunctionDays       Function = "days"       // between two days
	FunctionDistinct   Function = "distinct"   // how many values of the field By occur
	FunctionCondition  Function = "condition"  // not derived: a value that the records were asked for by
)

// Binding is what supports a claim: a cell (Record and Field), or a derived figure (Function, and the Query that says of
// which records). By and Group narrow the records to those whose field By holds Group.
type Binding struct {
	Record   *Citation `json:"record,omitempty" ts_type:"Citation"`
	Field    Field     `json:"field,omitempty"`
	Function Function  `json:"function,omitempty"`
	Query    *Query    `json:"query,omitempty" ts_type:"Query"`
	By       Field     `json:"by,omitempty"`
	Group    string    `json:"group,omitempty"`
}
