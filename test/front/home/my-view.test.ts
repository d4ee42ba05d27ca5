import { expect } from 'chai';
import { myView } from '../../../client/front/home/my-view.ts';
import { htmlOf } from '../../../src/kernel/html-text.ts';

describe('What waits on somebody’s own page', () => {
  const shown = (late: boolean): string =>
    htmlOf(
      myView(
        {
          name: 'Gita',
          email: null,
          rights: [],
          groups: [],
          waiting: [{ text: 'pay £204 of hire', href: '/bookings/1/course', due: '2026-11-19', late }],
          expecting: [],
          below: [],
        },
        false,
      ),
    ).replace(/<[^>]*>/g, '');

  it('says when its day has passed', () => {
    expect(shown(true)).to.include('pay £204 of hire late, was due by Thursday 19 November 2026');
    expect(shown(false)).to.include('pay £204 of hire by Thursday 19 November 2026');
  });
});
