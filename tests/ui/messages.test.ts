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

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const languages = readdirSync('public/_locales').filter((language) => language !== 'en');

function readMessages(language: string): Record<string, Message> {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
}

/** What is filled in: `$1`, `$TOPICS$`. */
function valuesIn({ message }: Message): string[] {
  return [...new Set(message.match(/\$(?:\d|[A-Z]+\$)/g))].sort();
}

/** A form may name its count in words ("one story"), so only what it adds to English is wrong. */
function isForm(key: string): boolean {
  return /_(?:zero|one|two|few|many|other)$/.test(key);
}

test('the languages that are promised are there', () => {
  expect(languages).toEqual(['ar', 'de', 'es', 'fr', 'ru', 'zh_CN']);
});

test.each(languages)('%s has no message of its own, and fills in what English does', (language) => {
  const english: Record<string, Message> = messages;
  for (const [key, entry] of Object.entries(readMessages(language))) {
    const source = english[key] ?? english[key.replace(/_[a-z]+$/, '_other')];
    expect(source, key).toBeDefined();
    if (!source) continue;
    const [own, wanted] = [valuesIn(entry), valuesIn(source)];
    if (isForm(key)) expect(wanted, key).toEqual(expect.arrayContaining(own));
    else expect(own, key).toEqual(wanted);
    expect(entry.placeholders, key).toEqual(source.placeholders);
    expect(entry.message.trim(), key).not.toBe('');
  }
});

/** The plural categories that whole numbers have in a language. */
function formsOf(language: string): string[] {
  const tag = language.replace('_', '-');
  return new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
}

/** French and Spanish have `many` for a million and more alone, where Intl's other form reads well too. */
const MILLIONS: Record<string, string> = { es: 'many', fr: 'many' };

test.each(languages)('%s lacks no message, and no form of one that is counted', (language) => {
  const own = readMessages(language);
  const wanted = entries.flatMap(([key]) => {
    if (!isForm(key)) return [key];
    const stem = key.replace(/_[a-z]+$/, '');
    const forms = formsOf(language).filter((form) => form !== MILLIONS[language]);
    return forms.map((form) => `${stem}_${form}`);
  });
  expect([...new Set(wanted)].filter((key) => !(key in own))).toEqual([]);
});

test.each(languages)('%s says nothing in English that English says in words', (language) => {
  const own = readMessages(language);
  const same = entries
    .filter(
      ([key, { message }]) => /[a-z]{4,} [a-z]{4,}/.test(message) && own[key]?.message === message,
    )
    .map(([key]) => key);
  expect(same).toEqual([]);
});

test.each(languages)('%s names itself, its direction, and fits into the store', (language) => {
  const own = readMessages(language);
  expect(own['languageTag']?.message).toBe(language.replace('_', '-'));
  expect(own['textDirection']?.message).toBe(language === 'ar' ? 'rtl' : 'ltr');
  expect(own['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
});
