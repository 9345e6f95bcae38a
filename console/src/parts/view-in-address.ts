/** A list's view (filters, sort, place) stands in the address, so a link reproduces it. */
export const readView = (): Record<string, string> => Object.fromEntries(new URLSearchParams(window.location.search));
export function writeView(view: Record<string, string>): void {
  const text = new URLSearchParams(view).toString();
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${text ? `?${text}` : ''}`);
}
