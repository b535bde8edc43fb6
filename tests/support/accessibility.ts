import axeCore from 'axe-core';
import type { ExtensionPage } from './driver';

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

declare const axe: { run(): Promise<{ violations: Violation[] }> };

/** What axe finds wrong with the page as it is now, as readable lines. */
export async function axeViolations(page: ExtensionPage): Promise<string[]> {
  await page.runSource(axeCore.source);
  const violations = await page.evaluate(async () => (await axe.run()).violations);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}
