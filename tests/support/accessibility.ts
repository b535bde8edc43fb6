import axeCore from 'axe-core';
import { ChromiumPage } from './chromium-page';
import type { ExtensionPage, Size } from './driver';

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

declare const axe: { run(): Promise<{ violations: Violation[] }> };

/** What axe finds wrong with the page as it is now, as readable lines. */
export async function axeViolations(page: ExtensionPage): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.runSource(axeCore.source);
  const violations = await page.evaluate(async () => (await axe.run()).violations);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

/** What is wrong in light, in dark and, where the browser can be told so, in forced colours with little motion. */
export async function violationsInAllColors(
  page: ExtensionPage,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = async (name: string) => {
    const violations = await axeViolations(page);
    if (violations.length > 0) found[name] = violations;
  };
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    await look(scheme);
  }
  if (page instanceof ChromiumPage) {
    await page.emulate({ forcedColors: 'active', reducedMotion: 'reduce' });
    await look('forced colours');
    await page.emulate({ forcedColors: 'none', reducedMotion: 'no-preference' });
  }
  await page.setColorScheme('light');
  return found;
}

/**
 * What of the page is wider than its window at this size, outside of boxes that scroll by themselves.
 * Zoom of 200 % is a window of half the size in CSS pixels (WCAG 2.2, 1.4.4 and 1.4.10).
 */
export async function tooWideAt(page: ChromiumPage, size: Size): Promise<string[]> {
  return page.atSize(size, () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map(({ localName, id, className }) => `${localName}#${id}.${String(className)}`)
        .concat(`${scrollWidth} in ${clientWidth}`);
    }),
  );
}
