import { expect } from 'chai';
import { whyNobodyCanSignIn } from '../../../src/ground/people/way-in-rules.ts';

const NO_WAY_IN = { smtpUrl: null, demo: false, passkeys: 0 };

describe('A way in', () => {
  for (const [title, given] of [
    ['a mail server', { smtpUrl: 'smtp://mail.example.org' }],
    ['the demonstration, which shows every mail', { demo: true }],
    ['somebody’s passkey', { passkeys: 1 }],
  ] as const)
    it(`is ${title}`, () => {
      expect(whyNobodyCanSignIn({ ...NO_WAY_IN, ...given })).to.equal(null);
    });

  it('is none without any of these, and the sentence says what to set', () => {
    expect(whyNobodyCanSignIn(NO_WAY_IN)).to.match(/^SMTP_URL: set it, for instance to smtp:/);
  });
});
