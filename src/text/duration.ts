const SECONDS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, 'µs': 1e-6, 'μs': 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

const PARTS = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/g;

/** A duration of Go (`1h30m`, `.5s`, `-2ms`, `0`) in seconds; null when it is none. */
export function parseDuration(text: string): number | null {
  const sign = text.startsWith('-') ? -1 : 1;
  const rest = text.replace(/^[-+]/, '');
  if (rest === '0') return 0;
  if (rest === '' || rest.replace(PARTS, '') !== '') return null;
  let seconds = 0;
  for (const [, number = '', unit = ''] of rest.matchAll(PARTS)) seconds += Number(number) * (SECONDS[unit] ?? 0);
  return sign * seconds;
}
