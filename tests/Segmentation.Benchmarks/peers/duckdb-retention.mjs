// Reckons retention by segment with SQL alone: node duckdb-retention.mjs ledger|endpoint ACCOUNTS WORKLOAD, where WORKLOAD is a file with the amounts and segments as expressions (the same whole-number rules as ours).
// 'ledger' tells churn, contraction, expansion and reactivation month by month, as ours does; 'endpoint' compares the first month with the last and nothing between.
// Prints one line of JSON: seconds of the first answer and of those after it, the sums by segment, peak memory in KiB.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { peakKiB } from './report.mjs';

const [mode, accounts, workload] = process.argv.slice(2);
const { amount, segment, months } = JSON.parse(readFileSync(workload, 'utf8'));
const now = () => Number(process.hrtime.bigint()) / 1e9;
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await connection.run(`create table paid as select a::integer as account, m::utinyint as month, (${segment})::utinyint as segment, (${amount})::bigint as cents
  from (select i // ${months} as a, i % ${months} as m from range(${Number(accounts) * months}) t(i))`);
const query = mode === 'endpoint'
  ? `select segment, count(*), sum(s.cents), sum(e.cents), sum(least(s.cents, e.cents)) from (select * from paid where month = 0 and cents > 0) s
     join (select account, cents from paid where month = ${months - 1}) e using (account) group by segment order by segment`
  : `select segment, count(*), sum(s), sum(e), sum(least(s, e)), count(*) filter (gone), sum(expansion), sum(contraction), sum(churn), sum(reactivation) from (
       select account, any_value(segment) as segment, sum(cents) filter (month = 0) as s, sum(cents) filter (month = ${months - 1}) as e, bool_or(cents = 0) as gone,
         sum(case when before > 0 and cents > before then cents - before else 0 end) as expansion, sum(case when cents > 0 and cents < before then before - cents else 0 end) as contraction,
         sum(case when cents = 0 then before else 0 end) as churn, sum(case when before = 0 then cents else 0 end) as reactivation
       from (select *, lag(cents) over (partition by account order by month) as before from paid) group by account) where s > 0 group by segment order by segment`;
const timed = async () => {
  const start = now();
  const rows = (await connection.runAndReadAll(query)).getRows();
  return { seconds: now() - start, sums: rows.flatMap(row => row.slice(1).map(Number)) };
};

const first = await timed();
const warm = [];
for (let run = 0; run < 3; run++) warm.push((await timed()).seconds);
console.log(JSON.stringify({ seconds: first.seconds, warmSeconds: warm.sort((a, b) => a - b)[1], sums: first.sums, peakKiB: peakKiB() }));
