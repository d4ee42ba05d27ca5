/** A line on somebody's own page. `due` is the day by which it is to be done, or the day of use where nothing is due. */
export type HomeLine = { text: string; href: string; due: string | null };
