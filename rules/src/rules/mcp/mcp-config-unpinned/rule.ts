import type { AppModel } from '../../../model/app.js';
import type { ConfiguredArtifact } from '../../../model/configuration.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'mcp-config-unpinned',
    title: 'MCP server launched from an unpinned package or image',
    family: 'mcp',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: ['MCP04:2025', 'ASI04', 'LLM04:2026', 'LLM03:2025', 'AML.T0109', 'AML.T0011.001', 'CWE-494', 'CWE-1357'],
  },
  *check(app) {
    for (const { artifact, disabled, name } of app.configuredServers) {
      if (artifact === undefined || artifact.pin !== undefined || disabled) continue;
      const fix = pinned(app, artifact);
      yield {
        message: `The MCP server \`${name}\` runs whatever \`${artifact.name}\` is when ${artifact.runner} starts it`,
        help: 'Pin an exact version (or the digest of an image) that you have looked at: a hijacked release runs with your rights otherwise.',
        severity: lowered('warning', inTest(app, artifact.text.span)),
        evidence: 'proven',
        primary: artifact.text.span,
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
} satisfies Rule;

/** Only a version that the project shows: a made-up one is worse than none. */
function pinned(app: AppModel, { known, text }: ConfiguredArtifact): Fix | undefined {
  if (known === undefined) return undefined;
  const { file, start } = text.span;
  // Quotes stay, and so does what stands before the package: `--from=name`.
  const at = app.text(text.span).indexOf(text.value);
  if (at < 0) return undefined;
  const span = { file, start: start + at, end: start + at + text.value.length };
  return { title: `Pin ${known}, which the project has`, kind: 'suggest', edits: [{ span, text: known }] };
}
