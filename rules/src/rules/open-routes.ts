import type { AppModel, Listener, Reached, Route, Tool } from '../model/app.js';
import type { TraceStep } from '../model/finding.js';
import { quoted } from './flow-findings.js';

const CONSEQUENTIAL: ReadonlySet<string> = new Set([
  'exec',
  'eval',
  'fs-read',
  'fs-write',
  'fs-delete',
  'sql',
  'db-write',
  'data-read',
  'mail',
  'message',
  'pay',
  'deploy',
  'identity',
  'browser',
]);
const CONSEQUENTIAL_HOSTED: ReadonlySet<string> = new Set([
  'code',
  'shell',
  'computer',
  'mcp',
  'file-search',
  'edit',
  'browser',
]);

/** Whether a stranger who may call the tool gets at something: data, files, programs, messages in somebody's name. */
export function isConsequential({ effects, hosted }: Tool): boolean {
  return (
    effects.some(({ highImpact, kind }) => highImpact || CONSEQUENTIAL.has(kind)) ||
    (hosted !== undefined && CONSEQUENTIAL_HOSTED.has(hosted))
  );
}

/** What a tool gets at, for people. */
export function consequence({ effects, hosted }: Tool): string | undefined {
  const effect = effects.find(({ highImpact }) => highImpact) ?? effects.find(({ kind }) => CONSEQUENTIAL.has(kind));
  return effect?.callee ?? hosted;
}

/** Nothing but this machine can connect. */
export function onlyLocal(listeners: readonly Listener[]): boolean {
  return listeners.length > 0 && listeners.every(({ where }) => where === 'loopback');
}

/** From the route to what it reaches. */
export function wayTo({ label, span }: Route, reached: Reached): readonly TraceStep[] {
  return [
    { span, message: `${quoted(label)} takes requests from anybody` },
    ...reached.path,
    { span: reached.span, message: `reaches ${quoted(reached.label)}` },
  ];
}

/** The innermost thing that was checked, for a finding's related places. */
export function laterCheck(app: AppModel, { authentication: { later } }: Route): string {
  return later === undefined || app.text(later) === ''
    ? ''
    : '; the check of this server is registered after the route';
}
