// Assigns accounts with SQL alone: node duckdb-assign.mjs FOLDER, where FOLDER holds accounts.csv and workload.json (typed columns, and one CASE a dimension from the same rules as ours).
// Prints one line of JSON: seconds of the first assignment into a table and of those after it, seconds to read the file, rows, peak memory in KiB; writes each account's segments to theirs.txt.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { peakKiB } from './report.mjs';

const [folder] = process.argv.slice(2);
const { load, assign } = JSON.parse(readFileSync(join(folder, 'workload.json'), 'utf8'));
const quoted = name => `'${join(folder, name).replaceAll("'", "''")}'`;
const now = () => Number(process.hrtime.bigint()) / 1e9;
const timed = async sql => {
  const start = now();
  await connection.run(sql);
  return now() - start;
};

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const loadSeconds = await timed(`create table accounts as select ${load} from read_csv(${quoted('accounts.csv')}, header = true, all_varchar = true)`);
const seconds = await timed(`create or replace table assignments as ${assign}`);
const warm = [];
for (let run = 0; run < 3; run++) warm.push(await timed(`create or replace table assignments as ${assign}`));
const peak = peakKiB();
await connection.run(`copy (select concat_ws('|', *columns(*)) from assignments) to ${quoted('theirs.txt')} (header false, quote '', delimiter '\t')`);
const rows = Number((await (await connection.runAndReadAll('select count(*) from assignments')).getRows())[0][0]);
console.log(JSON.stringify({ seconds, warmSeconds: warm.sort((a, b) => a - b)[1], loadSeconds, rows, peakKiB: peak }));
