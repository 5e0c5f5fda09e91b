/** The files that a timeline is written as. */
export const timelineFormats = ["pptx", "pdf", "svg", "png"] as const;
export type TimelineFormat = (typeof timelineFormats)[number];
