/** Letters of the National Grid's squares, row by row from the north-west; I is left out. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
const REFERENCE = /^([HNOST][A-HJ-Z])\s*(\d{3,5})\s*(\d{3,5})$/i;
const RUN_TOGETHER = /^([HNOST][A-HJ-Z])\s*(\d{6}|\d{8}|\d{10})$/i;

/**
 * A reference to the Ordnance Survey National Grid as metres east and north (EPSG:27700): "SJ 741 905", "SJ7410090500".
 * The middle of the square it names; references to whole kilometres are too coarse to be a place.
 */
export function gridReferenceOf(text: string): { x: number; y: number } | undefined {
  const bare = text.trim();
  const together = RUN_TOGETHER.exec(bare);
  const apart = REFERENCE.exec(bare);
  const letters = (together ?? apart)?.[1]?.toUpperCase();
  const digits = together?.[2] ?? '';
  const [east, north] = together
    ? [digits.slice(0, digits.length / 2), digits.slice(digits.length / 2)]
    : [apart?.[2] ?? '', apart?.[3] ?? ''];
  if (!letters || east === '' || east.length !== north.length) return undefined;
  const [first, second] = [...letters].map((letter) => LETTERS.indexOf(letter));
  if (first === undefined || second === undefined) return undefined;
  const size = 10 ** (5 - east.length);
  const column = (((first - 2) % 5) + 5) % 5;
  return {
    x: (column * 5 + (second % 5)) * 100_000 + Number(east) * size + Math.floor(size / 2),
    y:
      (19 - Math.floor(first / 5) * 5 - Math.floor(second / 5)) * 100_000 + Number(north) * size + Math.floor(size / 2),
  };
}
