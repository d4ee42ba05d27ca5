type Stop = () => Promise<void> | void;

const stops: Stop[] = [];

/** Remembers something that all tests share, so that it is stopped once, after the last of them. */
export function atTheEnd(stop: Stop): void {
  stops.push(stop);
}

/** Stops everything shared, what was started last first. */
export async function stopEverything(): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
}
