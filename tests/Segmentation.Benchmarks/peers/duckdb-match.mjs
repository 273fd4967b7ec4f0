// Finds duplicates with SQL alone: node duckdb-match.mjs score|whole FOLDER, where FOLDER holds contacts.csv, truth.csv and workload.json (the same rules,
// levels and weights as ours, as expressions). 'score' blocks and scores with the weights given. 'whole' counts the levels of all pairs first, as estimating weights
// needs it, and joins the pairs found into clusters afterwards.
// Prints one line of JSON: seconds of blocking and scoring, seconds from the file, counts, peak memory in KiB until the pairs were there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { peakKiB } from './report.mjs';

const [mode, folder] = process.argv.slice(2);
const { fields, candidates, levels, score, lowest } = JSON.parse(readFileSync(join(folder, 'workload.json'), 'utf8'));
const now = () => Number(process.hrtime.bigint()) / 1e9;
const source = name => `read_csv('${join(folder, name).replaceAll("'", "''")}', header = true, all_varchar = true)`;

const started = now();
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const rows = async sql => (await connection.runAndReadAll(sql)).getRows();
const one = async sql => Number((await rows(sql))[0][0]);
await connection.run(`create table contacts as select (row_number() over ())::integer as id, ${fields} from ${source('contacts.csv')}`);
const loaded = now();
if (mode === 'whole') await rows(`select count(*), * from (select ${levels} from (${candidates})) group by all`);
await connection.run(`create table pairs as select * from (select id1, id2, ${score} as weight from (${candidates})) where weight >= ${lowest}`);
if (mode === 'whole') {
  // The lowest id spreads along the pairs until nothing changes.
  await connection.run('create table clusters as select id, id as cluster from contacts');
  await connection.run('create table links as select id1 as a, id2 as b from pairs union all select id2, id1 from pairs');
  for (let changed = 1; changed > 0;) {
    await connection.run('create or replace table lower as select a as id, min(c.cluster) as cluster from links join clusters c on c.id = b join clusters d on d.id = a where c.cluster < d.cluster group by a');
    changed = await one('select count(*) from lower');
    await connection.run('update clusters set cluster = lower.cluster from lower where clusters.id = lower.id');
  }
}

const ended = now();
const peak = peakKiB();
await connection.run(`create table truth as select (row_number() over ())::integer as id, "Person" as person from ${source('truth.csv')}`);
const pairsOf = 'sum(n * (n - 1) / 2)';
const [kept, keptTrue] = mode === 'whole'
  ? [await one(`select ${pairsOf} from (select count(*) as n from clusters group by cluster)`), await one(`select ${pairsOf} from (select count(*) as n from clusters join truth using (id) group by cluster, person)`)]
  : [await one('select count(*) from pairs'), await one('select count(*) from pairs join truth a on a.id = id1 join truth b on b.id = id2 where a.person = b.person')];
console.log(JSON.stringify({
  seconds: mode === 'whole' ? ended - started : ended - loaded,
  fromFileSeconds: ended - started,
  rows: await one('select count(*) from contacts'),
  candidates: await one(`select count(*) from (${candidates})`),
  kept,
  keptTrue,
  truePairs: await one(`select ${pairsOf} from (select count(*) as n from truth group by person)`),
  peakKiB: peak,
}));
