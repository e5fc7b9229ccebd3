/** Lines by which a step talks to GitHub's runner. */
import { shorten } from '../text/shorten';
import { visible } from './visible';

/** The runner keeps no more of a message, in UTF-16 units. */
const LONGEST_MESSAGE = 4096;

export type CommandProperties = Readonly<Record<string, string | number>>;

/** `::name key=value,…::message`; nothing in the values or the message can end the line or start another command. */
export function workflowCommand(name: string, properties: CommandProperties, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(visible(String(value)))}`);
  return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(shorten(message, LONGEST_MESSAGE))}`;
}

/** `%` first, or the escapes themselves would be escaped. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
