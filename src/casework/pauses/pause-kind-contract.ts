/**
 * Why the clock of a case stands still: the group corrects something, or asks for it itself; a statutory advert; the order of a court; an
 * emergency stop. No other reason does, and nobody’s lateness is one (casework reference, 8.4, rule 3; second part, section 2).
 */
export const PAUSE_KINDS = ['correct', 'wish', 'advert', 'court', 'emergency'] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];
