import type { AppModel } from '../model/app.js';
import type { Listener, Reached, Route } from '../model/exposure.js';
import type { Tool } from '../model/tool.js';
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
/** What the provider runs in its own sandbox costs money and gets at nothing else; what runs here has effects. */
const CONSEQUENTIAL_HOSTED: ReadonlySet<string> = new Set(['computer', 'file-search']);

/** Whether a stranger who may call the tool gets at something: data, files, programs, messages in somebody's name. */
export function isConsequential(tool: Tool): boolean {
  const { effects, hosted } = tool;
  return (
    actsForOwner(tool) ||
    effects.some(({ highImpact, kind }) => highImpact || CONSEQUENTIAL.has(kind)) ||
    (hosted !== undefined && CONSEQUENTIAL_HOSTED.has(hosted))
  );
}

/** Somebody else's MCP server that gets a credential of the application. */
function actsForOwner({ hosted, options }: Tool): boolean {
  const credential = /^(?:authorization|headers|authorizationToken|authorization_token|connectorId|connector_id)$/;
  return hosted === 'mcp' && options?.properties.some(({ name }) => credential.test(name)) === true;
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
export function wayTo({ label, listeners, span }: Route, reached: Reached): readonly TraceStep[] {
  const open = listeners.filter(({ where }) => where === 'all');
  return [
    ...open.map((listener) => ({ span: listener.span, message: 'listens on all network interfaces' })),
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
