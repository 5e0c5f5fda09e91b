/** The programs of the list as a board. */
export function ProgramBoard() {
  return null;
}
