import { Problem } from '../problem.ts';

/** A file, or a choice made for it, with which no import can begin. The message says what to do; nothing was stored. */
export class ImportProblem extends Problem {
  constructor(message: string) {
    super(422, 'This file cannot be imported', message);
  }
}
