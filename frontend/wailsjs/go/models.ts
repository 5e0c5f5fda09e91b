export namespace agent {
	
	export interface ChatFinished {
	    conversation_id: string;
	    turn_id: string;
	    seq: number;
	    message: portfolio.Message;
	}
	export interface ChatProgress {
	    conversation_id: string;
	    turn_id: string;
	    seq: number;
	    text: string;
	    steps: portfolio.Step[];
	}
	export interface Scope {
	    program_id: string;
	    programs?: portfolio.Query;
	    view?: string;
	}
	export interface TurnRef {
	    conversation_id: string;
	    turn_id: string;
	}

}

export namespace app {
	
	export enum Language {
	    De = "de",
	    En = "en",
	    System = "system",
	}
	export enum Theme {
	    Dark = "dark",
	    Light = "light",
	    System = "system",
	}
	export interface BackupShelf {
	    folder: string;
	    usual: boolean;
	    problem: string;
	    backups: portfolio.Backup[];
	}
	export interface CheckProgress {
	    done: number;
	    total: number;
	}
	export interface DataChanged {
	    change_set: number;
	    entities: string[];
	    proposals: boolean;
	    external: boolean;
	}
	export interface DeskState {
	    version: string;
	    commit: string;
	    schema: number;
	    ready: boolean;
	    problem: string;
	    recoverable: boolean;
	    damage: string;
	    data_dir: string;
	    file: string;
	    synced_by: string;
	    counts: portfolio.Counts;
	    engine: string;
	    theme: Theme;
	    language: Language;
	    fiscal_year_start: number;
	    never_proposed: portfolio.ProposalKind[];
	    today: string;
	    as_of: string | null;
	    sample: boolean;
	    change_set: number;
	}
	export interface Closing {
	
	}
	export interface MenuChosen {
	    command: string;
	}
	export interface FilesDropped {
	    paths: string[];
	}
	export interface ImportProgress {
	    file: string;
	    done: number;
	    total: number;
	}
	export interface EventCatalog {
	    "desk:ready": DeskState;
	    "data:changed": DataChanged;
	    "import:progress": ImportProgress;
	    "check:progress": CheckProgress;
	    "files:dropped": FilesDropped;
	    "menu:command": MenuChosen;
	    // Go type: Closing
	    "window:closing": any;
	    "chat:progress": agent.ChatProgress;
	    "chat:finished": agent.ChatFinished;
	}
	export interface ExportRequest {
	    format: exchange.Format;
	    as_of: string;
	    of?: portfolio.Query;
	    name: string;
	}
	
	export interface ImportCheck {
	    number: number;
	    files: desk.FileCounts[];
	}
	
	export interface KeptPage {
	    key: string;
	    day: string;
	    any_day: boolean;
	    code: string;
	    stored: string;
	    theme: string;
	    lang: string;
	    html: string;
	}
	export interface MenuItem {
	    command: string;
	    label: string;
	    keys: string;
	}
	export interface Menu {
	    label: string;
	    items: MenuItem[];
	}
	
	
	export interface ProgramList {
	    page: portfolio.ProgramPage;
	    totals: portfolio.Group[];
	    facets: portfolio.Facet[];
	}
	export interface Opening {
	    state: DeskState;
	    views: portfolio.SavedView[];
	    programs?: ProgramList;
	    key: string;
	}

}

export namespace desk {
	
	export enum CheckPart {
	    Changed = "changed",
	    New = "new",
	    Noted = "noted",
	    Rejected = "rejected",
	    Unchanged = "unchanged",
	}
	export enum KeyPlace {
	    Environment = "environment",
	    Keychain = "keychain",
	    Nowhere = "nowhere",
	    Session = "session",
	}
	export interface CheckRow {
	    file: number;
	    sheet: string;
	    row: number;
	    program: string;
	    column: string;
	    text: string;
	    changes: portfolio.Change[];
	    more: number;
	}
	export interface CheckPage {
	    rows: CheckRow[];
	    total: number;
	}
	
