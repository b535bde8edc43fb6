import browser from 'webextension-polyfill';
import { originPattern } from '../../domain/refresh/origin';

/**
 * Asks for access to exactly these addresses' sites. Must be called in the click itself, before any
 * await: browsers refuse to ask without a user gesture. No question appears for what is granted.
 */
export function requestAccess(addresses: string[]): Promise<boolean> {
  const origins = addresses
    .map(originPattern)
    .filter((pattern): pattern is string => pattern !== null);
  return origins.length === 0 ? Promise.resolve(true) : requestOrigins([...new Set(origins)]);
}

/** The same for match patterns, as in a `permission` error. */
export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}
