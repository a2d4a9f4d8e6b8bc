import type { PolicyList } from '../model/policy.js';
import type { Related } from '../model/finding.js';
import type { Span } from '../model/span.js';

/** Whether a name is one of a policy's: letter for letter but for case, with `*` for any text. */
export function isNamed(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
  });
}

/** The line of the configuration that a finding rests on. */
export function policyLine(list: { readonly span: Span | undefined }, message: string): readonly Related[] {
  return list.span === undefined ? [] : [{ span: list.span, message }];
}

/** `a`, `b` and 3 more. */
export function listed({ values }: Pick<PolicyList, 'values'>): string {
  const shown = values.slice(0, 4).map((value) => `\`${value}\``);
  const more = values.length - shown.length;
  return shown.length === 0 ? 'nothing' : `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
