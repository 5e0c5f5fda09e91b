/**
 * The first part of every query key that reads the portfolio. When a change set is written, everything under it is
 * read again: lists carry counts and names of other records, so a finer rule would leave some of them stale.
 */
export const dataKey = "data";
