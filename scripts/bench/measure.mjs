// Runs commands in turn, round by round, and gives each figure as a median ratio to the first command.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const usageHook = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

/** One run of `node <args>`: wall seconds by our clock, CPU seconds and peak MiB as the child itself says. */
export function runOnce({ args, cwd, allowedStatus }) {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ['-r', usageHook, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    maxBuffer: 1 << 26,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.error) throw child.error;
  if (!allowedStatus.includes(child.status)) throw new Error(`node ${args.join(' ')} ended with ${child.status ?? child.signal}`);
  const { cpu, memory } = JSON.parse(String(child.output[3]));
  return { wall, cpu: cpu / 1e6, memory: memory / 1024 };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Interleaves the commands (A B C A B C …) after one warm-up round each. The first command is the floor.
 * Gives for each the medians, and the medians of its per-round ratios to the floor.
 */
export function interleave(commands, rounds) {
  for (const command of commands) runOnce(command);
  const runs = commands.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    commands.forEach((command, index) => runs[index].push(runOnce(command)));
  }
  return commands.map((command, index) => {
    const figure = (key) => ({
      median: median(runs[index].map((run) => run[key])),
      ratio: median(runs[index].map((run, round) => run[key] / runs[0][round][key])),
    });
    return { name: command.name, wall: figure('wall'), cpu: figure('cpu'), memory: figure('memory') };
  });
}
