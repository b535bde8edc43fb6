import type { AddressProblem } from '../domain/discovery/read-address';
import type { FeedError } from '../domain/errors';
import { locale, type MessageKey, t } from './i18n';
import { momentText } from './time-text';

function inUnit(value: number, unit: 'second' | 'megabyte'): string {
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(value);
}

function notAFeedText(found: 'html' | 'empty' | 'other'): string {
  if (found === 'html') return t('errorNotAFeedHtml');
  return found === 'empty' ? t('errorNotAFeedEmpty') : t('errorNotAFeedOther');
}

function httpText(status: number): string {
  if (status === 401 || status === 403) return t('errorHttpRefused', String(status));
  if (status === 404) return t('errorHttpNotFound');
  return status >= 500 ? t('errorHttpServer', String(status)) : t('errorHttp', String(status));
}

const ADDRESS_TEXTS: Record<AddressProblem, MessageKey> = {
  empty: 'errorAddressEmpty',
  'e-mail': 'errorAddressEmail',
  words: 'errorAddressWords',
  scheme: 'errorAddressScheme',
  malformed: 'errorBadAddress',
};

/** The host in a match pattern such as `*://www.rt.com/*`. */
export function siteOfPattern(origin: string): string {
  return origin.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');
}

/** What happened and what to do, in a sentence or two. */
export function feedErrorText(error: FeedError, now: number): string {
  switch (error.kind) {
    case 'offline':
      return t('errorOffline');
    case 'unreachable':
      return t('errorUnreachable');
    case 'host-not-found':
      return t('errorHostNotFound');
    case 'certificate':
      return t('errorCertificate');
    case 'blocked':
      return t('errorBlocked');
    case 'too-many-redirects':
      return t('errorTooManyRedirects');
    case 'captive':
      return t('errorCaptive');
    case 'timeout':
      return t('errorTimeout', inUnit(error.limitMs / 1000, 'second'));
    case 'http':
      return httpText(error.status);
    case 'gone':
      return t('errorGone');
    case 'rate-limited':
      return error.retryAt === null
        ? t('errorRateLimited')
        : t('errorRateLimitedUntil', momentText(error.retryAt, now));
    case 'too-large':
      return t('errorTooLarge', inUnit(error.limitBytes / 1_000_000, 'megabyte'));
    case 'not-a-feed':
      return notAFeedText(error.found);
    case 'malformed':
      return t('errorMalformed');
    case 'permission':
      return t('errorPermission', siteOfPattern(error.origin));
    case 'bad-address':
      return t(ADDRESS_TEXTS[error.problem]);
  }
}
