import { createInterface } from 'node:readline/promises';
import { Agent, hostedMcpTool, run, tool } from '@openai/agents';
import { z } from 'zod';
import { runCommand } from './run-command.js';

const Service = z.enum(['web', 'worker', 'scheduler']);

const serviceLogs = tool({
  name: 'service_logs',
  description: 'Show the last log lines of a service',
  parameters: z.object({ service: Service, lines: z.number().int().max(500) }),
  execute: async ({ service, lines }) => runCommand('journalctl', ['-u', service, '-n', String(lines)]),
});

const restartService = tool({
  name: 'restart_service',
  description: 'Restart a service on this host',
  parameters: z.object({ service: Service }),
  needsApproval: true,
  execute: async ({ service }) => runCommand('systemctl', ['restart', service]),
});

const tickets = hostedMcpTool({
  serverLabel: 'tickets',
  serverUrl: 'https://tickets.example.com/mcp',
  requireApproval: 'always',
});

const agent = new Agent({
  name: 'Operations',
  instructions: 'You keep the services of this host healthy.',
  tools: [serviceLogs, restartService, tickets],
});

const terminal = createInterface({ input: process.stdin, output: process.stdout });
let result = await run(agent, process.argv.slice(2).join(' '), { maxTurns: 12 });
while (result.interruptions.length > 0) {
  for (const interruption of result.interruptions) {
    const answer = await terminal.question(`Run ${interruption.name} ${interruption.arguments}? [y/n] `);
    if (answer === 'y') result.state.approve(interruption);
    else result.state.reject(interruption);
  }
  result = await run(agent, result.state, { maxTurns: 12 });
}
terminal.close();
console.log(result.finalOutput);
