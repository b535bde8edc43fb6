import { failure, type Result, success } from '../result';
import { parseFeedAddress } from './feed-address';

/** Why what was typed is no address. Each has a sentence that says what to type instead. */
export type AddressProblem =
  | 'empty'
  | 'e-mail'
  /** Words to search for, or a single word. */
  | 'words'
  /** An address of another kind: `ftp:`, `javascript:`, a file. */
  | 'scheme'
  | 'malformed';

/** Zero-width signs, soft hyphens, marks of direction, control characters: pasted unseen. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const WRAPPED = /^(?:<(.*)>|"(.*)"|'(.*)'|“(.*)”|«(.*)»|\((.*)\)|\[(.*)\])$/u;
const VIEW_SOURCE = /^view-source:/i;
/** `@name@host`, as profiles of the fediverse are written. */
const HANDLE = /^(?:acct:)?@([\p{L}\p{N}_.-]+)@([^\s/@:]+)$/u;
const E_MAIL = /^(?:mailto:)?[^\s@/:]+@[^\s@/]+$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const WEB_ADDRESSES = /(?:https?|feed):\S+/gi;
const CLOSING_SIGNS = /[.,;:!?)>\]}"'»”]+$/u;

/**
 * Reads what a person types, pastes or drops as the address of a site or feed: without a scheme, in
 * quotes or angle brackets, within a sentence, `feed:https://…`, `feed://…`, `@name@host`,
 * internationalized names.
 * @returns an absolute http or https address
 */
export function readAddress(input: string): Result<string, AddressProblem> {
  const text = unwrap(input.replace(INVISIBLE, (sign) => (sign === '\n' ? ' ' : '')).trim());
  if (text === '') return failure('empty');
  const handle = HANDLE.exec(text);
  if (handle) return readTyped(`https://${handle[2]}/@${handle[1]}`);
  if (E_MAIL.test(text)) return failure('e-mail');
  if (!/\s/.test(text)) return readTyped(text);
  const addresses = text.match(WEB_ADDRESSES) ?? [];
  const [only] = addresses;
  if (only === undefined || addresses.length > 1) return failure('words');
  return readTyped(only.replace(CLOSING_SIGNS, ''));
}

function unwrap(text: string): string {
  const inner = WRAPPED.exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  return (inner ?? text).trim().replace(VIEW_SOURCE, '');
}

function readTyped(text: string): Result<string, AddressProblem> {
  const address = parseFeedAddress(text);
  if (address !== null) return success(address);
  if (/^https?:|^feed:/i.test(text)) return failure('malformed');
  if (SCHEME.test(text)) return failure('scheme');
  return failure(/[./]/.test(text) ? 'malformed' : 'words');
}
