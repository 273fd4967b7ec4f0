import { readFileSync } from 'node:fs';

// VmHWM is the most memory the process has held, native libraries included; process.memoryUsage() does not know that.
export const peakKiB = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);

export function report(started, rows, distinct) {
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(JSON.stringify({ seconds, rows, distinct, peakKiB: peakKiB() }));
}
