import { expect } from 'chai';
import { ConfigProblem, readConfig } from '../../src/kernel/config.ts';

const WRONG: [variable: string, value: string, says: RegExp][] = [
  ['PORT', 'eighty', /PORT to a number between 0 and 65535/],
  ['PORT', '65536', /PORT/],
  ['PORT', '-1', /PORT/],
  ['PORT', '80.5', /PORT/],
  ['DATABASE_URL', 'mysql://localhost/meantime', /DATABASE_URL to sqlite:.* or postgres:/],
  ['DATABASE_URL', './meantime.db', /DATABASE_URL/],
  ['BASE_URL', 'meantime', /BASE_URL to the address people type/],
  ['DEMO', 'yes', /DEMO/],
  ['MAP_TILES_URL', 'https://tiles.example.org/', /MAP_TILES_URL to an address with \{z\}, \{x\} and \{y\}/],
  ['MAP_TILES_URL', 'javascript:{z}', /MAP_TILES_URL/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL/],
  ['SESSION_SECRET', 'short', /SESSION_SECRET to at least 32 random characters/],
  ['TRUST_PROXY', 'on', /TRUST_PROXY to off, to the number of proxies/],
  ['TRUST_PROXY', 'true', /TRUST_PROXY/],
  ['TRUST_PROXY', '11', /TRUST_PROXY/],
  ['TRUST_PROXY', '0.0.0.0/0', /TRUST_PROXY/],
  ['TRUST_PROXY', '10.0.0.0/8, proxy.example.org', /TRUST_PROXY/],
  ['CODES_PER_NETWORK', '3', /CODES_PER_NETWORK to 10 or more/],
  ['CODES_PER_NETWORK', 'many', /CODES_PER_NETWORK to a number/],
  ['MEANTIME_NOW', 'tomorrow', /MEANTIME_NOW to an instant such as 2027-03-01T09:00:00Z/],
  ['MEANTIME_NOW', '2027-03-01T09:00:00', /MEANTIME_NOW/],
];

describe('The configuration', () => {
  it('has sensible values for everything, so that a newcomer sets nothing', () => {
    expect(readConfig({})).to.deep.include({
      production: false,
      port: 3000,
      databaseUrl: 'sqlite:./data/meantime.db',
      dataDir: './data',
      baseUrl: 'http://localhost:3000',
      demo: true,
      startAt: null,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', MEANTIME_NOW: '' })).to.deep.equal(readConfig({}));
  });

  it('reads what is set', () => {
    const config = readConfig({
      PORT: '8080',
      DATABASE_URL: 'postgres://db/meantime',
      BASE_URL: 'https://meantime.example.org//',
      DEMO: 'off',
      MEANTIME_NOW: '2027-03-01T09:00:00+01:00',
    });
    expect(config).to.deep.include({
      port: 8080,
      databaseUrl: 'postgres://db/meantime',
      baseUrl: 'https://meantime.example.org',
      demo: false,
    });
    expect(config.startAt?.toISOString()).to.equal('2027-03-01T08:00:00.000Z');
  });

  it('believes nobody about where requests come from, unless it is told how many proxies there are or which', () => {
    expect(readConfig({}).trustProxy).to.equal(false);
    expect(readConfig({ TRUST_PROXY: 'off' }).trustProxy).to.equal(false);
    expect(readConfig({ TRUST_PROXY: '2' }).trustProxy).to.equal(2);
    expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::/8' }).trustProxy).to.deep.equal([
      'loopback',
      '10.0.0.0/8',
      'fd00::/8',
    ]);
  });

  for (const [variable, value, says] of WRONG) {
    it(`names ${variable} when it is "${value}"`, () => {
      expect(messageOf({ [variable]: value }))
        .to.match(says)
        .and.to.match(new RegExp(`^ {2}${variable}: `, 'm'));
    });
  }

  it('names every variable that is wrong at once', () => {
    expect(messageOf({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' })).to.match(/PORT:[^]*DEMO:[^]*LOG_LEVEL:/);
  });

  it('never repeats the database’s password', () => {
    expect(messageOf({ DATABASE_URL: 'postgress://meantime:secret@db/meantime' })).not.to.include('secret');
  });

  it('wants a secret of its own and its public address in production', () => {
    expect(messageOf({ NODE_ENV: 'production' })).to.match(/SESSION_SECRET:[^]*BASE_URL:/);
    for (const guessable of ['for development only, never in production', 'x'.repeat(64), 'secret'.repeat(6)])
      expect(messageOf({ ...PRODUCTION, SESSION_SECRET: guessable })).to.match(/SESSION_SECRET: .*random/);
  });

  it('wants to know in production whom mail comes from, where mail goes out', () => {
    expect(messageOf({ ...PRODUCTION, SMTP_URL: 'smtp://mail' })).to.match(/MAIL_FROM/);
    const config = readConfig({ ...PRODUCTION, SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@example.org' });
    expect(config.mailFrom).to.equal('a@example.org');
  });

  it('refuses to turn the clock in production, and only there', () => {
    expect(messageOf({ ...PRODUCTION, MEANTIME_NOW: '2027-03-01T09:00:00Z' })).to.match(
      /MEANTIME_NOW: unset it in production/,
    );
    expect(readConfig(PRODUCTION).production).to.equal(true);
    expect(readConfig({ NODE_ENV: 'test', MEANTIME_NOW: '2027-03-01T09:00:00Z' }).startAt).to.not.equal(null);
  });

  it('is no demonstration in production, unless somebody asks for one', () => {
    expect([readConfig(PRODUCTION).demo, readConfig({ ...PRODUCTION, DEMO: 'on' }).demo]).to.deep.equal([false, true]);
  });
});

/** What every production server must have. */
const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: '7f3a91c05e2b48d6a0f4c8e1b9d27365',
  BASE_URL: 'https://meantime.example.org',
};

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
    throw error;
  }
  return 'nothing was wrong';
}
