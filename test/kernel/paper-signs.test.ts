import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { canPrint, printed, printedOtherwise } from '../../src/kernel/paper-signs-words.ts';

const FONT = '@expo-google-fonts/atkinson-hyperlegible-next';

describe('The signs of papers', () => {
  for (const cut of ['400Regular', '400Regular_Italic', '700Bold'])
    it(`are those of the font’s cut ${cut}, neither more nor fewer`, () => {
      const has = charactersOf(
        createRequire(import.meta.url).resolve(`${FONT}/${cut}/AtkinsonHyperlegibleNext_${cut}.ttf`),
      );
      for (let code = 32; code < 0x1_0000; code++)
        if (canPrint(String.fromCodePoint(code)) !== has(code)) expect.fail(`U+${code.toString(16)}: ${has(code)}`);
    });

  const CASES: [written: string, print: string][] = [
    ['Łódź, Gŵyl & Šárka’s £5 – “ja”', 'Łódź, Gŵyl & Šárka’s £5 – “ja”'],
    ['Gw\u0302yl', 'Gŵyl'],
    ['Łódź 🌱 Gŵyl', 'Łódź [symbol] Gŵyl'],
    ['👩‍🌾👍🏽 ❤️', '[symbol] [symbol]'],
    ['जय', '[symbol]'],
    ['Ọlá', 'Olá'],
    ['a\u00adb\u200dc\u202ed', 'abcd'],
    ['one\r\ntwo\tthree\u2011four\u00a0five', 'one\ntwo three-four five'],
    ['\ud83c alone', '[symbol] alone'],
  ];
  for (const [written, print] of CASES)
    it(`print ${JSON.stringify(written)} as ${JSON.stringify(print)}`, () => expect(printed(written)).to.equal(print));

  it('are told where they are printed otherwise than written', () => {
    const paper = { look: 'sign', title: 'Ọlá 🌱', from: '🌱', number: '1', day: '2027-01-01', blocks: [] } as const;
    expect(printedOtherwise(paper)).to.deep.equal([
      { written: 'Ọ', print: 'O' },
      { written: '🌱', print: '[symbol]' },
    ]);
    expect(printedOtherwise({ ...paper, title: 'Gw\u0302yl', from: 'Łódź' })).to.deep.equal([]);
  });
});

/** Reads which characters a font has a glyph for, from its table `cmap`, format 4 (ISO/IEC 14496-22). */
function charactersOf(file: string): (code: number) => boolean {
  const font = readFileSync(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const cmap = font.readUInt32BE((tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8);
  const maps = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at),
  );
  const map = maps.find((at) => font.readUInt16BE(at) === 4) ?? 0;
  const bytes = font.readUInt16BE(map + 6);
  const codes = new Set<number>();
  for (let segment = 0; segment < bytes; segment += 2) {
    const at = map + 16 + segment;
    const [last, first, shift, offset] = [at - 2, at + bytes, at + 2 * bytes, at + 3 * bytes].map((place) =>
      font.readUInt16BE(place),
    ) as [number, number, number, number];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + shift : font.readUInt16BE(at + 3 * bytes + offset + 2 * (code - first));
      if ((glyph & 0xffff) !== 0) codes.add(code);
    }
  }
  return (code) => codes.has(code);
}