	export interface Engine {
	    id: string;
	    label: string;
	    place: portfolio.Place;
	    allowed: boolean;
	    endpoint?: portfolio.Endpoint | null;
	}
	export interface FileCounts {
	    file: string;
	    new: number;
	    changed: number;
	    unchanged: number;
	    rejected: number;
	    noted: number;
	}
	export interface FilePreview {
	    layout: portfolio.FileLayout;
	    sheet: string;
	    fields: string[];
	    remembered?: portfolio.RememberedLayout | null;
	    newest_as_of: string | null;
	}
	export interface House {
	    name: string;
	    logo: string;
	    accent: string;
	}
	export interface ImportFile {
	    path: string;
	    key: string;
	    mapping: Record<string, string>;
	    sheet: string;
	    issues_as_milestones: boolean;
	}
	export interface NarrativeDraft {
	    text: string;
	    engine: string;
	    claims: portfolio.Claim[];
	}

}

export namespace exchange {
	
	export enum Format {
	    Csv = "csv",
	    Json = "json",
	    Md = "md",
	    Xlsx = "xlsx",
	}

}

export namespace faults {
	
	export interface Report {
	    name: string;
	    text: string;
	}

}

export namespace model {
	
	export interface Found {
	    name: string;
	    base_url: string;
	    models: string[];
	}
	export interface PreviewTool {
	    name: string;
	    description: string;
	}
	export interface PreviewMessage {
	    role: string;
	    text: string;
	}
	export interface Preview {
	    address: string;
	    messages: PreviewMessage[];
	    tools: PreviewTool[];
	    body: string;
	}
	
	
	export interface Trial {
	    problem: string;
	    models: string[];
	    streams: boolean;
	    tools: portfolio.ToolUse;
	    ms: number;
	}

}

export namespace portfolio {
	
