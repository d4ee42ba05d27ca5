import type { Command } from '../../kernel/command.ts';
import { invalid } from '../../kernel/problem.ts';
import { counted } from '../../kernel/text.ts';
import { readHolidays } from './holiday-reading.ts';
import type { HolidaysTaken, holidayService } from './holiday-service.ts';

const USAGE = 'holidays FILE';

/** Takes bank holidays of further years, or one that was announced late, from the file that GOV.UK publishes. */
export const holidayCommand = (holidays: ReturnType<typeof holidayService>, say: (line: string) => void): Command => ({
  name: 'holidays',
  usage: USAGE,
  migrates: true,
  async run([file]) {
    if (file === undefined) throw invalid([{ field: 'file', message: `Name the file: ${USAGE}` }]);
    for (const taken of await holidays.take(await readHolidays(file))) say(takenWords(taken));
  },
});

function takenWords({ calendar, added, removed, areas }: HolidaysTaken): string {
  const changes = [
    ...(added.length > 0 ? [`added ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`took away ${removed.join(', ')}`] : []),
  ];
  const what = changes.length > 0 ? changes.join('; ') : 'nothing is new';
  return `${calendar}: ${what}. ${counted(areas, 'area')} ${areas === 1 ? 'goes' : 'go'} by it. Days that have passed stay as they were.`;
}
