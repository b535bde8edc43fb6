import type { Validators } from '../model';

/** Request headers that let a server answer "not modified" (RFC 9110, 13.1). */
export function conditionalHeaders(validators: Validators | null): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers['If-None-Match'] = validators.etag;
  if (validators?.lastModified) headers['If-Modified-Since'] = validators.lastModified;
  return headers;
}

/** The pair as the server sent it; null when it sent neither. */
export function validatorsOf(headers: { get(name: string): string | null }): Validators | null {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return etag === null && lastModified === null ? null : { etag, lastModified };
}

/**
 * The pair after "not modified". Such an answer may leave out what has not changed (RFC 9110, 15.4.5), so
 * only a pair that says something else takes the place of the one we sent.
 */
export function renewedValidators(sent: Validators, given: Validators | null): Validators {
  if (given === null) return sent;
  const isSame = (name: keyof Validators) => given[name] === null || given[name] === sent[name];
  return isSame('etag') && isSame('lastModified') ? sent : given;
}
