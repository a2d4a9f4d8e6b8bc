import { readSafely } from '../../../fix/read-safely.js';
import type { AppModel } from '../../../model/app.js';
import type { Deserialization } from '../../../model/artifact.js';
import type { Flow } from '../../../model/flow.js';
import type { Severity } from '../../../model/finding.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { flowFinding, quoted } from '../../flow-findings.js';
import { inTest, lowered } from '../../severity.js';

const help =
  'Load a format that holds only data (safetensors, JSON, an index that is built again from its documents), or compare a checksum or signature first.';

export const rule = {
  meta: {
    id: 'supply-unsafe-deserialization',
    title: 'Model, index or state loaded with an unsafe deserializer',
    family: 'supply',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM04:2026', 'LLM03:2025', 'AML.T0011.000', 'AML.T0018.002', 'CWE-502'],
  },
  *check(app) {
    const flows = flowsByPlace(app);
    for (const loaded of app.deserializations) {
      if (loaded.verified) continue;
      const finding = fromOutside(app, loaded, flows.get(placeOf(loaded.span)) ?? []) ?? fromFile(app, loaded);
      if (finding !== undefined) yield finding;
    }
  },
} satisfies Rule;

/** What a request, a tool's input, a model or a fetched page brings, or the path that they choose. */
function fromOutside(app: AppModel, loaded: Deserialization, flows: readonly Flow[]): RuleFinding | undefined {
  // Where the address of a download is known, it says more than that something was fetched.
  const known = loaded.origin.kind === 'download';
  const [flow, ...others] = flows.filter(
    ({ source }) => source.kind !== 'local' && !(known && source.kind === 'retrieved'),
  );
  if (flow === undefined) return undefined;
  return flowFinding(app, [flow, ...others], {
    message: `${quoted(flow.source.label)} decides which objects \`${loaded.loader}\` makes, and so which code runs`,
    help,
    severity: 'error',
    fixes: readSafely(app, loaded),
  });
}

function fromFile(app: AppModel, loaded: Deserialization): RuleFinding | undefined {
  const { loader, origin, span } = loaded;
  const finding = (severity: Severity, evidence: RuleFinding['evidence'], message: string): RuleFinding => ({
    message,
    help,
    severity: lowered(severity, inTest(app, span)),
    evidence,
    primary: span,
    related:
      origin.kind === 'download' || origin.kind === 'hub' ? [{ span: origin.span, message: 'comes from here' }] : [],
    fixes: readSafely(app, loaded),
  });
  switch (origin.kind) {
    case 'download':
      return finding('error', 'proven', `\`${loader}\` runs code that is in what ${quoted(origin.label)} fetches`);
    case 'hub':
      return finding(
        origin.pinned ? 'warning' : 'error',
        'proven',
        `\`${loader}\` runs code that is in a file of ${origin.label}${origin.pinned ? '' : ', of which no commit is named'}`,
      );
    case 'parameter':
      // State that the same code has written is its own.
      if (loaded.hasWriter) return undefined;
      return finding(
        'warning',
        'likely',
        `\`${loader}\` runs code that is in the file it gets, whoever passes \`${origin.name ?? 'the path'}\``,
      );
    case 'own':
      return undefined;
    case 'constant':
    case 'unknown':
      return loaded.optIn === undefined
        ? undefined
        : finding(
            'info',
            'heuristic',
            `\`${loader}\` may run code that is in the file: ${app.text(loaded.optIn.span)}`,
          );
  }
}

function flowsByPlace(app: AppModel): ReadonlyMap<string, readonly Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const flow of app.flows) {
    if (flow.sink.kind !== 'deserialize') continue;
    const place = placeOf(flow.sink.span);
    const list = found.get(place);
    if (list === undefined) found.set(place, [flow]);
    else list.push(flow);
  }
  return found;
}

function placeOf({ file, start, end }: Deserialization['span']): string {
  return `${file}:${String(start)}:${String(end)}`;
}
