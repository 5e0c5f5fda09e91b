/** Opens the window anew where another portfolio is in the place of the one that it shows: nothing of that holds any more. */
export function openAnew(): void {
  window.location.reload();
}
