import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import { wantedFiles } from '../../src/engine/wanted-files.js';
import { createMemoryHost } from '../../src/workspace/memory-host.js';

const action = '.github/actions/sort/action.yml';
const files = {
  '.github/workflows/triage.yml': [
    'on: issues',
    'jobs:',
    '  sort:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: ./.github/actions/sort',
    '        with: { text: "${{ github.event.issue.body }}" }',
    '',
  ].join('\n'),
  [action]: [
    'inputs:',
    '  text: { required: true }',
    'runs:',
    '  using: composite',
    '  steps:',
    '    - uses: google-github-actions/run-gemini-cli@v0',
    '      with:',
    '        prompt: "Sort: ${{ inputs.text }}"',
    '',
  ].join('\n'),
};

it('an action that an editor shows alone is seen as its workflow uses it', () => {
  const engine = createEngine(createMemoryHost(files, '/workspace', wantedFiles(defaultParts)), defaultParts);
  const rules = (only?: readonly string[]) =>
    engine
      .analyse({ config: defaultConfig, ...(only === undefined ? {} : { only }) })
      ?.findings.filter(({ primary }) => primary.file === action)
      .map(({ rule }) => rule);
  expect(rules()).toContain('ci-prompt-expression-injection');
  expect(rules([action])).toEqual(rules());
});
