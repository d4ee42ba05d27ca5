import type { Row, Sent } from './sent.ts';

type Waiting = { sent: Sent; give(rows: Row[]): void; fail(error: unknown): void };
/** A connection on which looks that are asked for at the same moment travel together. */
export type Gathering = { gathering?: { depth: number; waiting: Waiting[] } };
/** How an engine asks for one look, and for several as one. */
export type Asking = { one(sent: Sent): Promise<Row[]>; several(all: readonly Sent[]): Promise<Row[][]> };

/** Begins to gather the looks of a connection. @returns how to end it */
export function gatherOn(connection: Gathering): () => void {
  const gathering = (connection.gathering ??= { depth: 0, waiting: [] });
  gathering.depth++;
  return () => void gathering.depth--;
}

/** Asks for a look, with all others that are asked for before anything has to wait; alone where nobody gathers. */
export function ask(connection: Gathering, sent: Sent, asking: Asking): Promise<Row[]> {
  const { gathering } = connection;
  if (!gathering?.depth) return asking.one(sent);
  return new Promise((give, fail) => {
    gathering.waiting.push({ sent, give, fail });
    // After everything that is ready to run: each of several pieces of work comes to its look by a few promises of its own.
    if (gathering.waiting.length === 1) queueMicrotask(() => process.nextTick(() => void send(connection, asking)));
  });
}

async function send({ gathering }: Gathering, asking: Asking): Promise<void> {
  const all = gathering?.waiting.splice(0) ?? [];
  try {
    const [first] = all;
    const found =
      all.length === 1 && first ? [await asking.one(first.sent)] : await asking.several(all.map(({ sent }) => sent));
    for (const [at, { give }] of all.entries()) give(found[at] ?? []);
  } catch (error) {
    for (const { fail } of all) fail(error);
  }
}
