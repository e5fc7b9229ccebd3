/** The loopback address by any of its names. */
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(?::|$)/;

/**
 * The option in a command line, or in a variable with options, that opens a debugger to other machines: the inspector of
 * Node.js on all addresses, the agent of Java, debugpy and Delve. Null when there is none, or it listens on the machine
 * itself only, as the inspector does by default.
 */
export function findDebugAgent(text: string): string | null {
  return nodeInspector(text) ?? javaAgent(text) ?? listener(text) ?? (/\bflask\b[^;&|]*\brun\b[^;&|]*(\s--debug)(?=\s|$)/.exec(text)?.[1]?.trim() ?? null);
}

function nodeInspector(text: string): string | null {
  return /(?<=^|[\s"'])--inspect(?:-brk|-wait)?[= ](?:0\.0\.0\.0|\[::\])(?::\d+)?/.exec(text)?.[0] ?? null;
}

function javaAgent(text: string): string | null {
  const agent = /-(?:agentlib:jdwp=|Xrunjdwp:)[^\s"']+/.exec(text)?.[0];
  if (agent === undefined) return null;
  const address = /[=,:]address=([^,]*)/.exec(agent)?.[1];
  // Without a server the program calls the debugger, and nobody can call it.
  if (address === undefined || !agent.includes('server=y') || LOOPBACK.test(address)) return null;
  return agent;
}

function listener(text: string): string | null {
  const match = /\b(?:debugpy|dlv)\b[^;&|]*?(--listen[= ](\S+))/.exec(text);
  if (match === null) return null;
  const [, option = '', address = ''] = match;
  // debugpy listens on the loopback address when only a port is given; Delve takes `:port` for all addresses.
  return LOOPBACK.test(address) || /^\d+$/.test(address) ? null : option;
}