	export enum Actor {
	    Agent = "agent",
	    Import = "import",
	    Person = "person",
	}
	export enum BackupReason {
	    BeforeApply = "before-apply",
	    BeforeBulkChange = "before-bulk-change",
	    BeforeImport = "before-import",
	    BeforeMigration = "before-migration",
	    BeforeRestore = "before-restore",
	    ByHand = "by-hand",
	    OnQuit = "on-quit",
	    Scheduled = "scheduled",
	}
	export enum Confidence {
	    Certain = "certain",
	    Likely = "likely",
	    None = "none",
	}
	export enum DraftKind {
	    Mail = "mail",
	    StatusUpdate = "status_update",
	    SteeringNote = "steering_note",
	    WeeklySummary = "weekly_summary",
	}
	export enum Entity {
	    Dependency = "dependency",
	    Milestone = "milestone",
	    Objective = "objective",
	    Program = "program",
	    Risk = "risk",
	    StatusUpdate = "status_update",
	}
	export enum Field {
	    Assessed = "assessed",
	    Elapsed = "elapsed",
	    ExternalId = "external_id",
	    Id = "id",
	    LastUpdate = "last_update",
	    LaunchDate = "launch_date",
	    MilestoneBaselineDate = "milestone.baseline_date",
	    MilestoneCompletedDate = "milestone.completed_date",
	    MilestoneDueDate = "milestone.due_date",
	    MilestoneId = "milestone.id",
	    MilestoneName = "milestone.name",
	    MilestoneSlip = "milestone.slip",
	    MilestoneStatus = "milestone.status",
	    Name = "name",
	    NextMilestone = "next_milestone",
	    OpenHighRisks = "open_high_risks",
	    OpenRisks = "open_risks",
	    Owner = "owner",
	    PipelineStage = "pipeline_stage",
	    ProductLine = "product_line",
	    Progress = "progress",
	    Reasons = "reasons",
	    RiskCreatedAt = "risk.created_at",
	    RiskId = "risk.id",
	    RiskLikelihood = "risk.likelihood",
	    RiskMitigation = "risk.mitigation",
	    RiskOwner = "risk.owner",
	    RiskRecorded = "risk.recorded",
	    RiskReviewDate = "risk.review_date",
	    RiskScore = "risk.score",
	    RiskSeverity = "risk.severity",
	    RiskStatus = "risk.status",
	    RiskTitle = "risk.title",
	    StartDate = "start_date",
	    Status = "status",
	    StrategicObjectives = "strategic_objectives",
	    Team = "team",
	}
	export enum FileKind {
	    Csv = "csv",
	    Jira = "jira",
	    Json = "json",
	    Project = "project",
	    Xlsx = "xlsx",
	}
	export enum HealthRule {
	    BehindPlan = "behind_plan",
	    LateMilestone = "late_milestone",
	    LaunchPassed = "launch_passed",
	    NotComplete = "not_complete",
	    SlippedMilestone = "slipped_milestone",
	    Stale = "stale",
	    UnmitigatedRisk = "unmitigated_risk",
	}
	export enum MilestoneStatus {
	    Done = "Done",
	    Missed = "Missed",
	    Planned = "Planned",
	}
	export enum Op {
	    Contains = "contains",
	    From = "from",
	    Is = "is",
	    IsNot = "is_not",
	    Over = "over",
	    To = "to",
	    Under = "under",
	}
	export enum Place {
	    AnotherComputer = "another computer",
	    ThisComputer = "this computer",
	}
	export enum Preset {
	    Attention = "attention",
	    LaunchPassed = "launch_passed",
	    Launching30 = "launching_30",
	    Launching60 = "launching_60",
	    Launching90 = "launching_90",
	    Overdue = "overdue",
	    Stale = "stale",
	}
	export enum ProposalKind {
	    ChangeFields = "change_fields",
	    CreateRecords = "create_records",
	    DeleteRecords = "delete_records",
	    PostUpdates = "post_updates",
	}
	export enum ProposalRule {
	    Ask = "ask",
	    Never = "never",
	}
	export enum ProposalState {
	    Applied = "applied",
	    Discarded = "discarded",
	    Waiting = "waiting",
	}
	export enum RestoreMode {
	    Merge = "merge",
	    Replace = "replace",
	}
	export enum RiskStatus {
	    Accepted = "Accepted",
	    Closed = "Closed",
	    Mitigating = "Mitigating",
	    Open = "Open",
	}
	export enum Role {
	    Assistant = "assistant",
	    Person = "person",
	}
	export enum ToolUse {
	    No = "no",
	    Unknown = "unknown",
	    Yes = "yes",
	}
	export enum Topic {
	    ClosedRisks = "closed risks",
	    CompletedMilestones = "completed milestones",
	    DeletedPrograms = "deleted programs",
	    LaunchMoves = "launch moves",
	    MilestoneMoves = "milestone moves",
	    NewMilestones = "new milestones",
	    NewPrograms = "new programs",
	    NewRisks = "new risks",
	    OtherChanges = "other changes",
	    OwnerChanges = "owner changes",
	    ProgressChanges = "progress changes",
	    SeverityChanges = "severity changes",
	    StageChanges = "stage changes",
	    StatusChanges = "status changes",
	    UpdatesPosted = "updates posted",
	}
	export enum TurnState {
	    Done = "done",
	    Failed = "failed",
	    Stopped = "stopped",
	    Streaming = "streaming",
	}
	export enum ViewPage {
	    Programs = "programs",
	}
	export interface ActivityFilter {
	    actors: Actor[];
	    entities: Entity[];
	    program: string;
	    text: string;
	    since: string | null;
	    until: string | null;
	}
	export interface Change {
	    entity: Entity;
	    id: string;
	    label: string;
	    program_id: string;
	    field: string;
	    before: unknown;
	    after: unknown;
	    why?: string;
	}
	export interface Proposal {
	    id: string;
	    conversation_id: string;
	    turn_id: string;
	    from: string;
	    title: string;
	    state: ProposalState;
	    changes: Change[];
	    created_at: number;
	    change_set_id?: number | null;
	    decision?: Decision | null;
	}
	export interface RefusedRow {
	    row: number;
	    reason: string;
	}
	export interface ApplyResult {
	    change_set: number;
	    applied: number[];
	    refused: RefusedRow[];
	    proposal: Proposal;
	}
	export interface Reason {
	    rule: HealthRule;
	    count: number;
	    record: string;
	    label: string;
	    date: string | null;
	    amount: number;
	}
	export interface Health {
	    assessed: 'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null;
	    reasons: Reason[];
	}
	export interface Milestone {
	    id: string;
	    program_id: string;
	    name: string;
	    due_date: string | null;
	    baseline_date: string | null;
	    completed_date: string | null;
	    status: MilestoneStatus;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	}
	export interface Risk {
	    id: string;
	    program_id: string;
	    title: string;
	    severity: 'High' | 'Medium' | 'Low' | null;
	    likelihood: 'High' | 'Medium' | 'Low' | null;
	    description: string;
	    mitigation: string;
	    owner: string;
	    status: RiskStatus;
	    review_date: string | null;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	}
	export interface ProgramRow {
	    id: string;
	    external_id: string;
	    name: string;
	    description: string;
	    status: 'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null;
	    owner: string;
	    team: string;
	    product_line: string;
	    pipeline_stage: 'Discovery' | 'Planning' | 'In Progress' | 'Launching' | 'Completed' | null;
	    strategic_objectives: string[];
	    start_date: string | null;
	    launch_date: string | null;
	    progress?: number | null;
	    risks: Risk[];
	    milestones: Milestone[];
	    last_update: string | null;
	    created_at: number;
	    updated_at: number;
	    archived_at?: number | null;
	    revision: number;
	    open_risks: number;
	    open_high_risks: number;
	    milestones_done: number;
	    milestones_total: number;
	    next_milestone: string | null;
	    health: Health;
	}
	export interface AttentionList {
	    rows: ProgramRow[];
	    total: number;
	    unassessed: number;
	}
	export interface Counts {
	    programs: number;
	    risks: number;
	    milestones: number;
	    objectives: number;
	    status_updates: number;
	    dependencies: number;
	    change_sets: number;
	}
	export interface Backup {
	    path: string;
	    written_at: number;
	    reason: BackupReason;
	    size: number;
	    schema: number;
	    counts: Counts;
	    held: boolean;
	    problem: string;
	}
	export interface Binding {
	    record?: Citation;
	    field?: Field;
	    function?: string;
	    query?: Query;
	    by?: Field;
	    group?: string;
	}
	export interface Related {
	    of: Entity;
	    where: Condition[];
	    none: boolean;
	    at_least: number;
	}
	export interface Condition {
	    field: Field;
	    op: Op;
	    values: string[];
	    than?: Field;
	}
	export interface Branch {
	    text?: string;
	    where?: Condition[];
	    any_of?: Condition[][];
	    related?: Related[];
	}
	
