import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json';

const entries: [string, { message: string; description?: string }][] = Object.entries(messages);

function sources(): string {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`src/${file}`, 'utf8'));
  return [...texts, readFileSync('manifest.json', 'utf8')].join('\n');
}

test('every message tells translators what it is for', () => {
  for (const [key, { message, description }] of entries) {
    expect(message, key).not.toBe('');
    expect(description?.length ?? 0, key).toBeGreaterThan(10);
    for (const [value] of message.matchAll(/\$\d/g)) expect(description, key).toContain(value);
  }
});

// That every key in use exists is the compiler's part: see MessageKey in src/ui/i18n.ts.
test('every message is used', () => {
  const text = sources();
  const unused = entries
    .map(([key]) => key)
    .filter((key) => {
      const stem = key.replace(/_(zero|one|two|few|many|other)$/, '');
      return !text.includes(`'${stem}'`) && !text.includes(`__MSG_${key}__`);
    });
  expect(unused).toEqual([]);
});

test('counted messages have the two forms of English', () => {
  const keys = new Set(entries.map(([key]) => key));
  for (const key of keys) {
    if (key.endsWith('_other')) expect(keys).toContain(key.replace(/_other$/, '_one'));
    if (key.endsWith('_one')) expect(keys).toContain(key.replace(/_one$/, '_other'));
  }
});

test('the description fits into the store', () => {
  expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
});
