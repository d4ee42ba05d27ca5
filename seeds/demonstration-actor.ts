/** Who did what the seed does, in the record of facts. */
export const ACTOR = 'demonstration';
