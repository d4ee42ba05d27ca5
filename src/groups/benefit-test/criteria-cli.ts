import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Area } from '../../ground/areas/area-contract.ts';
import { invalid } from '../../kernel/problem.ts';
import type { CriteriaService } from './criteria-service.ts';

type Deps = { criteria: CriteriaService; areas: { bySlug(slug: string): Promise<Area | undefined> } };

export const ADOPT_USAGE = 'criteria adopt FILE.json --area A --minute REFERENCE [--by "Cabinet"] [--from 2027-06-01]';
export const SHOW_USAGE = 'criteria show --area A [--version cbt-1]';

/** Adopts a criteria set for an area, from a day on. Cases that are complete before that day keep theirs. */
export async function adoptCriteria({ criteria, areas }: Deps, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { area: { type: 'string' }, minute: { type: 'string' }, by: { type: 'string' }, from: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file)
    throw invalid([
      {
        field: 'file',
        message: `Name the file with the criteria set: ${ADOPT_USAGE}. "criteria show" prints the one in force, to begin with.`,
      },
    ]);
  const area = await areaCalled(areas, values.area);
  const { set, sha256 } = await criteria.adopt(
    area,
    await jsonIn(file),
    { minute: values.minute ?? '', by: values.by, from: values.from },
    'system',
  );
  console.log(
    `${area.name} has adopted ${set.version} (${set.adopted_by}, ${set.minute_ref}). It goes from ${set.valid_from} on; cases that are complete before stay with theirs.`,
  );
  console.log(`SHA-256 ${sha256}`);
}

/** Prints a criteria set as adopted: the one in force, or a version. */
export async function showCriteria({ criteria, areas }: Deps, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { area: { type: 'string' }, version: { type: 'string' } } });
  const area = await areaCalled(areas, values.area);
  const current = (await criteria.history(area)).find(({ is }) => is === 'in_force');
  const shown =
    values.version === undefined && current ? current.stored : await criteria.named(area.id, values.version ?? '');
  console.log(JSON.stringify(shown.set, null, 2));
}

async function areaCalled(areas: Deps['areas'], slug: string | undefined): Promise<Area> {
  const area = slug === undefined ? undefined : await areas.bySlug(slug);
  if (!area)
    throw invalid([
      {
        field: 'area',
        message:
          slug === undefined
            ? 'Name the area: --area SLUG.'
            : `There is no area "${slug}". Its short name is what stands after "area create --slug".`,
      },
    ]);
  return area;
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw invalid([{ field: 'file', message: `We could not read ${file}. Check its name.` }]);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw invalid([
      {
        field: 'file',
        message: `${file} is not JSON: ${error instanceof Error ? error.message : ''}. "criteria show" prints a set as it should look.`,
      },
    ]);
  }
}
