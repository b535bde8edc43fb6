import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

const root = new URL('..', import.meta.url);

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
const lineCount = (text: string) => text.trimEnd().split('\n').length;

test('files stay small: median 60 lines, 95 % under 180, none over 300', () => {
  const files = sources('src').map(({ path, text }) => ({ path, lines: lineCount(text) }));
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const quantile = (share: number) => lines[Math.floor(share * (lines.length - 1))];
  expect(files.length).toBeGreaterThan(50);
  expect(quantile(0.5)).toBeLessThanOrEqual(60);
  expect(quantile(0.95)).toBeLessThanOrEqual(180);
  expect(files.filter((file) => file.lines > 300)).toEqual([]);
});

test('the worker’s entry only registers listeners', () => {
  const entry = readFileSync(new URL('src/background/index.ts', root), 'utf8');
  expect(lineCount(entry)).toBeLessThanOrEqual(60);
  expect(entry).not.toMatch(/^await |async/m);
});

test('the domain takes time, randomness and bytes as arguments', () => {
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bsetTimeout\(|\bcrypto\.|\b(window|globalThis|navigator)\.\w|\bDOMParser\b/;
  const offenders = sources('src/domain').filter(({ text }) => impure.test(withoutComments(text)));
  expect(offenders.map(({ path }) => path)).toEqual([]);
});

test('one file imports the feed parser', () => {
  const importers = sources('src').filter(({ text }) => /from 'feedsmith/.test(text));
  expect(importers.map(({ path }) => path.split('/src/')[1])).toEqual(['domain/feed/feedsmith.ts']);
});

test('the manifest asks for what the code uses, and for sites only optionally', () => {
  const code = sources('src')
    .map(({ text }) => text)
    .join('\n');
  const uses: Record<string, RegExp> = {
    // What lets a script into the tab in which the person clicked.
    activeTab: /browser\.scripting\.executeScript/,
    contextMenus: /browser\.contextMenus\./,
    scripting: /browser\.scripting\./,
    alarms: /browser\.alarms\./,
    idle: /browser\.idle\./,
    notifications: /browser\.notifications\./,
    sidePanel: /sidePanel\.open/,
    storage: /browser\.storage\./,
    unlimitedStorage: /openDB/,
    webRequest: /browser\.webRequest\b/,
  };
  expect(manifest.permissions.filter((permission) => !uses[permission]?.test(code))).toEqual([]);
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
});
