type Stop = () => Promise<void> | void;

const stops: Stop[] = [];
process.once('exit', stopAtOnce);

/** Remembers something that all tests of a process share, so that it is stopped once, after the last of them. */
export function atTheEnd(stop: Stop): void {
  stops.push(stop);
}

/** Stops everything shared, what was started last first. */
export async function stopEverything(): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
}

/** A worker, or a run that is interrupted, ends without waiting: what it started is told to stop, and does so by itself. */
function stopAtOnce(): void {
  for (let stop = stops.pop(); stop; stop = stops.pop()) void stop();
}
