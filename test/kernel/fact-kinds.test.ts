import { expect } from 'chai';
import ts from 'typescript';

const FOLD = 'src/reactions.ts';
const PLANTED = 'src/planted.ts';

/** What the compiler says of the product's fold over reactions, and of a file planted beside it. */
function complaints(planted: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    'tsconfig.json',
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  );
  const options = config?.options ?? {};
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  const isPlanted = (path: string): boolean => path.endsWith(PLANTED);
  host.fileExists = (path) => isPlanted(path) || fileExists(path);
  host.readFile = (path) => (isPlanted(path) ? planted : readFile(path));
  const program = ts.createProgram([FOLD, PLANTED], options, host);
  return [FOLD, PLANTED].flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

describe('A kind of fact', () => {
  it('does not compile before somebody has said what follows from it, and cannot be recorded before it is declared', () => {
    const [fold, act, ...others] = complaints(`import type { UnitOfWork } from './kernel/facts.ts';
      declare module './kernel/fact.ts' { interface FactKinds { roof_flew_away: true } }
      export const act = ({ record }: UnitOfWork): void => {
        record({ kind: 'roof_flew_away', subjectKind: 'asset', subjectId: '1', actor: 'ann' });
        record({ kind: 'moon_fell', subjectKind: 'asset', subjectId: '1', actor: 'ann' });
      };`);
    expect(fold).to.match(/^src\/reactions\.ts: .*roof_flew_away/);
    expect(act).to.match(/^src\/planted\.ts: .*"moon_fell"/);
    expect(others).to.deep.equal([]);
  }).timeout(120_000);
});
