import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBefore } from '../../kernel/old-files.ts';
import type { RoomLine, RoomLines } from './room-import-contract.ts';

const ENDING = '.rows';

/** The lines of lists that somebody brings in by the screen: one line of JSON each, without the columns that hold people. */
export function keptLines(dir: string) {
  const pathOf = (id: string): string => join(dir, `${id}${ENDING}`);
  return {
    async keep(id: string, lines: RoomLines): Promise<void> {
      await mkdir(dir, { recursive: true });
      const file = await open(pathOf(id), 'w', 0o600);
      try {
        for await (const line of lines()) await file.write(`${JSON.stringify(line)}\n`);
      } finally {
        await file.close();
      }
    },
    linesOf: (id: string): RoomLines =>
      async function* () {
        let rest = '';
        for await (const piece of createReadStream(pathOf(id), 'utf8') as AsyncIterable<string>) {
          const texts = (rest + piece).split('\n');
          rest = texts.pop() ?? '';
          for (const text of texts) yield JSON.parse(text) as RoomLine;
        }
      },
    remove: (id: string): Promise<void> => rm(pathOf(id), { force: true }),
    /** Ids of lists of which a file, of lines or of progress, was last written before an instant. */
    async olderThan(before: Date): Promise<string[]> {
      return [...new Set((await filesBefore(dir, before)).map((name) => name.replace(/\.\w+$/, '')))];
    },
    removeAll: async (id: string): Promise<void> =>
      void (await Promise.all([ENDING, '.progress'].map((ending) => rm(join(dir, `${id}${ending}`), { force: true })))),
  };
}
export type KeptLines = ReturnType<typeof keptLines>;
