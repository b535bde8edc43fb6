import browser from 'webextension-polyfill';
import { accessChecker } from '../domain/refresh/origin';

/** Tells for any address whether the user gave access to its site; asks the browser once. */
export async function readAccess(): Promise<(address: string) => boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return accessChecker(origins);
}

/** Whether the user gave access to the site of this address. */
export async function hasAccess(address: string): Promise<boolean> {
  return (await readAccess())(address);
}
