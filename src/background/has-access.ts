import browser from 'webextension-polyfill';
import { originPattern } from '../domain/refresh/origin';

/** Whether the user gave access to the site of this address. */
export async function hasAccess(address: string): Promise<boolean> {
  const origin = originPattern(address);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
}
