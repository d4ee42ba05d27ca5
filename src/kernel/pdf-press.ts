import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Printed, ToPrint } from './pdf-child.ts';

/** After how many papers the process is a new one, after how many milliseconds without work it ends, and how many one paper may take. */
export type PressLimits = { papers: number; idleMs: number; paperMs: number };
const USUAL: PressLimits = { papers: 300, idleMs: 60_000, paperMs: 30_000 };

export type Press = {
  /**
   * Makes a PDF, one after the other.
   * @throws Error when the template does not hold, the PDF is not accessible (PDF/UA-1), it takes too long, or the process dies; the next is not touched by it
   */
  print(order: ToPrint): Promise<Buffer>;
  /** The process at work, for tests. */
  pid(): number | undefined;
};

/**
 * Prints in a process of its own: what it leaves in memory goes with it, and what kills it kills nothing else. It starts with the first paper,
 * and ends with this process or when nothing is to be done. An idle one holds nobody up.
 */
export function pdfPress({ papers, idleMs, paperMs }: PressLimits = USUAL): Press {
  let child: ChildProcess | undefined;
  let done = 0;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const letGo = (): void => {
    clearTimeout(idle);
    if (child?.connected) child.disconnect();
    [child, done] = [undefined, 0];
  };

  function childAtWork(): ChildProcess {
    if (child) return child;
    const started = startChild();
    started.on('exit', () => child === started && letGo());
    child = started;
    return started;
  }

  async function printNow(order: ToPrint): Promise<Buffer> {
    clearTimeout(idle);
    const answer = await answerOf(childAtWork(), order, paperMs).catch((error: unknown) => {
      letGo();
      throw error;
    });
    done++;
    if (done >= papers) letGo();
    else idle = setTimeout(letGo, idleMs).unref();
    if ('error' in answer) throw new Error(`The paper could not be made: ${answer.error}`);
    return Buffer.from(answer.pdf);
  }

  return {
    print(order) {
      const printing = last.then(() => printNow(order));
      last = printing.catch(() => undefined);
      return printing;
    },
    pid: () => child?.pid,
  };
}

/** The program lies beside this file, as source or built. It needs nothing of what configures us. */
function startChild(): ChildProcess {
  const kind = extname(import.meta.url);
  const child = fork(fileURLToPath(new URL(`./pdf-child${kind}`, import.meta.url)), {
    serialization: 'advanced',
    execArgv: kind === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // What is not told while somebody waits is told by the next paper, which starts another.
  child.on('error', () => undefined);
  return child;
}

/** Waits for the answer, and keeps this process going as long as that. A process that does not answer is no good for another paper. */
function answerOf(child: ChildProcess, order: ToPrint, withinMs: number): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const over = (): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', died).off('error', failed);
      child.channel?.unref();
      child.unref();
    };
    const answered = (answer: unknown): void => (over(), resolve(answer as Printed));
    const failed = (error: Error): void => (over(), child.kill('SIGKILL'), reject(error));
    const died = (): void => failed(new Error('The paper could not be made: the process that makes it ended.'));
    const tooLong = (): void => failed(new Error(`The paper could not be made within ${withinMs / 1000} seconds.`));
    const timer = setTimeout(tooLong, withinMs);
    child.ref();
    child.channel?.ref();
    child.on('message', answered).on('exit', died).on('error', failed);
    child.send(order, (error) => error && failed(error));
  });
}