	export interface ChangeSet {
	    id: number;
	    actor: Actor;
	    why: string;
	    written_at: number;
	    as_of: string;
	    reverts?: number | null;
	    undone: boolean;
	    count: number;
	    changes: Change[];
	}
	export interface Problem {
	    where: string;
	    what: string;
	}
	export interface CheckReport {
	    ok: boolean;
	    problems: Problem[];
	    counts: Counts;
	}
	export interface Citation {
	    type: Entity;
	    id: string;
	    label: string;
	    program_id?: string;
	}
	export interface Claim {
	    from: number;
	    to: number;
	    kind: string;
	    value: string;
	    bound?: Binding | null;
	}
	
	export interface Step {
	    tool: string;
	    arguments: unknown;
	    rows: number;
	    ms: number;
	}
	export interface Figure {
	    label: string;
	    value: number | string;
	}
	export interface Message {
	    id: string;
	    conversation_id: string;
	    turn_id: string;
	    role: Role;
	    text: string;
	    engine: string;
	    state: TurnState;
	    error: string;
	    understood: boolean;
	    citations: Citation[];
	    figures: Figure[];
	    steps: Step[];
	    claims: Claim[];
	    proposal?: Proposal | null;
	    draft?: Draft | null;
	    took_ms: number;
	    tokens?: Tokens | null;
	    created_at: number;
	    seq: number;
	}
	export interface Conversation {
	    id: string;
	    title: string;
	    pinned: boolean;
	    created_at: number;
	    updated_at: number;
	    messages: Message[];
	}
	
