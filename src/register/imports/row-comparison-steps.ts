import { createHash } from 'node:crypto';
import type { Asset, Day } from '../assets/asset-contract.ts';
import { compare } from './asset-change-reading.ts';
import type { ImportLimits } from './import-contract.ts';
import type { AssetChange, ImportTarget, KnownAsset } from './import-deps.ts';
import type { Gone } from './file-questions.ts';
import type { ReportBuilder } from './import-report-tally.ts';
import { nameKey } from '../../kernel/text.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
import type { RowContext } from './row-scene.ts';
import { readRow } from './row-outcome-reading.ts';
import type { RowNotes } from './row-note-tally.ts';
import type { RowReading } from './row-reading.ts';
import type { ValueTarget } from './value-contract.ts';
import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { newAsset, type ImportedAsset } from './row-asset-reading.ts';

type Pending = { code: string; notes: RowNotes; reading: RowReading | null };
type Mode = { target: ImportTarget; mode: 'dry_run' | 'apply' };

/**
 * Compares the rows of a file with the register, some hundred at a time, and writes what is new and what changed
 * (in a dry run it only counts). Afterwards `retireGone` deals with what the file no longer has.
 */
export function rowComparison(
  { target, mode }: Mode,
  context: RowContext,
  report: ReportBuilder,
  limits: ImportLimits,
) {
  const firstWith = new Map<string, { line: number; print: string }>();
  /** Codes, as the register has them, of assets that the file still lists. */
  const listed = new Set<string>();
  const taken = new Set<string>();
  const endings = new Map<string, Day>();
  const likeIt = new Map<string, { code: string; line: number }>();
  const newCodes = new Map<string, string>();
  let live = 0;
  let pending: Pending[] = [];

  return { take, finish, retireGone };

  async function take(row: SourceRow): Promise<void> {
    report.counts.read++;
    const { outcome, notes } = readRow(row, context);
    if (outcome.kind === 'asset') report.columns.add(row.cells, notes.issues);
    if (outcome.kind !== 'asset') {
      report.counts[outcome.kind]++;
      report.addIssues(notes.issues);
      report.values.add(notes.unknown, ['ownership_status']);
      if (outcome.code !== null && outcome.endedOn) endings.set(outcome.code, outcome.endedOn);
      if (outcome.code !== null && outcome.keeps) pending.push({ code: outcome.code, notes, reading: null });
    } else if (!isRepeat(row, outcome.reading, notes)) {
      pending.push({ code: outcome.reading.code, notes, reading: outcome.reading });
    }
    if (pending.length >= limits.batch) await finish();
  }

  function isRepeat(row: SourceRow, { code, line }: RowReading, notes: RowNotes): boolean {
    const print = fingerprint(row);
    const first = firstWith.get(code);
    if (!first) {
      flagNear(code, line, notes);
      firstWith.set(code, { line, print });
      return false;
    }
    if (first.print === print)
      leaveOut(notes, 'skipped', 'same_row', `The row is the same as line ${first.line}. Delete one of the two.`);
    else
      leaveOut(
        notes,
        'rejected',
        'same_reference',
        `Line ${first.line} has the reference "${code}" already, with other values. Give each row a reference of its own; the first was taken.`,
      );
    return true;
  }

  /** "AB/1" and "ab/1" are two references; whoever wrote the list may have meant one. */
  function flagNear(code: string, line: number, notes: RowNotes): void {
    const key = nameKey(code);
    const near = likeIt.get(key);
    likeIt.set(key, near ?? { code, line });
    if (near)
      notes.flag(
        'near_reference',
        'code',
        `Line ${near.line} has the reference "${near.code}", which differs only in capitals or blanks. If both rows are about one place, delete one of them.`,
      );
  }

  async function finish(): Promise<void> {
    const batch = pending;
    pending = [];
    if (batch.length === 0) return;
    const known = await target.find([...new Set(batch.map(({ code }) => code))]);
    const away = await target.movedAway([...new Set(batch.map(({ code }) => code))]);
    const added: ImportedAsset[] = [];
    const changed: AssetChange[] = [];
    for (const { code, notes, reading } of batch) {
      const found = known.get(code);
      const trueCode = found?.asset.code ?? code;
      if (!found && away.has(code)) {
        if (reading)
          leaveOut(
            notes,
            'skipped',
            'found_elsewhere',
            'Somebody asked whose this place is, and it was found to belong to another owner. It stays with them. If that is wrong, tell a broker.',
          );
        continue;
      }
      if (reading && taken.has(trueCode)) {
        leaveOut(
          notes,
          'rejected',
          'same_reference',
          `Another row is about the same asset under the reference "${trueCode}". Delete one of the two; the first was taken.`,
        );
        continue;
      }
      if (found && !found.asset.retiredOn && !listed.has(trueCode)) live++;
      listed.add(trueCode);
      if (!reading) continue;
      taken.add(trueCode);
      if (found) changed.push(...changeOf(found, reading, notes));
      else added.push(addition(reading));
      report.values.add(notes.unknown, found ? [] : decidingIn(reading));
      report.addIssues(notes.issues);
    }
    if (mode === 'dry_run') return;
    if (added.length > 0) await target.add(added);
    if (changed.length > 0) await target.change(changed);
  }

  function addition(reading: RowReading): ImportedAsset {
    const asset = newAsset(reading);
    report.counts.added++;
    newCodes.set(bareCode(reading.code), reading.code);
    countPlace(asset);
    return asset;
  }

  function countPlace({ point, shape, address }: Pick<Asset, 'point' | 'shape' | 'address'>): void {
    if (!point && !shape && !address.postcode) report.unplaced++;
  }

  function changeOf({ asset, shown }: KnownAsset, reading: RowReading, notes: RowNotes): AssetChange[] {
    const { fields, changes, locked, stateKept } = compare(asset, shown, reading);
    countPlace({ ...asset, ...fields });
    for (const { field } of locked) {
      notes.flag(
        'locked',
        null,
        `The field "${field}" was corrected by a person, so the file's value is not taken. If the file is right, unlock the field on the asset's page.`,
        field,
      );
    }
    if (stateKept)
      notes.flag(
        asset.heldBy === null ? 'state_kept' : 'held',
        null,
        asset.heldBy === null
          ? 'The list gives the place another state, but what is being asked for, lent or withdrawn is decided in the portal, so its state stays. Settle the case there.'
          : `The list gives the place another state, but a group has asked for it (${asset.heldBy}), so its state stays. Answer the proposal in the portal.`,
        'state',
      );
    const back = asset.retiredOn === null ? {} : { retiredOn: null };
    if (changes.length === 0 && asset.retiredOn === null) {
      report.counts.unchanged++;
      return [];
    }
    report.counts.changed++;
    report.addChange(
      reading.line,
      asset.code,
      asset.retiredOn === null ? changes : [...changes, { field: 'retiredOn', before: asset.retiredOn, after: null }],
    );
    return [{ before: asset, fields: { ...fields, ...back } }];
  }

  /** Retires the list's assets that the file no longer has, but for those that a group has asked for. @returns what was there before, and what of it is gone */
  async function retireGone(today: Day): Promise<Gone> {
    const outcome: Gone = { known: 0, gone: 0, respelt: [] };
    let after: string | null = null;
    for (;;) {
      const page = await target.importedCodes(after);
      const last = page.at(-1);
      if (!last) return { ...outcome, gone: report.counts.gone, known: live + report.counts.gone };
      after = last.code;
      const missing = page.filter(({ code }) => !listed.has(code));
      const gone = missing.filter(({ heldBy }) => heldBy === null);
      report.held.push(...missing.flatMap(({ code, heldBy }) => (heldBy === null ? [] : [{ code, heldBy }])));
      report.counts.gone += gone.length;
      outcome.respelt.push(...gone.flatMap(({ code }) => respelling(code)));
      for (const day of new Set([today, ...endings.values()])) {
        const leaving = gone.filter(({ code }) => (endings.get(code) ?? today) === day);
        for (const { code } of leaving)
          report.addChange(null, code, [{ field: 'retiredOn', before: null, after: day }]);
        if (mode === 'apply' && leaving.length > 0)
          await target.retire(
            leaving.map(({ id }) => id),
            day,
          );
      }
    }
  }

  function respelling(before: string): Gone['respelt'] {
    const now = newCodes.get(bareCode(before));
    return now === undefined ? [] : [{ before, now }];
  }

  function leaveOut(notes: RowNotes, level: 'skipped' | 'rejected', kind: string, message: string): void {
    notes.note(level, kind, notes.header('code'), message);
    report.counts[level]++;
    report.addIssues(notes.issues);
  }
}

/** A reference without what spreadsheets and people change of it: leading zeros, capitals, blanks and signs. */
const bareCode = (code: string): string =>
  code
    .toLowerCase()
    .replace(/[\s._/-]/g, '')
    .replace(/(^|[^0-9])0+(?=[0-9])/g, '$1');

/** Columns that decide what is published of a new asset, and whose words for it are not known. */
function decidingIn({ plain, stateUnclear }: RowReading): ValueTarget[] {
  const hides = stateUnclear && plain.kind !== 'land';
  return [
    ...(hides ? (['state', 'tenure_detail'] as const) : []),
    ...(plain.kind ? [] : (['kind', 'holding'] as const)),
  ];
}

/** Rows that read alike are alike, whatever line ends and blanks stand in their cells. */
function fingerprint({ cells, geometry }: SourceRow): string {
  const hash = createHash('sha1').update(cells.map(textOfCell).join('\u001f'));
  if (geometry) hash.update(JSON.stringify(geometry));
  return hash.digest('base64');
}
