import { expect } from 'chai';
import { pdfOf, renderPdf } from '../../src/kernel/pdf.ts';
import { pdfPress, type PressLimits } from '../../src/kernel/pdf-press.ts';
import type { Paper } from '../../src/kernel/paper-contract.ts';
import { until } from '../support/processes.ts';
import { readPdf } from '../support/pdf-reading.ts';

const USUAL: PressLimits = { papers: 100, idleMs: 60_000, paperMs: 120_000 };
const TITLED = `#set document(title: "A", date: none)\n#set text(font: "Atkinson Hyperlegible Next", fallback: false)\n`;
const PLAIN = { template: `${TITLED}#json(bytes(sys.inputs.data))`, data: '"Hello"' };
const ENDLESS = { template: '#for a in range(100000) { for b in range(100000) { if a + b < 0 [x] } }', data: '0' };
const paper = (text: string): Paper => ({
  look: 'document',
  title: 'Trial',
  from: 'Testborough',
  number: 'TB-1',
  day: '2027-03-03',
  blocks: [{ kind: 'paragraph', text }],
});
const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'made',
    (error: unknown) => String(error),
  );
const runs = (pid: number | undefined): boolean => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('Papers as PDF', () => {
  it('are checked for everybody’s reading while they are made', async () => {
    const BAD: [template: string, says: RegExp][] = [
      ['Hello', /PDF\/UA-1 error: missing document title/],
      [`${TITLED}= One\n=== Three`, /PDF\/UA-1 error: .*heading/],
      [`${TITLED}Seeds 🌱`, /PDF\/UA-1 error: the text `"🌱"` could not be displayed/],
      [
        `${TITLED}#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), format: "svg")`,
        /PDF\/UA-1 error: missing alt text/,
      ],
      ['#nonsense', /unknown variable: nonsense/],
    ];
    for (const [template, says] of BAD) expect(await failure(renderPdf(template, {})), template).to.match(says);
  });

  it('are the same bytes for the same paper, whichever process makes them and when', async () => {
    const [one, other] = [pdfPress(USUAL), pdfPress(USUAL)];
    const first = await one.print(PLAIN);
    expect((await other.print(PLAIN)).equals(first)).to.equal(true);
    const again = await pdfOf(paper('Hello'));
    const second = (): number => Math.floor(Date.now() / 1_000);
    const then = second();
    await until(async () => second() > then);
    expect((await pdfOf(paper('Hello'))).equals(again)).to.equal(true);
    expect((await pdfOf(paper('Goodbye'))).equals(again)).to.equal(false);
    expect(one.pid()).not.to.equal(other.pid());
  });

  it('are each its own when two are made at once', async () => {
    const texts = ['Apples', 'Pears', 'Plums'];
    const read = await Promise.all(texts.map(async (text) => readPdf(await pdfOf(paper(text)))));
    expect(read.map(({ text }) => text)).to.deep.equal(texts.map((text) => `TestboroughTrial${text}`));
  });

  it('fail when the process that makes them dies, and the next one does not', async () => {
    const press = pdfPress(USUAL);
    const dying = failure(press.print(ENDLESS));
    const next = press.print(PLAIN);
    await until(async () => press.pid() !== undefined);
    const killed = press.pid();
    process.kill(Number(killed), 'SIGKILL');
    expect(await dying).to.match(/the process that makes it ended/);
    expect((await next).subarray(0, 5).toString()).to.equal('%PDF-');
    expect(press.pid()).not.to.equal(killed);
    process.kill(Number(press.pid()), 'SIGKILL');
    await until(async () => press.pid() === undefined);
    expect((await press.print(PLAIN)).length, 'after it died with nothing to do').to.be.above(1_000);
  });

  it('are given up when one takes too long', async () => {
    const press = pdfPress({ ...USUAL, paperMs: 200 });
    const given = failure(press.print(ENDLESS));
    await until(async () => press.pid() !== undefined);
    const pid = press.pid();
    expect(await given).to.match(/could not be made within 0\.2 seconds/);
    await until(async () => !runs(pid));
  });

  it('come from a new process after so many, and from none while there is nothing to do', async () => {
    const press = pdfPress({ ...USUAL, papers: 2, idleMs: 300 });
    await press.print(PLAIN);
    const first = press.pid();
    await press.print(PLAIN);
    expect(press.pid()).to.equal(undefined);
    await press.print(PLAIN);
    const second = press.pid();
    expect(second).to.be.a('number').and.not.to.equal(first);
    await until(async () => press.pid() === undefined && !runs(first) && !runs(second));
  });
});
