// Loads a CSV file into DuckDB and profiles every column: node duckdb.mjs exact|fused|approximate FILE
// 'exact' asks for each figure as one would write it, 'fused' takes distinct values and the most frequent ones from one grouping.
// Prints one line of JSON: seconds of the job, rows, distinct values by column order, peak memory in KiB.
import { DuckDBInstance } from '@duckdb/node-api';
import { report } from './report.mjs';

const [mode, file] = process.argv.slice(2);
const started = process.hrtime.bigint();
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const source = `read_csv('${file.replaceAll("'", "''")}', header = true)`;
let rows;
let distinct;
if (mode !== 'approximate') {
  await connection.run(`create table accounts as select * from ${source}`);
  const columns = (await connection.runAndReadAll('describe accounts')).getRows();
  rows = Number((await connection.runAndReadAll('select count(*) from accounts')).getRows()[0][0]);
  distinct = [];
  for (const [name, type] of columns) {
    const column = `"${name.replaceAll('"', '""')}"`;
    const filled = `from accounts where ${column} is not null`;
    if (mode === 'fused') {
      const grouped = await connection.runAndReadAll(`select count(*), sum(n), arg_max(v, n, 10), max(n, 10) from (select ${column} as v, count(*) as n ${filled} group by v)`);
      distinct.push(Number(grouped.getRows()[0][0]));
    } else {
      distinct.push(Number((await connection.runAndReadAll(`select count(distinct ${column}), count(${column}) from accounts`)).getRows()[0][0]));
      await connection.runAndReadAll(`select ${column}, count(*) as n ${filled} group by 1 order by n desc limit 10`);
    }

    const isNumber = /INT|DOUBLE|DECIMAL|FLOAT/.test(type);
    await connection.runAndReadAll(isNumber
      ? `select min(${column}), max(${column}), avg(${column}), stddev(${column}), quantile_cont(${column}, [0.05, 0.25, 0.5, 0.75, 0.95]) from accounts`
      : type === 'VARCHAR' ? `select min(length(${column})), max(length(${column})) from accounts` : `select min(${column}), max(${column}) from accounts`);
  }
} else {
  const summary = (await connection.runAndReadAll(`select approx_unique, count from (summarize select * from ${source})`)).getRows();
  distinct = summary.map(column => Number(column[0]));
  rows = Number(summary[0][1]);
}

report(started, rows, distinct);