	export interface EditedRow {
	    row: number;
	    value: unknown;
	}
	export interface Decision {
	    applied: number[];
	    refused: RefusedRow[];
	    edited: EditedRow[];
	}
	export interface Deleted {
	    change_set: number;
	    entity: Entity;
	    id: string;
	    label: string;
	    program_id: string;
	    program: string;
	    deleted_at: number;
	    count: number;
	}
	export interface Dependency {
	    id: string;
	    from: string;
	    to: string;
	    note: string;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	}
	export interface Draft {
	    kind: DraftKind;
	    program_id: string;
	    subject: string;
	    short: boolean;
	}
	export interface EditResult {
	    change_set: number;
	    applied: number[];
	    refused: RefusedRow[];
	}
	
	export interface Endpoint {
	    id: string;
	    name: string;
	    base_url: string;
	    model: string;
	    context: number;
	    tools: ToolUse;
	    uses_key: boolean;
	    hide_owners: boolean;
	    agreed_to: string;
	}
	export interface Group {
	    value: string;
	    count: number;
	    average?: number | null;
	    reported: number;
	}
	export interface Facet {
	    field: Field;
	    groups: Group[];
	}
	
	export interface StatusCount {
	    on_track: number;
	    at_risk: number;
	    off_track: number;
	    completed: number;
	    not_reported: number;
	}
	export interface Figures {
	    programs: number;
	    statuses: StatusCount;
	    launching_30: number;
	    launching_60: number;
	    launching_90: number;
	    open_high_risks: number;
	    overdue_milestones: number;
	    stale: number;
	}
	export interface FileColumn {
	    header: string;
	    count: number;
	    samples: string[];
	    field: string;
	    confidence: Confidence;
	}
	export interface FileLayout {
	    file: string;
	    kind: FileKind;
	    sheet: string;
	    sheets: string[];
	    rows: number;
	    columns: FileColumn[];
	    key: string;
	    proposed_as_of: string | null;
	    year: number;
	}
	export interface Found {
	    entity: Entity;
	    id: string;
	    name: string;
	    program_id: string;
	    program_name: string;
	}
	export interface Piece {
	    text: string;
	    found: boolean;
	}
	export interface FoundConversation {
	    conversation: Conversation;
	    title: Piece[];
	    passage: Piece[];
	}
	
	
	export interface LaunchList {
	    rows: ProgramRow[];
	    passed: number;
	    ahead: number;
	}
	export interface LinkEnd {
	    id: string;
	    name: string;
	    status: 'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null;
	    start_date: string | null;
	    launch_date: string | null;
	}
	export interface Link {
	    dependency: Dependency;
	    other: LinkEnd;
	}
	
	
	
	export interface MilestoneEvent {
	    id: string;
	    name: string;
	    what: 'done' | 'missed' | 'moved' | 'overdue';
	    day: string | null;
	    slip: number;
	}
	export interface MilestoneRow {
	    id: string;
	    program_id: string;
	    name: string;
	    due_date: string | null;
	    baseline_date: string | null;
	    completed_date: string | null;
	    status: MilestoneStatus;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	    program_name: string;
	    program_owner: string;
	    overdue: boolean;
	}
	export interface MilestonePage {
	    rows: MilestoneRow[];
	    next: string;
	    total: number;
	}
	
