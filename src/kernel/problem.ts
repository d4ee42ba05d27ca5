/** One thing that is wrong with what a person sent: `field` names the input, `message` says what to do. */
export type Mistake = { field: string; message: string };

/**
 * Something the person who asked can understand and act on. Answered as RFC 9457 problem details or as a page.
 * Anything that is not a Problem is our own fault: logged once, answered with a bare 500.
 */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly mistakes: Mistake[];

  constructor(status: number, title: string, message: string, mistakes: Mistake[] = []) {
    super(message);
    this.status = status;
    this.title = title;
    this.mistakes = mistakes;
  }
}

export const invalid = (mistakes: Mistake[], status = 400): Problem =>
  new Problem(status, 'Please check what you entered', mistakes.map((mistake) => mistake.message).join(' '), mistakes);

export const notFound = (what = 'page'): Problem =>
  new Problem(
    404,
    'Not found',
    `We could not find that ${what}. The address may be mistyped, or it may no longer be here.`,
  );

/** For what was here and is not any more: a retired asset, a closed case. */
export const gone = (message: string): Problem => new Problem(410, 'No longer on the register', message);

export const conflict = (message: string): Problem => new Problem(409, 'This was changed meanwhile', message);

/** RFC 9457, section 3. */
export function problemDetails(problem: Problem, instance: string): Record<string, unknown> {
  const { status, title, message, mistakes } = problem;
  return {
    type: 'about:blank',
    status,
    title,
    detail: message,
    instance,
    ...(mistakes.length > 0 ? { errors: mistakes } : {}),
  };
}
