import type { Decisions, ImportOptions } from './import-contract.ts';
import { counted, nameKey } from '../../kernel/text.ts';
import { readingInWords } from '../../kernel/tables/coordinate-reading.ts';
import { NUMBER_TARGETS, ownerAmong, type Survey } from './import-survey-reading.ts';
import type { MappedSource } from './import-source-reading.ts';

/** What people should know about the file as a whole, though nothing has to be decided. */
export function fileNotices(
  source: MappedSource,
  survey: Survey,
  options: ImportOptions,
  remembered: Decisions,
): string[] {
  const { columns, uses } = source.mapping;
  const { usual, inside, outside } = survey;
  const notices: string[] = [];
  const say = (when: unknown, sentence: () => string): void => {
    if (when) notices.push(sentence());
  };
  const named = (how: (typeof uses)[number]['how']): string =>
    uses
      .filter((use) => use.how === how)
      .map((use) => `"${use.header}"`)
      .join(', ');

  say(
    source.file.encoding === 'windows-1252',
    () => 'The file is not UTF-8; it was read as Windows-1252. Save it as "CSV UTF-8" next time.',
  );
  say(
    source.file.damagedCharacters > 0,
    () =>
      `${counted(source.file.damagedCharacters, 'character')} in the file ${source.file.damagedCharacters === 1 ? 'is' : 'are'} damaged and shown as \uFFFD.`,
  );
  say(
    usual?.swapped && inside > 0,
    () =>
      `The two coordinates stand the other way round in most rows; they were read as ${usual ? readingInWords(usual) : ''}.`,
  );
  say(
    usual?.unsigned && inside > 0,
    () => 'The longitudes of most rows lack their minus sign; they were read with it.',
  );
  say(
    inside > 0 && outside > inside,
    () =>
      `More places lie outside the area (${outside.toLocaleString('en-GB')}) than in it (${inside.toLocaleString('en-GB')}). Check that the area is the right one.`,
  );
  const commas = NUMBER_TARGETS.filter((target) => survey.marks[target] === 'comma').map(
    (target) => `"${columns[target]?.header ?? target}"`,
  );
  say(
    commas.length > 0,
    () => `The numbers in ${commas.join(', ')} have a decimal comma: 1,25 and 1,250 were read as one and a quarter.`,
  );
  const [only] = survey.organisations;
  const several = survey.organisations.length > 1;
  const among = ownerAmong(survey.organisations, options.owner, options.organisation ?? remembered.organisation);
  say(
    several && among === null,
    () =>
      `The file names ${counted(survey.organisations.length, 'organisation')}, none of them ${options.owner}; all rows are taken as belonging to ${options.owner}.`,
  );
  say(
    only !== undefined && !several && nameKey(only) !== nameKey(options.owner),
    () => `The file says that it is the list of ${only}; its places are taken as those of ${options.owner}.`,
  );
  say(named('personal'), () => `Columns about people are never stored: ${named('personal')}.`);
  say(
    uses.some((use) => use.how === 'split'),
    () => `Two headers had slid into one cell and were taken apart: ${named('split')}.`,
  );
  say(
    Object.keys(remembered.map).length > 0 && uses.some((use) => use.how === 'remembered'),
    () => `Columns were mapped as last time: ${named('remembered')}.`,
  );
  say(
    Object.keys(remembered.set).length > 0,
    () =>
      `As last time, these values hold for the whole file: ${Object.entries(options.set)
        .map(([field, value]) => `${field}=${value}`)
        .join(', ')}.`,
  );
  say(
    !columns.state && !columns.tenure_detail && !options.set.state && source.format !== 'brownfield',
    () =>
      'No column says which places are empty, so new ones are listed as in use. If all are empty, add --set state=vacant.',
  );
  return notices;
}

const HELD_NAMED = 10;

/** What stays on the register although the file no longer has it, because groups have asked for it. */
export function heldNotices(held: readonly { code: string; heldBy: string }[]): string[] {
  if (held.length === 0) return [];
  const named = held.slice(0, HELD_NAMED).map(({ code, heldBy }) => `${code} (${heldBy})`);
  const more = held.length > named.length ? ` and ${(held.length - named.length).toLocaleString('en-GB')} more` : '';
  return [
    `${counted(held.length, 'place')} ${held.length === 1 ? 'is' : 'are'} not in the file any more and yet ${held.length === 1 ? 'stays' : 'stay'}, because groups have asked for ${held.length === 1 ? 'it' : 'them'}: ${named.join(', ')}${more}. Answer the proposals in the portal; after that the next import takes off the register what is still not in the list.`,
  ];
}
