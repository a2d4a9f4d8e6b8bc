import type { CiVariableOffer, Span } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import type { WorkflowStep, WorkflowText } from './workflow.js';

/**
 * How a step gets the value of an expression in its script as a variable instead. Undefined where the shell is not a POSIX
 * one, where the expression stands between single quotes or behind a here-document, and where the file is not in block style.
 */
export function variableOffer(
  program: Program,
  step: WorkflowStep,
  context: string,
  expression: Span,
): CiVariableOffer | undefined {
  const { env, run, shell } = step;
  const text = program.file(expression.file)?.text;
  if (run === undefined || text === undefined || (shell !== undefined && !/^(?:ba|z|da)?sh\b/.test(shell))) {
    return undefined;
  }
  const quotes = quotesAt(text.slice(run.span.start, expression.start));
  const name = variableName(context, env);
  const place = placeFor(text, run, env);
  if (quotes === undefined || place === undefined) return undefined;
  const entry = `${name}: ${text.slice(expression.start, expression.end)}`;
  return {
    name,
    insert: { span: { file: expression.file, start: place.at, end: place.at }, text: place.write(entry) },
    use: { span: expression, text: quotes === 'double' ? `\${${name}}` : `"\${${name}}"` },
  };
}

/** Whether the end of a script's beginning stands in double quotes. */
function quotesAt(script: string): 'none' | 'double' | undefined {
  // Plain scalars and blocks have no quotes of their own; those of YAML would have to be told apart from the shell's.
  if (/^['"]/.test(script) || script.includes('<<')) return undefined;
  let inside: '"' | "'" | undefined;
  for (let at = 0; at < script.length; at += 1) {
    const char = script[at];
    if (char === '\\' && inside !== "'") at += 1;
    else if (inside === undefined && char === '#' && /\s/.test(script[at - 1] ?? ' ')) {
      const end = script.indexOf('\n', at);
      if (end < 0) return undefined;
      at = end;
    } else if (char === '"' || char === "'")
      inside = inside === undefined ? char : inside === char ? undefined : inside;
  }
  return inside === "'" ? undefined : inside === '"' ? 'double' : 'none';
}

function placeFor(
  text: string,
  run: WorkflowText,
  env: readonly WorkflowText[],
): { readonly at: number; readonly write: (entry: string) => string } | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = env.at(-1);
  const key = last?.pairSpan ?? run.pairSpan;
  const before = text.slice(text.lastIndexOf('\n', key.start - 1) + 1, key.start);
  if (!/^\s*(?:-\s+)?$/.test(before)) return undefined;
  const indent = before.replace('-', ' ');
  if (last !== undefined) {
    return last.pairSpan.file === run.pairSpan.file
      ? { at: last.pairSpan.start, write: (entry) => `${entry}${newline}${indent}` }
      : undefined;
  }
  return { at: key.start, write: (entry) => `env:${newline}${indent}  ${entry}${newline}${indent}` };
}

/** `github.event.issue.title` → `ISSUE_TITLE`, with a number if the step has one of that name. */
function variableName(context: string, env: readonly WorkflowText[]): string {
  const words = context.split('.').filter((word) => /^[a-z][\w-]*$/i.test(word) && word !== 'outputs');
  const name = words.slice(-2).join('_').replaceAll('-', '_').toUpperCase();
  const taken = new Set(env.map((each) => each.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${String(count)}`;
  return free;
}
