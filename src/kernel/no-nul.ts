import type { RequestHandler } from 'express';
import { invalid } from './problem.ts';

/**
 * Refuses the character NUL wherever it comes in: no text has it, PostgreSQL cannot store it, and it only ever comes from attacks or broken programs.
 */
export const noNul: RequestHandler = (req, _res, next) => {
  const inBody = typeof req.body === 'object' && req.body !== null && JSON.stringify(req.body).includes('\\u0000');
  next(
    inBody || /%00/i.test(req.originalUrl)
      ? invalid([
          {
            field: '',
            message: 'There is a character in that request that no text can have (NUL). Take it out and try again.',
          },
        ])
      : undefined,
  );
};
