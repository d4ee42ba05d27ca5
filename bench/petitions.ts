import { parseArgs } from 'node:util';
import { measurePetitions } from './petitions/measure-petitions.ts';
import { ENGINES } from './support/engines.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    engine: { type: 'string', default: 'both' },
    signatures: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '60' },
  },
});

for (const engine of ENGINES.filter((one) => values.engine === 'both' || values.engine === one))
  await measurePetitions(engine, { signatures: Number(values.signatures), seconds: Number(values.seconds) });
process.exit();
