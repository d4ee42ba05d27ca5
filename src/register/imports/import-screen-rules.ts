import type { Mistake } from '../../kernel/problem.ts';
import { ACCEPTABLE, type ImportOptions, type Target } from './import-contract.ts';
import { type ImportScreen, type MappingForm, type Preview, targetSchema } from './import-screen-contract.ts';
import { toldValuesSchema } from './value-contract.ts';
import { isMeaning, valuesIn, wordOfInput } from './value-inputs-contract.ts';
import { TARGET_WORDS } from './import-screen-words.ts';

/** What each column holds at present: as told on the screen, else as recognised or remembered. */
export function targetsNow({ preview, options }: Pick<ImportScreen, 'preview' | 'options'>): Target[][] {
  return preview.columns.map(({ position, targets }) => options.map[`#${position}`] ?? targets);
}

/**
 * The options that the form of columns and questions says. Only what differs from what was recognised is told,
 * so that next time's file is recognised by itself.
 */
export function optionsFrom(
  form: MappingForm,
  before: ImportOptions,
  preview: Preview,
): { options: ImportOptions; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const chosen = preview.columns.map(({ position }) =>
    targetsIn(String(form[`column_${position}`] ?? ''), `column_${position}`, mistakes),
  );
  const map: ImportOptions['map'] = {};
  preview.columns.forEach(({ position, targets }, at) => {
    const now = chosen[at] ?? [];
    if (now.join() !== targets.join()) map[`#${position}`] = now.length > 0 ? now : ['ignore'];
  });
  twice(chosen, preview, mistakes);
  const values = toldValuesSchema.safeParse(valuesIn(form, before.values));
  if (!values.success) mistakes.push(...wrongValues(form));
  const accept = ACCEPTABLE.filter((name) => form[`accept_${name}`] === 'yes');
  return {
    mistakes,
    options: {
      ...before,
      map,
      accept,
      values: values.data ?? before.values,
      format: form.format,
      organisation: form.organisation ?? before.organisation,
      dates: form.dates ?? before.dates,
      crs: form.crs_other ?? form.crs ?? before.crs,
      set: { ...(form.kind ? { kind: form.kind } : {}), ...(form.state ? { state: form.state } : {}) },
    },
  };
}

function wrongValues(form: MappingForm): Mistake[] {
  return Object.entries(form).flatMap(([field, answer]) => {
    const word = wordOfInput(field);
    const wrong = word !== undefined && typeof answer === 'string' && answer !== '' && !isMeaning(word.target, answer);
    return wrong ? [{ field, message: `Choose from the list what “${word.key}” counts as.` }] : [];
  });
}

function targetsIn(text: string, input: string, mistakes: Mistake[]): Target[] {
  const parsed = text
    .split(',')
    .filter((one) => one !== '')
    .map((one) => targetSchema.safeParse(one));
  if (parsed.some(({ success }) => !success))
    mistakes.push({ field: input, message: 'Choose what the column holds from the list.' });
  return parsed.flatMap(({ data }) => data ?? []);
}

/** Two columns cannot both hold the reference; one of them must be left out. */
function twice(chosen: Target[][], { columns }: Preview, mistakes: Mistake[]): void {
  const seen = new Set<Target>();
  chosen.forEach((targets, at) => {
    for (const target of targets) {
      if (target !== 'ignore' && seen.has(target))
        mistakes.push({
          field: `column_${columns[at]?.position}`,
          message: `Two columns are said to hold “${TARGET_WORDS[target]}”. Leave one of them out.`,
        });
      seen.add(target);
    }
  });
}
