/** The line that stands first in a mail or letter about a case. */
export const caseLine = (number: string | null | undefined): string[] => (number ? [`Case ${number}`] : []);
