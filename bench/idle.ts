import { parseArgs } from 'node:util';
import { measureIdle } from './idle/idle-minute.ts';
import { ENGINES } from './support/engines.ts';
import { printTable, thousands } from './support/table.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    engine: { type: 'string', default: 'both' },
    bookings: { type: 'string', default: '20000' },
    settle: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '60' },
  },
});
const [bookings, settle, seconds] = [Number(values.bookings), Number(values.settle), Number(values.seconds)];

const rows = [];
for (const engine of ENGINES.filter((one) => values.engine === 'both' || values.engine === one)) {
  const { cpuMs, statements, transactions, commits, whole } = await measureIdle(engine, { bookings, settle, seconds });
  const share = `${(cpuMs / seconds / 10).toFixed(2)} %`;
  rows.push([engine, Math.round(cpuMs), share, statements, transactions, commits ?? '', whole]);
}
printTable(
  `${thousands(bookings)} live bookings, nobody asks for anything for ${seconds} s`,
  [
    '',
    'processor ms',
    'of a core',
    'statements',
    'transactions',
    'commits by pg_stat_database',
    'read a large table whole',
  ],
  rows,
);
process.exit();
