/**
 * Whether to write in colour. A flag decides; without one FORCE_COLOR, then NO_COLOR (any value but the empty one),
 * then whether the report goes to a terminal that can.
 */
export function wantsColor(flag: boolean | null, environment: Readonly<Record<string, string | undefined>>, isTerminal: () => boolean): boolean {
  if (flag !== null) return flag;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb') return false;
  return isTerminal();
}
