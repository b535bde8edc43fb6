/** A picture that is to come has come by then, or never will. */
const LONGEST_MS = 300;

/**
 * Runs `run` once the first picture is on the screen, and not before: what runs earlier takes the processor
 * from those who paint. At once where nothing is painted, since the page is not to be seen.
 */
export function afterPicture(run: () => void): void {
  if (document.hidden) {
    run();
    return;
  }
  let isDone = false;
  const once = () => {
    if (!isDone) run();
    isDone = true;
  };
  setTimeout(once, LONGEST_MS);
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) once();
  }).observe({ type: 'paint', buffered: true });
}
