import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../src/model/ci/expression.js';
import { strangerPasses } from '../../../src/model/ci/stranger-passes.js';

describe('strangerPasses', () => {
  it.each([
    ["contains(github.event.comment.body, '@bot')", 'yes'],
    ["startsWith(github.event.comment.body, '/ask') && github.event.issue.pull_request", 'yes'],
    ['!github.event.issue.pull_request', 'yes'],
    ["github.event.issue.state == 'open'", 'yes'],
    ["github.event_name == 'issue_comment' && always()", 'yes'],
    ["github.event.comment.user.type != 'Bot'", 'yes'],
    ["github.repository == 'owner/name'", 'yes'],
    ["github.actor != 'dependabot[bot]'", 'yes'],
    ["github.event_name == 'push'", 'no'],
    ["github.actor == 'owner'", 'no'],
    ["github.event.comment.author_association == 'MEMBER' || github.event.comment.author_association == 'OWNER'", 'no'],
    ['contains(fromJSON(\'["OWNER","MEMBER"]\'), github.event.comment.author_association)', 'no'],
    ["contains('OWNER,MEMBER', github.event.issue.author_association)", 'no'],
    ['github.event.pull_request.head.repo.full_name == github.repository', 'no'],
    ['!github.event.pull_request.head.repo.fork', 'no'],
    ["github.event.label.name == 'approved'", 'no'],
    ["needs.gate.outputs.allowed == 'true'", 'unknown'],
    ["vars.ENABLED == 'true' && github.actor == 'owner'", 'no'],
    ["vars.ENABLED == 'true' || github.event.issue.state == 'open'", 'yes'],
    ['a b c', 'unknown'],
    ['false', 'no'],
  ])('%s → %s', (condition, expected) => {
    expect(strangerPasses(parseExpression(condition), 'issue_comment')).toBe(expected);
  });
});
