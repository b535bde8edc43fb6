import { locale } from './i18n';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "2.1 MB": a size in its largest unit, two digits where one says too little. */
export function bytesText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1_000 ** step;
  const maximumFractionDigits = step > 0 && value < 10 ? 1 : 0;
  const unit = { style: 'unit', unit: UNITS[step], unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(locale(), { ...unit, maximumFractionDigits }).format(value);
}

/** "40%". */
export function shareText(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);
}
