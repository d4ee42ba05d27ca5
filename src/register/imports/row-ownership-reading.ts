import { shortened } from './cell-identifier-reading.ts';
import { ownershipOf } from './ownership-rules.ts';
import type { RowContext } from './row-scene.ts';
import type { RowNotes } from './row-note-tally.ts';
import type { RowOutcome } from './row-reading.ts';
import { skip } from './row-refusal-reading.ts';

/**
 * A list that says who owns each place is believed, whatever kind of list it is: only what the public owns, alone or with
 * others, is listed. A brownfield register must say it. An owner in words that we do not know is not listed, and asked about.
 */
export function ownershipRefusal(notes: RowNotes, { format }: RowContext): RowOutcome | undefined {
  if (!notes.has('ownership_status') && format !== 'brownfield') return undefined;
  const text = notes.text('ownership_status');
  const told = notes.told('ownership_status', text);
  const answer = told ? { value: told } : ownershipOf(text);
  if (!('value' in answer)) return unclear(notes, text, answer.meant);
  if (answer.value === 'private')
    return skip(
      notes,
      'not_public',
      'ownership_status',
      'The site is not owned by a public authority, so it is not listed. Nothing needs doing.',
      false,
    );
  if (answer.value === 'unknown')
    return skip(
      notes,
      'unknown_owner',
      'ownership_status',
      'The list does not know who owns the site, so it is not listed. If it is public, enter "owned by a public authority".',
      true,
    );
  return undefined;
}

function unclear(notes: RowNotes, text: string, meant: string | null): RowOutcome {
  notes.ask({ target: 'ownership_status', text, meant });
  const what =
    text === '' ? 'Nothing says who owns the site' : `"${shortened(text)}" does not say plainly who owns the site`;
  const where = text === '' ? strayOwnership(notes) : '';
  return skip(
    notes,
    'unclear_owner',
    'ownership_status',
    `${what}${where}, so it is not listed. Say what it counts as, or enter "owned by a public authority", "not owned by a public authority" or "mixed ownership".`,
    true,
  );
}

/** In lists copied from a PDF, "0.29 Owned by a public authority" slides into the cell before. */
function strayOwnership(notes: RowNotes): string {
  const cell = notes.cells.find((text) =>
    /\d\s+(not )?owned by a public authority|\d\s+mixed ownership|\d\s+unknown ownership/i.test(text),
  );
  return cell === undefined ? '' : ` (another cell reads "${shortened(cell.trim())}")`;
}
