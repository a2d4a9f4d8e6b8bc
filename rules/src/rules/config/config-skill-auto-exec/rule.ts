import type { Rule } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

/** `!`command`` at the start of a line or after a space: the command runs when the text is loaded. */
const LOAD_COMMAND = /(?<=^|[\s(])!`([^`\n]+)`/g;
/** What reaches the network or other people's data; listing files and asking git does not. */
const RISKY =
  /\b(?:curl|wget|nc|ssh|scp|rsync|iwr|irm|npx|bunx|uvx|pipx|eval|base64)\b|\|\s*(?:ba|z)?sh\b|\.env\b|\.ssh\b|\bprintenv\b|^\s*env\s*$|\$ARGUMENTS|\$\d/;
const ANY_COMMAND = /^Bash(?:\(\s*(?::?\*)*\s*\))?$/;

export const rule = {
  meta: {
    id: 'config-skill-auto-exec',
    title: 'Skill or command file executes code on load or grants unrestricted tools',
    family: 'config',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['config'],
    standards: ['ASI04', 'ASI05', 'MCP04:2025', 'AML.T0011.002', 'AML.T0104', 'CWE-829', 'CWE-94'],
  },
  *check(app) {
    for (const { allowedTools, body } of app.instructionFiles) {
      const text = app.text(body);
      for (const match of text.matchAll(LOAD_COMMAND)) {
        const command = match[1] ?? '';
        if (!RISKY.test(command)) continue;
        const start = body.start + match.index;
        yield {
          message: `\`${command}\` runs as soon as the text is loaded, before anybody is asked`,
          help: 'Let the agent run the command as a tool, which asks, or put it into a reviewed script without arguments from outside.',
          severity: lowered('error', inTest(app, body)),
          evidence: 'proven',
          primary: { file: body.file, start, end: start + match[0].length },
        };
      }
      for (const { span, value } of allowedTools) {
        if (!ANY_COMMAND.test(value)) continue;
        yield {
          message: `\`${value}\`: while the skill is in use, any command runs without a question`,
          help: 'Name the commands that the skill needs: `Bash(git log:*)`.',
          severity: lowered('warning', inTest(app, body)),
          evidence: 'proven',
          primary: span,
        };
      }
    }
  },
} satisfies Rule;
