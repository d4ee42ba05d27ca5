import { middleOf, type Outline } from '../../kernel/geo.ts';
import { invalid, type Mistake } from '../../kernel/problem.ts';
import type { Asset } from './asset-contract.ts';
import type { Edited, EditField, FormValues, Seen } from './asset-edit-contract.ts';
import { squareMetresOf } from './asset-edit-outline-reading.ts';
import { readField } from './asset-edit-reading.ts';
import { locksAfter, sameLocks } from './asset-edit-rules.ts';
import { CHECKED_BY } from './asset-edit-words.ts';
import { isHidden } from './asset-redaction-rules.ts';
import type { AssetChange } from './asset-change-contract.ts';

type Context = { today: string; within: Outline; seen: Seen; as: keyof typeof CHECKED_BY };

/**
 * What is written: the fields the person changed, the check, the locks.
 * @throws Problem 400 with everything that cannot be read
 */
export function fieldsOf(
  asset: Asset,
  mine: EditField[],
  values: FormValues,
  { today, within, seen, as }: Context,
): AssetChange['fields'] {
  const mistakes: Mistake[] = [];
  const edited = Object.fromEntries(
    mine.map((field) => [field, readField(field, values, { today, within }, mistakes)]),
  ) as Edited;
  if (as === 'owner' && showsItself(asset, edited, today))
    mistakes.push({
      field: 'kind',
      message:
        'This building is hidden while it stands empty, and this change would show where it is. Ask an officer to make it.',
    });
  const check = checkIn(values, today, as, mistakes);
  if (mistakes.length > 0) throw invalid(mistakes);
  const drawn = followingOutline(asset, edited, values['use_outline_area'] === 'yes');
  const all = { ...edited, ...drawn };
  const lockedFields = locksAfter(
    asset.lockedFields,
    seen,
    values,
    Object.keys(all) as EditField[],
    values['lock_edited'] === 'yes',
  );
  return {
    ...all,
    ...('point' in all ? { precision: all.point ? ('exact' as const) : ('none' as const) } : {}),
    ...(check ? { lastCheck: check, certainty: 'seen' as const } : {}),
    ...(sameLocks(lockedFields, asset.lockedFields) ? {} : { lockedFields }),
  };
}

/** Whether calling a hidden building something else would publish its place: that is for those who may release it. */
function showsItself(asset: Asset, edited: Edited, today: string): boolean {
  const renamed = { kind: edited.kind ?? asset.kind, tenureDetails: edited.tenureDetails ?? asset.tenureDetails };
  const others = { ...asset, ...edited, kind: asset.kind, tenureDetails: asset.tenureDetails };
  return isHidden(others, today) && !isHidden({ ...others, ...renamed }, today);
}

/** An outline gives a point where there was none, and the land area when that is wanted. */
function followingOutline(asset: Asset, edited: Edited, wantsArea: boolean): Edited {
  const shape = 'shape' in edited ? edited.shape : asset.shape;
  if (!shape) return {};
  const hasPoint = 'point' in edited ? Boolean(edited.point) : asset.precision === 'exact';
  const size = squareMetresOf(shape);
  return {
    ...('shape' in edited && !hasPoint ? { point: middleOf(shape) } : {}),
    ...(wantsArea && size !== asset.landAreaM2 ? { landAreaM2: size } : {}),
  };
}

function checkIn(
  values: FormValues,
  today: string,
  as: keyof typeof CHECKED_BY,
  mistakes: Mistake[],
): Asset['lastCheck'] {
  if (!values['check']) return null;
  const on = values['check'] === 'today' ? today : (values['check_on'] ?? '');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on)) || on > today)
    mistakes.push({ field: 'check_on', message: 'Enter the day of the check, today or earlier, as year-month-day.' });
  return { on, by: CHECKED_BY[as], source: values['check_source'] || 'Visit' };
}
