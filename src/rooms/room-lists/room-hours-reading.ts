import type { Weekday } from '../../kernel/recurrence-contract.ts';
import type { NewWindow } from '../spaces/space-edit-contract.ts';
import { minuteOf } from '../spaces/time-contract.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const EXAMPLE = 'Write opening hours like "Mon-Fri 09:00-21:00; Sat 10:00-16:00".';

/**
 * Opening hours as one writes them on a command line. The owner decides about every wish in them, and silence is no yes.
 * @throws ImportProblem that says how to write them
 */
export function hoursIn(text: string): NewWindow[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, days = '', from = '', to = ''] = /^([a-z,\s-]+?)\s+(\S+?)\s*(?:-|–|to)\s*(\S+)$/i.exec(part) ?? [];
      const [start, end] = [minuteOf(from), minuteOf(to)];
      const weekdays = daysIn(days);
      if (start === undefined || end === undefined || end <= start || weekdays.length === 0)
        throw new ImportProblem(`"${part}" is no opening time. ${EXAMPLE}`);
      return weekdays.map((weekday): NewWindow => ({
        weekday,
        from: start,
        to: end,
        seasonFrom: null,
        seasonTo: null,
        term: 'always',
        approval: 'owner',
        publishedOpen: false,
        staffed: false,
        note: null,
      }));
    });
}

function daysIn(text: string): Weekday[] {
  const days = text.split(',').flatMap((part): number[] => {
    const [first = -1, last = first] = part
      .split('-')
      .map((name) => DAYS.indexOf(name.trim().toLowerCase().slice(0, 3)));
    return first < 0 || last < first ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
  });
  return [...new Set(days)].toSorted() as Weekday[];
}
