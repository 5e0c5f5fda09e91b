/** The programs of the list as a timeline. */
export function ProgramTimeline() {
  return null;
}
