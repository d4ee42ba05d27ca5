/** Text, or text that leads somewhere. A line break in it is one on paper too. */
export type Words = string | { text: string; href: string };

/** A drawing in SVG, `width` millimetres wide on paper, with what it tells in words for whoever does not see it. */
export type Figure = { kind: 'figure'; svg: string; alt: string; width: number };

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: Words; tone?: 'lead' | 'quote' | 'small' }
  | { kind: 'list'; items: readonly Words[] }
  /** What is called how, one under the other: "Ward: Old Town". */
  | { kind: 'facts'; rows: readonly { term: string; says: Words }[] }
  /** `byHand`: lines high enough to write in, and how wide each column is beside the others. */
  | {
      kind: 'table';
      caption: string;
      head: readonly string[];
      rows: readonly (readonly string[])[];
      byHand?: readonly number[];
    }
  /** A number that somebody reads out. */
  | { kind: 'number'; label: string; number: string }
  /** An address that somebody types: one line that never breaks, in smaller letters where it would be too long. `says` stands before it. */
  | { kind: 'address'; says: string; text: string; href: string }
  | Figure
  /** Words with a figure at their side. */
  | { kind: 'beside'; figure: Figure; blocks: readonly Block[] };

/**
 * A paper: one tree from which both its file and its page are made, so that neither can say what the other does not. A `sign` hangs
 * outside and is read from two metres; a `document` is read in the hand. `day` is the date that the file bears: the same paper is the same
 * file, whenever it is made.
 */
export type Paper = {
  look: 'sign' | 'document';
  title: string;
  /** Who speaks: the area. */
  from: string;
  number: string;
  /** `YYYY-MM-DD` */
  day: string;
  blocks: readonly Block[];
};
