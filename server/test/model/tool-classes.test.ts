import { catalogue } from '@leashlint/rules';
import { expect, it } from 'vitest';
import { createCatalogueIndex } from '../../src/model/catalogue/catalogue-index.js';
import { buildModel } from '../../src/model/build.js';
import { projectOf } from './flow-project.js';

function model(text: string) {
  const program = projectOf({ 'main.ts': text });
  const index = createCatalogueIndex(catalogue, (file, module) => program.version(file, module));
  return buildModel(program, index, { secretFormats: [] });
}

const body = `{
  name = 'shell'; description = 'Run a command'; schema = z.object({ command: z.string(), mode: z.enum(['a', 'b']) });
  async _call({ command, mode }: { command: string; mode: string }) { execSync(command); return execSync(mode).toString(); }
}`;
const imports = `import { execSync } from 'node:child_process'; import { z } from 'zod';`;

it('finds tools that are classes and follows what the model fills', () => {
  const app = model(
    `import { StructuredTool } from '@langchain/core/tools'; ${imports} export class Shell extends StructuredTool ${body}`,
  );
  expect(app.tools.map(({ name, gated }) => [name, gated])).toEqual([['shell', 'unknown']]);
  expect(app.flows.filter(({ sink }) => sink.kind === 'shell').map(({ source }) => source.label)).toEqual([
    'argument `command` of tool `shell`',
  ]);
});

it('finds them through a base of the project', () => {
  const app = model(
    `import { StructuredTool } from '@langchain/core/tools'; ${imports} abstract class Base extends StructuredTool {} class Shell extends Base ${body}`,
  );
  expect(app.tools.map(({ name }) => name)).toContain('shell');
});

it('takes no class of the same name from elsewhere', () => {
  const app = model(`import { StructuredTool } from './own'; ${imports} class Shell extends StructuredTool ${body}`);
  expect(app.tools).toEqual([]);
});