	export interface Named {
	    entity: Entity;
	    id: string;
	    name: string;
	    program_id: string;
	}
	export interface Objective {
	    id: string;
	    name: string;
	    description: string;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	}
	export interface StatusCounts {
	    on_track: number;
	    at_risk: number;
	    off_track: number;
	    completed: number;
	    not_reported: number;
	}
	export interface ObjectiveRow {
	    id: string;
	    name: string;
	    description: string;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	    programs: number;
	    statuses: StatusCounts;
	    progress?: number | null;
	    unweighted: number;
	    next_launch: string | null;
	    open_high_risks: number;
	}
	export interface Order {
	    field: Field;
	    desc: boolean;
	}
	export interface TopicChange {
	    topic: Topic;
	    program: string;
	    change: Change;
	}
	export interface TopicCount {
	    topic: Topic;
	    count: number;
	}
	export interface RecentChanges {
	    since: string;
	    topics: TopicCount[];
	    rows: TopicChange[];
	}
	export interface RiskCell {
	    severity: 'High' | 'Medium' | 'Low' | null;
	    likelihood: 'High' | 'Medium' | 'Low' | null;
	    count: number;
	}
	export interface StatusMix {
	    value: string;
	    count: number;
	    statuses: StatusCount;
	}
	export interface Overview {
	    today: string;
	    figures: Figures;
	    mix: StatusMix[];
	    attention: AttentionList;
	    launches: LaunchList;
	    risks: RiskCell[];
	    objectives: StatusMix[];
	    unserved: string[];
	    last_changes: RecentChanges;
	}
	
	
	export interface Program {
	    id: string;
	    external_id: string;
	    name: string;
	    description: string;
	    status: 'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null;
	    owner: string;
	    team: string;
	    product_line: string;
	    pipeline_stage: 'Discovery' | 'Planning' | 'In Progress' | 'Launching' | 'Completed' | null;
	    strategic_objectives: string[];
	    start_date: string | null;
	    launch_date: string | null;
	    progress?: number | null;
	    risks: Risk[];
	    milestones: Milestone[];
	    last_update: string | null;
	    created_at: number;
	    updated_at: number;
	    archived_at?: number | null;
	    revision: number;
	}
	export interface StatusUpdate {
	    id: string;
	    program_id: string;
	    date: string;
	    author: string;
	    text: string;
	    status: 'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null;
	    progress?: number | null;
	    launch_date: string | null;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	}
	export interface ProgramDetail {
	    program: Program;
	    health: Health;
	    updates: StatusUpdate[];
	    dependencies: Dependency[];
	}
	export interface ProgramPage {
	    rows: ProgramRow[];
	    next: string;
	    total: number;
	}
	
	
	export interface Query {
	    of: Entity;
	    text: string;
	    where: Condition[];
	    any_of?: Condition[][];
	    either?: Branch[][];
	    preset?: Preset;
	    related: Related[];
	    within?: Query;
	    sort: Order[];
	    limit: number;
	    after: string;
	    today: string | null;
	}
	export interface ReadRecord {
	    id: string;
	    revision: number;
	}
	
	
	
	
	export interface RememberedLayout {
	    key: string;
	    mapping: Record<string, string>;
	    sheet: string;
	    used_at: number;
	}
	export interface RestoreResult {
	    backup: Backup;
	    counts: Counts;
	    comes: number;
	    changes: number;
	    goes: number;
	    rows: Change[];
	    refused: RefusedRow[];
	    safety: string;
	}
	
	
	export interface RiskEvent {
	    id: string;
	    title: string;
	    what: 'opened' | 'accepted' | 'closed';
	    severity: 'High' | 'Medium' | 'Low' | null;
	}
	export interface RiskRow {
	    id: string;
	    program_id: string;
	    title: string;
	    severity: 'High' | 'Medium' | 'Low' | null;
	    likelihood: 'High' | 'Medium' | 'Low' | null;
	    description: string;
	    mitigation: string;
	    owner: string;
	    status: RiskStatus;
	    review_date: string | null;
	    created_at: number;
	    updated_at: number;
	    revision: number;
	    program_name: string;
	    score?: number | null;
	}
	export interface RiskPage {
	    rows: RiskRow[];
	    next: string;
	    total: number;
	}
	
