import { parseArgs } from 'node:util';
import { measureCases } from './cases/measure-cases.ts';
import { ENGINES } from './support/engines.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    engine: { type: 'string', default: 'both' },
    cases: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '60' },
  },
});

for (const engine of ENGINES.filter((one) => values.engine === 'both' || values.engine === one))
  await measureCases(engine, { cases: Number(values.cases), requests: Number(values.requests) });
process.exit();
