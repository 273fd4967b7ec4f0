// Loads a CSV file into Polars and profiles every column exactly: node polars.mjs FILE
// Prints one line of JSON, as duckdb.mjs does.
import polars from 'nodejs-polars';
import { report } from './report.mjs';

const [file] = process.argv.slice(2);
const started = process.hrtime.bigint();
const accounts = polars.readCSV(file, { inferSchemaLength: null, tryParseDates: true });
const distinct = [];
for (const name of accounts.columns) {
  const filled = accounts.select(polars.col(name)).dropNulls();
  const groups = filled.groupBy(name).agg(polars.col(name).count().alias('rows'));
  distinct.push(groups.height);
  groups.sort({ by: 'rows', descending: true }).head(10);
}

for (const name of accounts.columns) {
  const column = accounts.getColumn(name);
  if (!column.isNumeric()) continue;
  accounts.select(
    polars.col(name).min().alias('min'), polars.col(name).max().alias('max'), polars.col(name).mean().alias('mean'), polars.col(name).std().alias('std'),
    ...[0.05, 0.25, 0.5, 0.75, 0.95].map(q => polars.col(name).quantile(q).alias(`q${q}`)));
}
report(started, accounts.height, distinct);
