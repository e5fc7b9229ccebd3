/** One argument of EXPOSE, values filled in, as the builder takes it apart: `[[ip:]host:]port[-port][/protocol]`. */
export type PortSpec =
  | { readonly kind: 'ports'; readonly first: number; readonly last: number; readonly protocol: string; readonly host: string | null }
  | { readonly kind: 'invalid'; readonly reason: PortMistake };

export type PortMistake = 'no-number' | 'too-high' | 'reversed-range' | 'unknown-protocol' | 'address';

const HIGHEST_PORT = 65_535;
const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'sctp'];

/** Reads `80`, `80-90/udp`, `8080:80`, `127.0.0.1:8080:80`. The protocol is lower case, `tcp` when none is given. */
export function parsePortSpec(text: string): PortSpec {
  const slash = text.lastIndexOf('/');
  const protocol = slash === -1 ? '' : text.slice(slash + 1).toLowerCase();
  if (protocol !== '' && !PROTOCOLS.includes(protocol)) return { kind: 'invalid', reason: 'unknown-protocol' };
  const address = slash === -1 ? text : text.slice(0, slash);
  const colon = address.lastIndexOf(':');
  const range = parseRange(address.slice(colon + 1));
  if (typeof range === 'string') return { kind: 'invalid', reason: range };
  if (colon === -1) return { kind: 'ports', ...range, protocol: protocol === '' ? 'tcp' : protocol, host: null };
  const host = address.slice(0, colon);
  // With one colon the left side must be a port; an address needs a host port, or nothing, between two colons.
  const hostPort = host.includes(':') ? host.slice(host.lastIndexOf(':') + 1) : host;
  if (hostPort !== '' && typeof parseRange(hostPort) === 'string') return { kind: 'invalid', reason: 'address' };
  return { kind: 'ports', ...range, protocol: protocol === '' ? 'tcp' : protocol, host };
}

function parseRange(text: string): { readonly first: number; readonly last: number } | PortMistake {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (match === null) return 'no-number';
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first > HIGHEST_PORT || last > HIGHEST_PORT) return 'too-high';
  return first > last ? 'reversed-range' : { first, last };
}