	export interface Salvage {
	    counts: Counts;
	    lost: number;
	    cut: boolean;
	    history: boolean;
	    doubtful: Problem[];
	    aside: string;
	}
	export interface SavedView {
	    id: string;
	    name: string;
	    page: ViewPage;
	    address: string;
	    query: Query;
	    pinned: boolean;
	    created_at: number;
	    updated_at: number;
	}
	
	
	
	
	
	export interface TimelineRow {
	    program_id: string;
	    first_launch: string | null;
	    milestones: Milestone[];
	    waits_for: Link[];
	    holds_up: Link[];
	}
	export interface Tokens {
	    in: number;
	    out: number;
	}
	
	
	export interface TrendPoint {
	    date: string;
	    status: 'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null;
	    progress?: number | null;
	}
	export interface UpdateDigest {
	    since: string | null;
	    days: number;
	    fields: Change[];
	    milestones: MilestoneEvent[];
	    risks: RiskEvent[];
	}

}

export namespace report {
	
	export interface Segment {
	    label: string;
	    value: number;
	    tone: 'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported';
	}
	export interface Bar {
	    label: string;
	    segments: Segment[];
	}
	export interface Bars {
	    items: Bar[];
	}
	export interface Marker {
	    date: string;
	    label: string;
	    state: 'done' | 'planned' | 'late' | 'missed';
	}
	export interface TimelineRow {
	    label: string;
	    ref?: Ref;
	    start: string | null;
	    end: string | null;
	    progress?: number | null;
	    tone: 'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported';
	    milestones: Marker[];
	}
	export interface Timeline {
	    from: string;
	    to: string;
	    today: string;
	    rows: TimelineRow[];
	    note: string;
	}
	export interface Cell {
	    text: string;
	    tone: 'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported';
	    ref?: Ref;
	}
	export interface Row {
	    cells: Cell[];
	}
	export interface Column {
	    label: string;
	    kind: 'text' | 'number' | 'date' | 'delta' | 'status' | 'stage' | 'level' | 'risk_status' | 'milestone_status';
	    unit: string;
	    align: 'start' | 'end';
	    weight: number;
	}
	export interface Table {
	    columns: Column[];
	    rows: Row[];
	    note: string;
	}
	export interface Ref {
	    type: 'program' | 'risk' | 'milestone';
	    id: string;
	    program_id: string;
	}
	export interface Item {
	    text: string;
	    tone: 'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported';
	    ref?: Ref;
	}
	export interface List {
	    items: Item[];
	}
	export interface Text {
	    paragraphs: string[];
	}
	export interface Figure {
	    label: string;
	    kind: 'text' | 'number' | 'date' | 'delta' | 'status' | 'stage' | 'level' | 'risk_status' | 'milestone_status';
	    value: string;
	    unit: string;
	    tone: 'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported';
	    delta: string;
	    delta_tone: 'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported';
	}
	export interface Figures {
	    items: Figure[];
	}
	export interface Block {
	    title: string;
	    figures?: Figures;
	    text?: Text;
	    list?: List;
	    table?: Table;
	    bars?: Bars;
	    timeline?: Timeline;
	}
	
	
	
	
	export interface Scope {
	    view: string;
	    program: string;
	}
	export interface Head {
	    id: string;
	    kind: 'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes';
	    title: string;
	    scope: Scope;
	    scope_name: string;
	    as_of: string;
	    since: string | null;
	    created_at: number;
	}
	
	export interface Page {
	    title: string;
	    blocks: Block[];
	}
	export interface Report {
	    kind: 'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes';
	    title: string;
	    scope: string;
	    as_of: string;
	    since: string | null;
	    pages: Page[];
	}
	export interface Kept {
	    id: string;
	    kind: 'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes';
	    title: string;
	    scope: Scope;
	    scope_name: string;
	    as_of: string;
	    since: string | null;
	    created_at: number;
	    report: Report;
	    narrative: string;
	}
	
	
	
	
	
	export interface Request {
	    kind: 'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes';
	    scope: Scope;
	    as_of: string | null;
	    since: string | null;
	}
	
	
	
	
	
	

}

