/** A report as the Go side makes it (store/report): pages of blocks from top to bottom, each with exactly one content. */
import type { report } from "../bridge/model";

export type Report = report.Report;
export type Ref = report.Ref;
export type Page = report.Page;
export type Block = report.Block;
export type Figure = report.Figure;
export type Item = report.Item;
export type Table = report.Table;
export type Column = report.Column;
export type Cell = report.Cell;
export type Bar = report.Bar;
/** From is the first of a month, to the last of one; rows and milestones may lie outside and are cut. */
export type Timeline = report.Timeline;
export type TimelineRow = report.TimelineRow;
export type Marker = report.Marker;

export type Tone = Cell["tone"];
export type CellKind = Column["kind"];
export type MarkerState = Marker["state"];
