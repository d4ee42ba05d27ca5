import cliProgress from 'cli-progress';
import type { TableProgress } from './table-contract.ts';

/** What a command writes to: a terminal or a file. */
export type Output = { write(text: string): unknown; isTTY?: boolean };

/** How far a command has come, on terminals only. */
export function progressBar(stderr: Output): { show: (progress: TableProgress) => void; stop: () => void } {
  if (!stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: '{stage} [{bar}] {percentage}%',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  return {
    show: ({ stage, done, total }) => {
      if (!started) bar.start(total, 0, { stage });
      started = true;
      bar.update(done, { stage: stage.padEnd(9) });
    },
    stop: () => bar.stop(),
  };
}
