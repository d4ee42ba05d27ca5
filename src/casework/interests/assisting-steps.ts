import { daysAfter } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { RegisteringFor } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';

/** Longer ago nobody remembers what was said. */
const LONGEST_AGO_DAYS = 28;

/** Makes the function that finds somebody by their address, or writes down somebody new. @returns their id */
export const interestedPerson =
  ({ people }: Pick<InterestDeps, 'people'>) =>
  async (unit: UnitOfWork, given: RegisteringFor, actor: string): Promise<string> => {
    const email = given.person_email ?? null;
    const known = email === null ? undefined : await people.byEmail(unit.trx, email);
    if (known) return known.id;
    const details = {
      email,
      name: given.person_name,
      telephone: given.person_telephone || null,
      postalAddress: given.person_address || null,
    };
    return (await people.add(unit, details, actor)).id;
  };

/** What only shows when the day and the whole form are known. */
export function assistedMistakes(given: RegisteringFor, today: Day): Mistake[] {
  const mistakes: Mistake[] = [];
  if (given.received_on > today || given.received_on < daysAfter(today, -LONGEST_AGO_DAYS))
    mistakes.push({
      field: 'received_on',
      message: `Enter the day they got in touch: within the last ${LONGEST_AGO_DAYS} days, and not after today.`,
    });
  if (given.person_email === undefined && given.person_telephone === '' && given.person_address === '')
    mistakes.push({
      field: 'person_telephone',
      message: 'Enter an e-mail address, a telephone number or a postal address, so that we can reach them.',
    });
  if (given.read_back === 'letter' && given.person_address === '')
    mistakes.push({ field: 'person_address', message: 'Enter the postal address that the copy goes to.' });
  return mistakes;
}
