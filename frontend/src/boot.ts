/*
 * Shows the page that was kept, if Go put it in, and then begins with the code that draws the window. It is a script of its own,
 * so that nothing is waited for before the kept page is on the screen.
 */
{
  const kept = document.getElementById("kept");
  const code = document.currentScript?.dataset.begin ?? "";
  const begin = () => void import(/* @vite-ignore */ code);

  // What the window has stored since, such as widths of columns, says how the page is drawn now. Storage may be switched off.
  const holds = () => {
    try {
      return kept?.dataset.stored === JSON.stringify(Object.entries(localStorage).sort());
    } catch {
      return false;
    }
  };
  if (kept && holds()) {
    const { lang, theme } = kept.dataset;
    if (lang) document.documentElement.lang = lang;
    if (theme) document.documentElement.dataset.theme = theme;
    // The content security policy lets no style come with the page.
    for (const element of kept.querySelectorAll<HTMLElement>("[data-style]"))
      element.style.cssText = element.dataset.style ?? "";
    // A task that a frame begins runs when the frame is on the screen.
    requestAnimationFrame(() => setTimeout(begin));
  } else {
    kept?.replaceChildren();
    begin();
  }
}
