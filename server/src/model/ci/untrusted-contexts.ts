/** Text that whoever starts the event writes: the list of GitHub's security guide. */
const UNTRUSTED =
  /^(?:github\.event\.(?:issue|pull_request|discussion)\.(?:title|body)|github\.event\.(?:comment|review|review_comment)\.body|github\.event\.pages\.[^.]+\.page_name|github\.event\.(?:head_commit|commits\.[^.]+)\.(?:message|author\.(?:email|name))|github\.event\.pull_request\.head\.(?:ref|label|repo\.default_branch)|github\.event\.workflow_run\.(?:head_branch|display_title|head_commit\.message)|github\.head_ref)$/;

export function isUntrusted(context: string): boolean {
  return UNTRUSTED.test(context);
}

/** Events that people without write access cause and that run with the secrets of the repository. */
const STRANGERS: Readonly<Record<string, readonly string[]>> = {
  issues: ['opened', 'edited', 'reopened', 'closed', 'deleted'],
  issue_comment: ['created', 'edited', 'deleted'],
  discussion: ['created', 'edited', 'deleted'],
  discussion_comment: ['created', 'edited', 'deleted'],
  pull_request_target: ['opened', 'edited', 'synchronize', 'reopened', 'closed', 'ready_for_review'],
};

/** Whether a stranger can cause the event: only people with write access set labels, assignees and milestones. */
export function isOpenToStrangers(event: string, types: readonly string[]): boolean {
  const own = STRANGERS[event];
  return own !== undefined && (types.length === 0 || types.some((type) => own.includes(type)));
}
