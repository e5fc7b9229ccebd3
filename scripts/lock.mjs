// A lock file that one process at a time can hold, and that the death of its holder does not leave locked.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
// A process id may be taken over by another program, so a lock that nobody touches for so long counts as left behind.
const PATIENCE_MS = 10 * 60_000;
const POLL_MS = 150;

/** The holder as `{ token, host, processes }`, or null when there is no lock. */
function readHolder(path) {
  try {
    const text = readFileSync(path, 'utf8');
    const modified = statSync(path).mtimeMs;
    try {
      return { ...JSON.parse(text), modified };
    } catch {
      // Just created, not yet written.
      return { token: null, host: null, processes: [], modified };
    }
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isLeftBehind(holder) {
  if (Date.now() - holder.modified > PATIENCE_MS) return true;
  return holder.host === hostname() && !holder.processes.some(isAlive);
}

function removeLeftBehind(path, token) {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  // Another waiter may have removed the old lock and taken a new one in between: then what we moved is alive.
  if (readHolder(aside)?.token !== token) {
    try {
      linkSync(aside, path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Runs `work` while holding the lock; waits for another holder first. `work` is given `guard(child)`, which names a
 * child process that must be gone, too, before the lock counts as left behind.
 */
export async function withLock(path, work, say = () => {}) {
  const token = randomUUID();
  const content = (processes) => JSON.stringify({ token, host: hostname(), processes });
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(path, content([process.pid]), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder === null) continue;
    if (isLeftBehind(holder)) {
      removeLeftBehind(path, holder.token);
      continue;
    }
    if (!told) say(`waiting for another set-up (process ${holder.processes.join(', ') || 'unknown'}, ${path})`);
    told = true;
    await sleep(POLL_MS);
  }

  const children = new Set();
  const isOurs = () => readHolder(path)?.token === token;
  const release = () => {
    if (isOurs()) rmSync(path, { force: true });
  };
  const heartbeat = setInterval(() => {
    const now = new Date();
    if (isOurs()) utimesSync(path, now, now);
  }, HEARTBEAT_MS).unref();
  const guard = (child) => {
    children.add(child);
    const note = () => {
      if (isOurs()) writeFileSync(path, content([process.pid, ...[...children].map(({ pid }) => pid)]));
    };
    note();
    child.once('close', () => {
      children.delete(child);
      note();
    });
    return child;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const onSignal = async (signal) => {
    // A second signal ends this process at once.
    for (const name of signals) process.off(name, onSignal);
    await Promise.all([...children].map((child) => child.kill(signal) && once(child, 'close')));
    release();
    process.kill(process.pid, signal);
  };
  for (const name of signals) process.on(name, onSignal);
  try {
    return await work(guard);
  } finally {
    clearInterval(heartbeat);
    for (const name of signals) process.off(name, onSignal);
    release();
  }
}
