import fs from 'node:fs';
import path from 'node:path';
import { createRandom } from './random.mjs';

const MODULES = 240;
const NOUNS = ['account', 'booking', 'catalog', 'device', 'invoice', 'ledger', 'message', 'order'];
const FIELDS = ['amount', 'email', 'label', 'owner', 'region', 'status', 'token', 'total'];

/**
 * Writes a Python project of 240 modules that know nothing of models, and an agent of 1,000 lines. The same files in every run.
 * @param {string} folder is emptied first
 * @returns {{ files: readonly string[], agent: string }} paths in the folder; `agent` is the long agent file
 */
export function writePythonRepository(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  const random = createRandom(7);
  const files = [];
  const write = (file, text) => {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    if (file.endsWith('.py')) files.push(file);
  };
  write('pyproject.toml', '[project]\nname = "desk"\nversion = "1.0.0"\ndependencies = ["openai-agents"]\n');
  write('src/desk/__init__.py', '');
  for (let id = 0; id < MODULES; id++) write(`src/desk/${nameOf(id)}.py`, moduleText(id, random));
  const agent = 'src/desk/agent.py';
  write(agent, agentText(1000));
  return { files, agent };
}

const nameOf = (id) => `${NOUNS[id % NOUNS.length]}${id}`;
const classOf = (id) => nameOf(id)[0].toUpperCase() + nameOf(id).slice(1);

function moduleText(id, random) {
  const used = id === 0 ? [] : [...new Set([random.below(id), random.below(id)])];
  const methods = Array.from({ length: 4 + random.below(6) }, (_, at) => {
    const field = random.pick(FIELDS);
    const other = used.length > 0 ? random.pick(used) : undefined;
    return `
    async def find_${field}_${at}(self, key: str, *, limit: int = 50, **options: Any) -> list[dict[str, str]]:
        """Finds what belongs to one ${field}."""
        if not key or limit <= 0:
            raise ValueError(f'${nameOf(id)}: {key} cannot be found')
        rows = await self.store.select('${nameOf(id)}', {'id': key, '${field}': options.get('${field}', '')})
        found = [row for row in rows if row.get('${field}') is not None][:limit]
        for row in found:
            name = ':'.join([row['id'], row['${field}']])
            self.seen[name] = {**row, 'label': name.lower()}
            ${random.chance(0.3) ? `log.info('found %s', name)` : 'self.count += 1'}
${other === undefined ? '' : `        await self.${nameOf(other)}.touch(key)\n`}        return [{'id': row['id'], 'page': str(self.count // 20)} for row in found]
`;
  });
  return `from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

${used.map((other) => `from .${nameOf(other)} import ${classOf(other)}\n`).join('')}
log = logging.getLogger(__name__)


@dataclass
class ${classOf(id)}:
    store: Any
${used.map((other) => `    ${nameOf(other)}: ${classOf(other)}\n`).join('')}    seen: dict[str, dict[str, str]] = field(default_factory=dict)
    count: int = 0

    async def touch(self, key: str) -> None:
        self.seen.pop(key, None)
        await self.store.select('touched', {'id': key})
${methods.join('')}`;
}

const HEAD = `import re
import subprocess
from dataclasses import dataclass
from typing import Literal

from agents import Agent, Runner, function_tool


@dataclass
class Ticket:
    id: str
    title: str
    owner: str | None = None


tickets: dict[str, Ticket] = {}
`;

const part = (at) => `

@function_tool
def find_ticket${at}(title: str, limit: int) -> list[dict[str, str]]:
    """Find tickets by their title"""
    found = [ticket for ticket in tickets.values() if title in ticket.title]
    return [{'id': ticket.id, 'owner': ticket.owner or 'nobody'} for ticket in found[:limit]]


@function_tool
def read_note${at}(name: Literal['opening', 'closing', 'returns']) -> str:
    """Read a note of the desk"""
    with open(f'notes/{name}.md', encoding='utf-8') as note:
        return note.read()


@function_tool
def service_state${at}(service: str) -> str:
    """Show the state of a service"""
    if not re.fullmatch(r'[a-z]+', service):
        return 'unknown service'
    result = subprocess.run(['systemctl', 'status', service], capture_output=True, text=True, check=False)
    return result.stdout or result.stderr


agent${at} = Agent(
    name='desk ${at}',
    instructions='You answer questions of the desk. Be short and friendly.',
    tools=[find_ticket${at}, read_note${at}, service_state${at}],
)


async def ask${at}(question: str, tone: str) -> str:
    history = list(tickets)[-${5 + (at % 7)}:]
    result = await Runner.run(agent${at}, f"Tone: {tone}\\nTickets: {', '.join(history)}\\n\\n{question}", max_turns=8)
    return result.final_output
`;

/** @param {number} lines at least this many */
function agentText(lines) {
  let text = HEAD;
  for (let at = 0; text.split('\n').length < lines; at++) text += part(at);
  return text;
}

/** Typed into the agent file: into the body of a tool's handler, into instructions, at module level. */
export const TYPED_IN_PYTHON = [
  { after: "        return 'unknown service'\n", text: "    unit = f'{service}.service'.strip()" },
  { after: 'Be short and friendly.', text: ' Never promise a date, and name the owner of a ticket when there is one.' },
  { after: 'tickets: dict[str, Ticket] = {}\n', text: "LIMIT = int(os.environ.get('LIMIT', '20'))" },
];
