import { parseArgs } from 'node:util';
import { measureBooking } from './rooms/booking.ts';
import { measureSearching } from './rooms/search.ts';
import { ENGINES } from './support/engines.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    engine: { type: 'string', default: 'both' },
    only: { type: 'string', default: 'booking,search' },
    spaces: { type: 'string', default: '100000' },
    claims: { type: 'string', default: '5000000' },
    requests: { type: 'string', default: '60' },
  },
});
const parts = new Set(values.only.split(','));
const many = { spaces: Number(values.spaces), claims: Number(values.claims), requests: Number(values.requests) };

for (const engine of ENGINES.filter((one) => values.engine === 'both' || values.engine === one)) {
  if (parts.has('booking')) await measureBooking(engine);
  if (parts.has('search')) await measureSearching(engine, many);
}
process.exit();
