/** How far into a document its DOCTYPE may begin, and how long it may be. */
const MAX_BEFORE = 2_000;
const MAX_DOCTYPE = 100_000;
const MAX_ENTITIES = 500;
const MAX_VALUE = 1_000;
/** Characters that all the replacements together may add. */
const MAX_GROWTH = 1_000_000;
/** Characters that a replacement counts at least, since it takes time. */
const EFFORT = 10;

const DECLARATION = /<!ENTITY\s{1,20}([\w:.-]{1,100})\s{1,20}(?:"([^"<]*)"|'([^'<]*)')\s{0,20}>/g;
/** Entities within entities are how small documents become large ones. */
const NESTED = /&(?!#|(?:amp|lt|gt|quot|apos);)/;
const SECTION_OR_REFERENCE = /<!\[CDATA\[|\]\]>|&([\w:.-]{1,100});/g;

/**
 * Replaces the entities that a document declares within its own DOCTYPE (XML 1.0, 4.2.1 and 4.4). Of these
 * only plain texts: entities from other files, parameter entities, entities that name others or hold
 * markup stay as written, and so does all that follows after a megabyte of replacements.
 */
export function expandEntities(document: string): string {
  const start = document.slice(0, MAX_BEFORE).search(/<!DOCTYPE\s/i);
  if (start === -1) return document;
  const doctype = document.slice(start, start + MAX_DOCTYPE);
  const end = doctype.indexOf(']');
  if (end === -1 || !doctype.slice(0, end).includes('[')) return document;
  const entities = readEntities(doctype.slice(0, end));
  if (entities.size === 0) return document;
  return document.slice(0, start + end) + replaceAll(document.slice(start + end), entities);
}

function readEntities(subset: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(DECLARATION)) {
    const value = double ?? single ?? '';
    const isPlain = value.length <= MAX_VALUE && !NESTED.test(value);
    // The first declaration is the one that counts.
    if (isPlain && !entities.has(name)) entities.set(name, value);
    if (entities.size === MAX_ENTITIES) break;
  }
  return entities;
}

/** By hand, so that the work ends when there is no more room. */
function replaceAll(text: string, entities: ReadonlyMap<string, string>): string {
  const pieces: string[] = [];
  let isInSection = false;
  let room = MAX_GROWTH;
  let from = 0;
  for (const { 0: written, 1: name, index } of text.matchAll(SECTION_OR_REFERENCE)) {
    if (name === undefined) isInSection = written !== ']]>';
    const value = name === undefined || isInSection ? undefined : entities.get(name);
    if (value === undefined) continue;
    room -= value.length + EFFORT;
    if (room < 0) break;
    pieces.push(text.slice(from, index), value);
    from = index + written.length;
  }
  return pieces.join('') + text.slice(from);
}
