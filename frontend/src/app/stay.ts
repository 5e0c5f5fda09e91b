/** Whether an address is one of the window: the same page, at another place of it. */
function isOurs(address: string): boolean {
  const url = URL.parse(address, location.href);
  return url?.origin === location.origin && url.pathname === location.pathname;
}

/** A click with a key or another button, which browsers take for "in a new window". The window has one: it goes there. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const another = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (isOurs(link.href) && !another) return;
  event.preventDefault();
  event.stopPropagation();
  if (isOurs(link.href) && event.button < 2) location.hash = new URL(link.href).hash;
}

/** What is dragged over the window and nobody in it takes would be opened in its place. Text may be dropped into a field. */
function refuse(event: DragEvent): void {
  const isField = event.target instanceof Element && event.target.matches("input, textarea");
  if (event.defaultPrevented || isField) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
}

/** What WebKitGTK and older browsers do not have. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
}

/** Keeps the window on its page: no link, drop or script leads it, or a second window, anywhere else. */
export function stayOnPage(): void {
  document.addEventListener("click", follow, true);
  document.addEventListener("auxclick", follow, true);
  window.addEventListener("dragover", refuse);
  window.addEventListener("drop", refuse);
  window.open = () => null;
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener("navigate", (event) => {
    if (!isOurs((event as NavigateEvent).destination.url)) event.preventDefault();
  });
}
