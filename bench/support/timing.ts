import { Agent, get } from 'node:http';

export type Reply = { status: number; bytes: number; text: string; took: number };

const agent = new Agent({ keepAlive: true });

/** One GET over a connection that stays open, compressed as browsers ask for it. `text` is filled for uncompressed replies only. */
type Asking = { compressed?: boolean; cookie?: string };

function fetchTimed(url: string, { compressed = true, cookie }: Asking = {}): Promise<Reply> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { ...(compressed && { 'accept-encoding': 'gzip' }), ...(cookie && { cookie }) };
    get(url, { agent, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.once('error', reject);
      res.once('end', () => {
        const took = performance.now() - start;
        const body = Buffer.concat(chunks);
        resolve({
          status: res.statusCode ?? 0,
          bytes: body.length,
          text: compressed ? '' : body.toString('utf8'),
          took,
        });
      });
    }).once('error', reject);
  });
}

/** @throws when the server did not answer with what was asked for: a fast mistake must not pass for a fast answer */
export async function answered(url: string, options?: Asking): Promise<Reply> {
  const reply = await fetchTimed(url, options);
  if (reply.status !== 200)
    throw new Error(
      `${url} answered ${reply.status}: ${(await fetchTimed(url, { compressed: false })).text.slice(0, 500)}`,
    );
  return reply;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { took: performance.now() - start, result };
}

/** The value below which a share of all lies: 0.5 for the middle. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
