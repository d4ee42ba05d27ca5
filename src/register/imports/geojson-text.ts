import { ImportProblem } from '../../kernel/tables/import-problem.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = new Set([123, 91]);
const CLOSE = new Set([125, 93]);

/**
 * The text of each feature of a GeoJSON FeatureCollection, one after the other, so that a large file never stands in memory as a whole.
 * @param pieces the file's text in pieces of any size; @param maxChars for one feature
 * @throws ImportProblem when the text is no FeatureCollection, stops early, or has a feature that is too large
 */
export async function* featureTexts(pieces: AsyncIterable<string>, maxChars: number): AsyncGenerator<string> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inFeatures = false;
  let found = false;
  /** The feature in hand, or a key of the outermost object. */
  let held = '';
  let key = '';
  let holding = false;

  for await (const piece of pieces) {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const char = piece.charCodeAt(i);
      if (inString) {
        if (escaped) escaped = false;
        else if (char === BACKSLASH) escaped = true;
        else if (char === QUOTE) {
          inString = false;
          if (depth === 1) [key, held, holding] = [held + piece.slice(from, i), '', false];
        }
        continue;
      }
      if (char === QUOTE) {
        inString = true;
        if (depth === 1) [from, holding, held] = [i + 1, true, ''];
      } else if (OPEN.has(char)) {
        if (depth === 1 && char === 91 && key === 'features') [inFeatures, found] = [true, true];
        else if (inFeatures && depth === 2) [from, holding, held] = [i, true, ''];
        depth++;
      } else if (CLOSE.has(char)) {
        depth--;
        if (inFeatures && depth === 2) {
          yield held + piece.slice(from, i + 1);
          [held, holding] = ['', false];
        } else if (depth === 1) inFeatures = false;
      }
    }
    if (holding) held += piece.slice(from);
    if (held.length > maxChars)
      throw new ImportProblem(
        `One feature of this file is larger than ${maxChars.toLocaleString('en-GB')} characters. Simplify its outline and export the layer again.`,
      );
  }
  if (!found)
    throw new ImportProblem(
      'This file is JSON, but not a GeoJSON FeatureCollection. Export a map layer as GeoJSON; save a table or a list of records as CSV.',
    );
  if (depth !== 0 || inString)
    throw new ImportProblem('This GeoJSON file stops in the middle. Download or export it again.');
}
