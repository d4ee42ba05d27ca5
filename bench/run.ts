/** What `npm run bench -- NAME` can measure; each module measures when it is loaded. */
const BENCHES: Record<string, { about: string; load: () => Promise<unknown> }> = {
  register: {
    about:
      'map, lists, imports and freshness of a register of a million assets  [--assets 1000000] [--engine sqlite|postgres|both] [--rows 100000] [--only map,list,fresh,import,plans]',
    load: () => import('./register.ts'),
  },
  idle: {
    about:
      'what a server with many live bookings uses while nobody asks for anything  [--engine sqlite|postgres|both] [--bookings 20000] [--settle 30] [--seconds 60]',
    load: () => import('./idle.ts'),
  },
  rooms: {
    about:
      'checking and booking series in twenty rooms; the finder among a hundred thousand rooms and five million claims  [--engine sqlite|postgres|both] [--only booking,search] [--spaces 100000] [--claims 5000000] [--requests 60]',
    load: () => import('./rooms.ts'),
  },
  cases: {
    about:
      'the page of a case, the desk, and what is due among a hundred thousand cases with their histories  [--engine sqlite|postgres|both] [--cases 100000] [--requests 60]',
    load: () => import('./cases.ts'),
  },
  petitions: {
    about:
      'twenty signatures a second, the page of counts and the finder of patterns over a hundred thousand signatures  [--engine sqlite|postgres|both] [--signatures 100000] [--seconds 60]',
    load: () => import('./petitions.ts'),
  },
};

const bench = BENCHES[process.argv[2] ?? ''];
if (bench) await bench.load();
else
  console.log(
    [
      'Usage: npm run bench -- NAME [options]',
      '',
      ...Object.entries(BENCHES).map(([name, { about }]) => `  ${name}  ${about}`),
    ].join('\n'),
  );
