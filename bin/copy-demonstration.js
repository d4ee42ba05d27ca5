import { cpSync, statSync } from 'node:fs';

// The compiler carries over code only: maps, records and drawings of the demonstration go to dist as they are.
const data = (path) => statSync(path).isDirectory() || !/\.[jt]s$/.test(path);
cpSync('seeds/marlbeck', 'dist/seeds/marlbeck', { recursive: true, filter: data });
