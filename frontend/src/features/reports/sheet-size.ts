/** The size of a sheet, 16:9 as a slide is, in its own pixels; on the screen it is scaled to the room there is. */
export const sheetWidth = 1280;

/** How wide its content is, and how far apart what stands beside each other. */
export const contentWidth = 1184;
export const pairGap = 32;

/** How high the parts between the head and the foot of a sheet may be; see sheet.module.css. A hair is left for rounding. */
export const sheetRoom = 580;

/** The names of programs before a timeline, and the time beside them, in the same pixels. */
export const timelineNames = 264;
export const timelineWidth = 920;
