import { expect } from 'chai';
import { diagramOf } from '../../../src/ground/cases/transition-diagram-text.ts';
import type { TransitionTable } from '../../../src/ground/cases/transition-contract.ts';
import { actsOf, after, faultsOf, isEnd, openStates, stuckStates } from '../../../src/ground/cases/transition-rules.ts';

type State = 'asked' | 'owner_asked' | 'yes' | 'closed';
type Act = 'pass_on' | 'agree' | 'close';
type Table = TransitionTable<State, Act, 'ask' | 'answer'>;

const END = { turn: 'nobody', next: '', limit: null, silence: [], acts: {} } as const;
const SOUND: Table = {
  asked: {
    stage: 'Asked',
    turn: 'broker',
    next: 'ask the owner',
    limit: 'ask',
    silence: ['pass_on'],
    acts: { pass_on: { to: 'owner_asked', who: ['broker', 'clock'], guard: null } },
  },
  owner_asked: {
    stage: 'The owner is asked',
    turn: 'owner',
    next: 'answer',
    limit: 'answer',
    silence: ['close'],
    acts: {
      agree: { to: 'yes', who: ['owner_representative'], guard: 'the owner is known' },
      close: { to: 'closed', who: ['clock'], guard: null },
    },
  },
  yes: { stage: 'Agreed', ...END },
  closed: { stage: 'Closed', ...END },
};

describe('A table of transitions', () => {
  it('says what may be done by whom, and refuses everything else', () => {
    expect(after(SOUND, 'asked', 'pass_on', 'broker')).to.equal('owner_asked');
    expect(after(SOUND, 'asked', 'pass_on', 'scorer'), 'not theirs').to.equal(null);
    expect(after(SOUND, 'asked', 'agree', 'owner_representative'), 'not yet').to.equal(null);
    expect(after(SOUND, 'yes', 'close', 'clock'), 'it is over').to.equal(null);
    expect(actsOf(SOUND, 'owner_asked', 'owner_representative')).to.deep.equal(['agree']);
    expect(actsOf(SOUND, 'owner_asked', 'clock')).to.deep.equal(['close']);
  });

  it('knows its ends, and that every other state ends whoever is silent', () => {
    expect(openStates(SOUND)).to.deep.equal(['asked', 'owner_asked']);
    expect(isEnd(SOUND, 'closed')).to.equal(true);
    for (const silent of [['broker'], ['owner_representative'], ['broker', 'owner_representative']] as const)
      expect(stuckStates(SOUND, silent)).to.deep.equal([]);
    expect(faultsOf(SOUND, 'asked')).to.deep.equal([]);
  });

  it('finds a state that one silent person keeps for ever', () => {
    const waits: Table = {
      ...SOUND,
      asked: { ...SOUND.asked, acts: { pass_on: { to: 'owner_asked', who: ['broker'], guard: null } } },
    };
    expect(stuckStates(waits, ['broker'])).to.deep.equal(['asked']);
    expect(faultsOf(waits, 'asked').join(' ')).to.include('the clock does “pass_on”');
  });

  it('finds two states that lead round and round with nobody there', () => {
    const round: Table = {
      ...SOUND,
      owner_asked: {
        ...SOUND.owner_asked,
        silence: ['close'],
        acts: { close: { to: 'asked', who: ['clock'], guard: null } },
      },
    };
    expect(stuckStates(round, ['broker', 'owner_representative'])).to.deep.equal(['asked', 'owner_asked']);
  });

  it('finds what was forgotten: silence, a limit, whose turn it is, a state that nobody reaches', () => {
    const lost: Table = {
      ...SOUND,
      owner_asked: {
        ...SOUND.owner_asked,
        limit: null,
        silence: [],
        turn: 'nobody',
        next: '',
        acts: { close: { to: 'closed', who: ['clock'], guard: null } },
      },
    };
    expect(faultsOf(lost, 'asked')).to.deep.equal([
      'owner_asked: nothing happens when nobody acts.',
      'owner_asked: it is not said how long it lasts.',
      'owner_asked: it is not said whose turn it is.',
      'yes: no way leads there.',
    ]);
  });

  it('is drawn as a diagram, with who and how long', () => {
    const text = diagramOf(SOUND, 'asked', {
      act: (act) => act.replace('_', ' '),
      limit: (limit) => `5 days to ${limit}`,
    });
    expect(text.split('\n')).to.include.members([
      'stateDiagram-v2',
      '  state "The owner is asked" as owner_asked',
      '  [*] --> asked',
      '  asked --> owner_asked : pass on (broker, after 5 days to ask)',
      '  owner_asked --> yes : agree (owner representative)',
      '  yes --> [*]',
    ]);
  });
});
