import type { NewId } from '../ids.ts';
import type { ProgressFiles } from './progress-files.ts';

type Alive = Awaited<ReturnType<ProgressFiles['begin']>>;
type Deps = { newId: NewId; progress: ProgressFiles; onError(error: unknown): void };

/** Pieces of work in the background of this process, each with signs of life for the others. */
export function underWay({ newId, progress, onError }: Deps) {
  const running = new Map<string, Promise<void>>();
  return {
    /**
     * Starts a piece of work, unless somebody was quicker: of two presses, or two processes, one starts it.
     * @param claim takes the run for this process; false when another has it
     */
    async start(
      id: string,
      claim: (run: string) => Promise<boolean>,
      perform: (run: string, tell: Alive['tell']) => Promise<void>,
    ): Promise<void> {
      const run = newId();
      const alive = await progress.begin(id);
      if (!(await claim(run))) return alive.end();
      const work = perform(run, alive.tell)
        .catch(onError)
        .finally(() => alive.end())
        .finally(() => running.delete(run));
      running.set(run, work);
    },
    /** Whether this very process is doing it. */
    isHere: (run: string | null): boolean => run !== null && running.has(run),
    /** Waits until everything under way is done. */
    idle: async (): Promise<void> => void (await Promise.all(running.values())),
  };
}
