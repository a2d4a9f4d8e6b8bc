import { Agent, hostedMcpTool, run, tool } from '@openai/agents';
import { z } from 'zod';
import { runCommand } from './run-command.js';

const serviceLogs = tool({
  name: 'service_logs',
  description: 'Show the last log lines of a service',
  parameters: z.object({ service: z.string(), lines: z.number().int().max(500) }),
  execute: async ({ service, lines }) => runCommand(`journalctl -u ${service} -n ${lines}`),
});

const restartService = tool({
  name: 'restart_service',
  description: 'Restart a service on this host',
  parameters: z.object({ service: z.string() }),
  execute: async ({ service }) => runCommand(`systemctl restart ${service}`),
});

const tickets = hostedMcpTool({
  serverLabel: 'tickets',
  serverUrl: 'https://tickets.example.com/mcp',
  requireApproval: 'never',
});

const agent = new Agent({
  name: 'Operations',
  instructions: 'You keep the services of this host healthy.',
  tools: [serviceLogs, restartService, tickets],
});

const result = await run(agent, process.argv.slice(2).join(' '), { maxTurns: null });
console.log(result.finalOutput);
