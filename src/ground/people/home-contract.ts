/**
 * A line on somebody’s own page. `due` is the day by which it is to be done; where nothing is to be done, the day on which it `happens`.
 * `late`: that day has passed.
 */
export type HomeLine = { text: string; href: string; due: string | null; happens?: true; late?: boolean };
