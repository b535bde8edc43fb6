/** Adds a style sheet and waits for it, so that nothing shows without its styles. */
export function loadStyles(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    document.head.append(link);
  });
}
