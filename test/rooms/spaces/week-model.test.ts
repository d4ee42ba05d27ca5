import { expect } from 'chai';
import {
  announcement,
  type Block,
  blocksIn,
  blockWords,
  firstMinute,
  lanes,
  type Line,
  type Move,
  moved,
  newBlock,
  shifted,
} from '../../../client/rooms/spaces/week-rules.ts';

const evening: Block = { line: 1, weekday: 2, from: 1_080, to: 1_260 };
const line = (more: Partial<Line>): Line => ({ line: 1, days: '2', from: '18:00', to: '21:00', ...more });

describe('The week of opening hours', () => {
  it('is made of the lines of the form; what is not right there is not in it', () => {
    expect(blocksIn([line({})])).to.deep.equal([evening]);
    expect(blocksIn([line({ days: '6-7', from: '6pm', to: 'midnight' })]).map(blockWords)).to.deep.equal([
      'Saturday 18:00 to 24:00',
      'Sunday 18:00 to 24:00',
    ]);
    expect(
      blocksIn([line({ to: '' }), line({ from: '21:00', to: '18:00' }), line({ days: '' }), line({ to: 'late' })]),
    ).to.deep.equal([]);
    expect(blocksIn([line({ to: '0:00' })]).map(({ to }) => to)).to.deep.equal([1_440]);
  });

  const moves: [block: Block, move: Move, words: string][] = [
    [evening, 'later', 'Tuesday 18:15 to 21:15'],
    [evening, 'hour_earlier', 'Tuesday 17:00 to 20:00'],
    [evening, 'end_later', 'Tuesday 18:00 to 21:15'],
    [evening, 'day_after', 'Wednesday 18:00 to 21:00'],
    [{ ...evening, weekday: 7 }, 'day_after', 'Sunday 18:00 to 21:00'],
    [{ ...evening, to: 1_440 }, 'later', 'Tuesday 18:00 to 24:00'],
    [{ ...evening, from: 0 }, 'earlier', 'Tuesday 00:00 to 21:00'],
    [{ ...evening, to: 1_095 }, 'end_earlier', 'Tuesday 18:00 to 18:15'],
    [{ ...evening, to: 1_440 }, 'end_later', 'Tuesday 18:00 to 24:00'],
  ];
  for (const [block, move, words] of moves)
    it(`moves ${blockWords(block)} ${move.replaceAll('_', ' ')} to ${words}`, () =>
      expect(blockWords(moved(block, move))).to.equal(words));

  it('keeps the length of a block that is dragged to the edge of its day', () => {
    expect(blockWords(shifted(evening, 10_000))).to.equal('Tuesday 21:00 to 24:00');
    expect(blockWords(shifted(evening, -10_000))).to.equal('Tuesday 00:00 to 03:00');
  });

  it('puts a new block after what there is, or in the evening', () => {
    expect(blockWords(newBlock([], 3, 9))).to.equal('Wednesday 18:00 to 21:00');
    expect(blockWords(newBlock([evening], 2, 9))).to.equal('Tuesday 21:00 to 23:00');
    expect(blockWords(newBlock([{ ...evening, to: 1_440 }], 2, 9))).to.equal('Tuesday 23:00 to 24:00');
  });

  it('sets side by side what holds at the same time, and says so', () => {
    const [late, other] = [
      { ...evening, line: 2, from: 1_200, to: 1_320 },
      { ...evening, line: 3, weekday: 4 as const },
    ];
    expect(lanes([evening, late, other])).to.deep.equal([
      { lane: 0, of: 2 },
      { lane: 1, of: 2 },
      { lane: 0, of: 1 },
    ]);
    expect(announcement(evening, [evening, late])).to.equal(
      'Tuesday 18:00 to 21:00, at the same time as Tuesday 20:00 to 22:00.',
    );
    expect(announcement(other, [evening, other])).to.equal('Thursday 18:00 to 21:00.');
    expect([firstMinute([evening]), firstMinute([{ ...evening, from: 285 }])]).to.deep.equal([360, 240]);
  });
});
