import type { Expression } from './expression.js';

/** `no`: a stranger does not get past the condition; `unknown`: something decides that is not known here. */
export type Passes = 'yes' | 'no' | 'unknown';

/** Contexts that say who somebody is, or what only somebody with write access sets. */
const IDENTITY =
  /^(?:github\.(?:actor|triggering_actor|actor_id)|github\.event\.(?:sender|comment\.user|issue\.user|pull_request\.user|review\.user|discussion\.user)\.(?:login|id|type)|github\.event\.(?:label\.name|assignee\.login))$/;
const ASSOCIATION = /\.author_association$/;
const HEAD_REPOSITORY =
  /^github\.event\.(?:pull_request|workflow_run)\.head(?:_repository|\.repo)\.(?:full_name|fork|owner\.login|id)$/;

const OF_EVENT = /^github\.event\.(?:issue|pull_request|discussion|comment|action|review)\b/;

/** Whether somebody without write access who causes `event` gets past a condition. */
export function strangerPasses(condition: Expression, event: string): Passes {
  switch (condition.kind) {
    case 'and':
      return every(condition.items.map((item) => strangerPasses(item, event)));
    case 'or':
      return some(condition.items.map((item) => strangerPasses(item, event)));
    case 'not':
      return notPasses(condition.item, event);
    case 'compare':
      return comparePasses(condition, event);
    case 'call':
      return callPasses(condition);
    case 'literal':
      return condition.value === 'false' ? 'no' : 'yes';
    case 'context':
      return OF_EVENT.test(condition.name) || HEAD_REPOSITORY.test(condition.name) ? 'yes' : 'unknown';
    case 'unknown':
      return 'unknown';
  }
}

/** Half of the facts about an event are true at a time, and the stranger chooses which; that the head is a fork is always true. */
function notPasses(item: Expression, event: string): Passes {
  const chosen =
    item.kind === 'call' || (item.kind === 'context' && OF_EVENT.test(item.name) && !HEAD_REPOSITORY.test(item.name));
  return chosen ? 'yes' : opposite(strangerPasses(item, event));
}

function comparePasses({ left, operator, right }: Expression & { readonly kind: 'compare' }, event: string): Passes {
  const equal = operator === '==';
  if (!equal && operator !== '!=') return 'unknown';
  const [context, other] =
    left.kind === 'context' ? [left.name, right] : right.kind === 'context' ? [right.name, left] : [undefined, right];
  if (context === undefined) return 'unknown';
  if (context === 'github.event_name' && other.kind === 'literal')
    return (other.value === event) === equal ? 'yes' : 'no';
  if (context.endsWith('.type') && other.kind === 'literal') return (other.value === 'User') === equal ? 'yes' : 'no';
  // A stranger is none of the people that a workflow names, and anything but a bot.
  if (IDENTITY.test(context) || ASSOCIATION.test(context) || HEAD_REPOSITORY.test(context)) return equal ? 'no' : 'yes';
  if (/^github\.(?:repository|repository_owner|ref|ref_name|base_ref)$/.test(context)) return 'yes';
  // Of which kind it is (open, draft, on a pull request) the stranger decides.
  if (OF_EVENT.test(context)) return 'yes';
  return 'unknown';
}

/** `contains(github.event.comment.body, '/bot')` is for the stranger to write; a list of people is not. */
function callPasses(call: Expression & { readonly kind: 'call' }): Passes {
  const contexts = call.arguments.flatMap((argument) => (argument.kind === 'context' ? [argument.name] : []));
  if (contexts.some((name) => IDENTITY.test(name) || ASSOCIATION.test(name))) return 'no';
  if (['always', 'success', 'failure', 'cancelled'].includes(call.name)) return 'yes';
  if (contexts.length > 0 && contexts.every((name) => name.startsWith('github.event.'))) return 'yes';
  return 'unknown';
}

function every(all: readonly Passes[]): Passes {
  return all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes';
}

function some(all: readonly Passes[]): Passes {
  return all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no';
}

function opposite(passes: Passes): Passes {
  return passes === 'yes' ? 'no' : passes === 'no' ? 'yes' : 'unknown';
}
