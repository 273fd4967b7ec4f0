// Optimal one-dimensional k-means with simple-statistics: node simple-statistics.mjs cuts|cuts-choose FOLDER, where FOLDER holds values.bin (doubles).
// Prints one line of JSON: seconds of the first run and the median of those after it, the squares within for each k asked for, peak memory in KiB.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ckmeans } from 'simple-statistics';
import { peakKiB } from './report.mjs';

const [job, folder] = process.argv.slice(2);
const bytes = readFileSync(join(folder, 'values.bin'));
const values = Array.from(new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8));
const bands = job === 'cuts' ? [4] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
let clusters;
const timed = () => {
  const start = process.hrtime.bigint();
  clusters = bands.map(k => ckmeans(values, k));
  return Number(process.hrtime.bigint() - start) / 1e9;
};

const seconds = timed();
const peak = peakKiB();
const warm = [timed(), timed(), timed()].sort((a, b) => a - b);
const within = clusters.map(groups => groups.reduce((total, group) => {
  const mean = group.reduce((sum, x) => sum + x, 0) / group.length;
  return total + group.reduce((sum, x) => sum + (x - mean) ** 2, 0);
}, 0));
console.log(JSON.stringify({ seconds, warmSeconds: warm[1], within, peakKiB: peak }));
