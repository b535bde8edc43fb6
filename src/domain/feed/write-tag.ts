import { RESERVED } from './element-name';
import { escapeStray, hasStray } from './escape';
import type { Tag } from './read-tag';

/** Whether a clean tag can stay as it stands: no attribute that feedsmith must not see, no stray `&`. */
export const isPlain = (tag: Tag): boolean =>
  tag.attributes.every(([name, value]) => !RESERVED.test(name) && !hasStray(value));

/** Without attributes that feedsmith must not see. */
export function writeTag(tag: Tag): string {
  const attributes = tag.attributes
    .filter(([attribute]) => !RESERVED.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`);
  return `<${tag.name}${attributes.join('')}${tag.isSelfClosing ? '/' : ''}>`;
}

const escapeAttribute = (value: string): string =>
  escapeStray(value).replaceAll('"', '&quot;').replaceAll('>', '&gt;');
