import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const PAGES = ['docs/politeness.md', 'docs/survival.md'];
const TEST_FILE = /\.(?:test|spec)\.tsx?$/;

const testFiles = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((file) =>
  TEST_FILE.test(file),
);
const sources = testFiles.map((file) => readFileSync(path.join('tests', file), 'utf8')).join('\n');

test.each(PAGES)('every test that %s names is there', (page) => {
  const text = readFileSync(page, 'utf8');
  const names = [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, name = '']) =>
    TEST_FILE.test(name) ? [path.basename(name)] : [],
  );
  const known = new Set(testFiles.map((file) => path.basename(file)));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

test('every title of a test that the page on politeness quotes is there', () => {
  const proofs = readFileSync('docs/politeness.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').at(-2) ?? '');
  const titles = proofs.flatMap((proof) =>
    [...proof.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  );
  expect(titles.length).toBeGreaterThan(30);
  expect(titles.filter((title) => !sources.includes(title.replace(/…$/, '')))).toEqual([]);
});
