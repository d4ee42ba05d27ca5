import type { FactKind, NewFact } from '../../kernel/fact.ts';
import type { AssetChange } from './asset-change-contract.ts';
import type { Asset } from './asset-contract.ts';
import { STATE_WORDS } from './asset-words.ts';

export type FactMaker = (assetId: string, kind: FactKind, more: Partial<NewFact>) => NewFact;

/** Makes facts about assets of one area, all by the same hand. */
export const factsOf =
  (areaId: string, actor: string): FactMaker =>
  (subjectId, kind, more) => ({ kind, areaId, subjectKind: 'asset', subjectId, actor, ...more });

/** Fields in the words of the history line "Changed: …". What is not here (locks) is not for the public. */
const FIELD_WORDS: Partial<Record<keyof Asset, string>> = {
  name: 'name',
  description: 'description',
  address: 'address',
  point: 'position',
  shape: 'outline',
  landAreaM2: 'land area',
  floorAreaM2: 'floor area',
  tenure: 'tenure',
  tenureDetails: 'tenure',
  tenureNote: 'tenure',
  holding: 'holding',
  functionLabel: 'function',
  purpose: 'purpose',
  suitability: 'suitability',
  energyRating: 'energy rating',
  identifiers: 'references',
  kind: 'kind',
  costs: 'running costs',
  effectiveOn: 'date of the record',
  stateSince: 'date of the state',
  stateNote: 'note on the state',
  plannedUse: 'what is planned',
  evidence: 'why it is listed',
  routes: 'what may be done here',
  constraints: 'constraints',
  features: 'features',
  hazards: 'hazards',
};

/** The facts that a change leaves: its history reads them. */
export function changeFacts({ before, fields }: AssetChange, source: string, fact: FactMaker): NewFact[] {
  const { state, retiredOn, lastCheck, release, heldBy, ...others } = fields;
  const facts: NewFact[] = [];
  const withState = state !== undefined && state !== before.state;
  if (retiredOn === null && before.retiredOn !== null)
    facts.push(fact(before.id, 'asset_added', { publicText: `Back on the register. ${source}` }));
  if (withState) {
    facts.push(
      fact(before.id, 'state_changed', {
        before: before.state,
        after: state,
        publicText: `Now ${STATE_WORDS[state].toLowerCase()}. ${source}`,
      }),
    );
  }
  if (lastCheck)
    facts.push(
      fact(before.id, 'asset_checked', {
        before: before.lastCheck,
        after: lastCheck,
        publicText: `Checked on the spot. ${source}`,
      }),
    );
  if (release !== undefined) {
    facts.push(
      fact(before.id, release ? 'asset_released' : 'asset_hidden', {
        before: before.release,
        after: release,
        publicText: release ? `Its place was made public. ${source}` : `Its place was hidden. ${source}`,
      }),
    );
  }
  if (heldBy !== undefined && heldBy !== before.heldBy && !withState)
    facts.push(
      fact(before.id, 'asset_changed', { before: { heldBy: before.heldBy }, after: { heldBy }, publicText: source }),
    );
  // Where a case changes the state, the line of the state says from when on and which case it is.
  const changed = (Object.keys(others) as (keyof typeof others)[]).filter(
    (field) => !(withState && heldBy !== undefined && field === 'stateSince'),
  );
  const words = [...new Set(changed.flatMap((field) => FIELD_WORDS[field] ?? []))];
  if (changed.length > 0) {
    const was = Object.fromEntries(changed.map((field) => [field, before[field]]));
    facts.push(
      fact(before.id, 'asset_changed', {
        before: was,
        after: Object.fromEntries(changed.map((field) => [field, others[field]])),
        publicText: words.length > 0 ? `Changed: ${words.join(', ')}. ${source}` : null,
      }),
    );
  }
  return facts;
}
