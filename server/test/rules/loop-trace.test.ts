import { expect, test } from 'vitest';
import { analyseFiles, lineAt } from './analyse-files.js';

const AGENT = `from anthropic import Anthropic

client = Anthropic()


def work(messages, run_tool):
    while True:
        kept = messages[-20:]
        response = client.messages.create(model="claude-sonnet-5-5", max_tokens=1024, messages=kept)
        calls = [block for block in response.content if block.type == "tool_use"]
        if not calls:
            return response
        messages.append({"role": "user", "content": [run_tool(call) for call in calls]})
`;

test('an endless loop is shown with the line that starts it', () => {
  const [finding] = analyseFiles({ 'agent.py': AGENT }).findings.filter(({ rule }) => rule === 'limits-unbounded-loop');
  expect(finding?.trace.map(({ span }) => lineAt(AGENT, span.start))).toEqual([7, 9]);
});
