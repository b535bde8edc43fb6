import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../src/ui/', import.meta.url);
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({
    file,
    text: readFileSync(new URL(file, root), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

interface Declaration {
  file: string;
  property: string;
  value: string;
}

/** Declarations begin after `{` or `;`; conditions of `@media` do not. */
const declarations: Declaration[] = sheets.flatMap(({ file, text }) =>
  [...text.matchAll(/[{;]\s*(--)?([a-z\d-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, prefix = '', property = '', value = '']) => ({
      file,
      property: prefix + property,
      value: value.trim(),
    }),
  ),
);

const SIDES = /(^|-)(left|right)(-|$)/;
const AXES = /^((min|max)-)?(width|height)$|^(top|bottom)$|-(top|bottom)$|^overflow-[xy]$/;
const FOUR_SIDED =
  /^(margin|padding|inset|border-(width|color|style|radius)|scroll-(margin|padding))$/;

/** Whether a shorthand says something of left that it does not say of right. */
function isLopsided({ property, value }: Declaration): boolean {
  if (!FOUR_SIDED.test(property)) return false;
  // `calc(a - b)` is one part.
  const parts = value.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '()').split(/\s+/);
  return parts.length === 4 && parts[1] !== parts[3];
}

test('nothing in the styles knows left from right: right-to-left is a mirror, not a patch', () => {
  expect(declarations.length).toBeGreaterThan(400);
  const physical = declarations.filter(
    (one) =>
      SIDES.test(one.property) ||
      /(^|\s)(left|right)(\s|$)/.test(one.value) ||
      isLopsided(one) ||
      /translateX|scaleX/.test(one.value),
  );
  expect(physical).toEqual([]);
});

test('sizes are said along the text, not along the screen', () => {
  // Scrolling lists are named by the axis of the screen, which both browsers know; the logical names
  // are unknown to Firefox's oldest version.
  const allowed = (one: Declaration) => /^overflow-[xy]$/.test(one.property);
  expect(declarations.filter((one) => AXES.test(one.property) && !allowed(one))).toEqual([]);
});

test('colors and type sizes come from the tokens', () => {
  const own = declarations.filter(
    ({ file, property, value }) =>
      file !== 'styles/tokens.css' &&
      !property.startsWith('--') &&
      (/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(value) ||
        (/^font(-size)?$/.test(property) && /\d(rem|px|pt)\b/.test(value.split('/')[0] ?? ''))),
  );
  expect(own).toEqual([]);
});

test('what is used of the tokens is there', () => {
  const known = new Set(declarations.map(({ property }) => property));
  const used = sheets.flatMap(({ file, text }) =>
    [...text.matchAll(/var\((--[a-z\d-]+)/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(used.filter(({ name }) => !known.has(name))).toEqual([]);
});
