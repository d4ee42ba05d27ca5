import type { ImportLimits } from './import-contract.ts';
import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { featureTexts } from './geojson-text.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { textOf, type OnBytes, type SourceFile } from '../../kernel/tables/source-file.ts';

type Feature = { id: unknown; properties: Record<string, unknown>; geometry: unknown };

/** The names of all properties in the file, in order of appearance; `id` too where features have one beside their properties. */
export async function propertyNames(file: SourceFile, limits: ImportLimits, onBytes?: OnBytes): Promise<string[]> {
  const names = new Set<string>();
  let count = 0;
  for await (const { feature } of features(file, limits, onBytes)) {
    count++;
    if (feature.id !== undefined) names.add('id');
    for (const name of Object.keys(feature.properties)) names.add(name);
    if (names.size > limits.columns)
      throw new ImportProblem(
        `The features have more than ${limits.columns} different properties. Export only those that are needed.`,
      );
  }
  if (count === 0)
    throw new ImportProblem(
      'This file has no features in it. Export the layer again and check that places are selected.',
    );
  if (names.size === 0)
    throw new ImportProblem(
      'The features in this file have no properties, so nothing tells one place from the other. Export the layer with its attributes.',
    );
  return [...names];
}

/** The features of a file as rows: properties as cells in the order of `names`, and the geometry. `line` counts features from 1. */
export async function* geoJsonRows(
  file: SourceFile,
  names: string[],
  limits: ImportLimits,
  onBytes?: OnBytes,
): AsyncGenerator<SourceRow> {
  for await (const { number, feature } of features(file, limits, onBytes)) {
    const cells = names.map((name) =>
      asCell(name in feature.properties ? feature.properties[name] : name === 'id' ? feature.id : undefined),
    );
    yield { line: number, cells, geometry: feature.geometry ?? null };
  }
}

async function* features(
  file: SourceFile,
  limits: ImportLimits,
  onBytes?: OnBytes,
): AsyncGenerator<{ number: number; feature: Feature }> {
  let number = 0;
  for await (const text of featureTexts(textOf(file, onBytes), limits.featureChars)) {
    number++;
    if (number > limits.rows)
      throw new ImportProblem(
        `The file has more than ${limits.rows.toLocaleString('en-GB')} features. Split it into several files.`,
      );
    yield { number, feature: parsed(text, number) };
  }
}

function parsed(text: string, number: number): Feature {
  try {
    const value: unknown = JSON.parse(withLongNumbersKept(text));
    if (isRecord(value))
      return {
        id: value['id'],
        geometry: value['geometry'],
        properties: isRecord(value['properties']) ? value['properties'] : {},
      };
  } catch {
    // The sentence below says which feature it is.
  }
  throw new ImportProblem(
    `Feature ${number} of this file is not valid JSON. Export the layer again, or correct the feature.`,
  );
}

/** JavaScript rounds whole numbers of more than 15 digits, so two ids could become one: those are read as text. */
function withLongNumbersKept(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g, (part) =>
    part.startsWith('"') ? part : `"${part}"`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asCell(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'object') return '';
  return String(value);
}
