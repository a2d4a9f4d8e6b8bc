import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/engine/apply-fixes.js';
import { analyseFiles } from './analyse-files.js';
import { pythonProblems } from './python-syntax.js';

const RULE = 'tool-path-traversal';

/** The lines of a tool's body, and what the repair makes of them. */
type Case = readonly [name: string, body: readonly string[], repaired: readonly string[]];

const typescript: readonly Case[] = [
  [
    'the arguments in front of the name are the folder',
    ['return readFile(path.join(__dirname, "notes", name), "utf8");'],
    ['return readFile(confinePath(path.join(__dirname, "notes"), name), "utf8");'],
  ],
  [
    'where the path is made, not where it is used',
    ['const file = path.resolve(NOTES, name);', 'return readFile(file, "utf8");'],
    ['const file = confinePath(NOTES, name);', 'return readFile(file, "utf8");'],
  ],
  [
    'what is behind the name goes with it',
    ['return readFile(path.join(NOTES, name, "index.md"), "utf8");'],
    ['return readFile(confinePath(NOTES, path.join(name, "index.md")), "utf8");'],
  ],
  [
    'a join in a join',
    ['return readFile(path.join(path.join(NOTES, name), "index.md"), "utf8");'],
    ['return readFile(path.join(confinePath(NOTES, name), "index.md"), "utf8");'],
  ],
  [
    'a text up to its last slash',
    ['return readFile("data/notes/" + name + ".md", "utf8");'],
    ['return readFile(confinePath("data/notes", `${name}.md`), "utf8");'],
  ],
  [
    'a text that begins with the folder',
    ['return readFile(`${NOTES}/note-${name}.md`, "utf8");'],
    ['return readFile(confinePath(NOTES, `note-${name}.md`), "utf8");'],
  ],
  [
    'a folder that the model chooses is none',
    ['return readFile(path.join(name, "index.md"), "utf8");'],
    ['return readFile(confinePath(process.cwd(), path.join(name, "index.md")), "utf8");'],
  ],
  [
    'a folder that the model chooses, with a name in it',
    ['const file = path.join(folder, name);', 'return readFile(file, "utf8");'],
    ['const file = path.join(folder, name);', 'return readFile(confinePath(process.cwd(), file), "utf8");'],
  ],
  [
    'the root of the disk is none',
    ['return readFile(`/${name}`, "utf8");'],
    ['return readFile(confinePath(process.cwd(), `/${name}`), "utf8");'],
  ],
];

const python: readonly Case[] = [
  [
    'the arguments in front of the name are the folder',
    ['return open(os.path.join(NOTES, "public", name)).read()'],
    ['return open(confine_path(os.path.join(NOTES, "public"), name)).read()'],
  ],
  [
    'where the path is made, as the text that it was',
    ['file = os.path.join(NOTES, name)', 'return open(file + ".md").read()'],
    ['file = str(confine_path(NOTES, name))', 'return open(file + ".md").read()'],
  ],
  [
    'paths of pathlib',
    ['file = Path(NOTES) / "public" / name', 'return file.read_text()'],
    ['file = confine_path(Path(NOTES) / "public", name)', 'return file.read_text()'],
  ],
  [
    'a text that becomes a path',
    ['return Path(f"notes/{name}").read_text()'],
    ['return Path(confine_path("notes", name)).read_text()'],
  ],
  [
    'a method of a path',
    ['return Path(NOTES).joinpath("public", name).read_text()'],
    ['return confine_path(Path(NOTES).joinpath("public"), name).read_text()'],
  ],
  [
    'a formatted text',
    ['return open(f"{NOTES}/note-{name}.md").read()'],
    ['return open(confine_path(NOTES, f"note-{name}.md")).read()'],
  ],
  [
    'a folder that the model chooses is none',
    ['return open(os.path.join(name, "index.md")).read()'],
    ['return open(confine_path(Path.cwd(), os.path.join(name, "index.md"))).read()'],
  ],
];

function repaired(file: string, text: string): string {
  const [finding] = analyseFiles({ [file]: text }).findings.filter(({ rule }) => rule === RULE);
  const [fix] = finding?.fixes ?? [];
  return (fix && applyFixes([fix], (path) => (path === file ? text : undefined)).files.get(file)) ?? '';
}

describe('a path that is confined', () => {
  it.each(typescript)('TypeScript: %s', (_, body, expected) => {
    const program = (lines: readonly string[]): string =>
      [
        'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";',
        'import { readFile } from "node:fs/promises";',
        'import path from "node:path";',
        'import { z } from "zod";',
        'const NOTES = process.env.NOTES ?? "notes";',
        'const server = new McpServer({ name: "notes", version: "1.0.0" });',
        'server.registerTool("read", { inputSchema: { folder: z.string(), name: z.string() } }, async ({ folder, name }) => {',
        ...lines.map((line) => `  ${line}`),
        '});',
        '',
      ].join('\n');
    const after = repaired('a.ts', program(body));
    expect(after).toContain(program(expected));
    expect(after).toContain('inside.startsWith("..")');
    expect(analyseFiles({ 'a.ts': after }).findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it.each(python)('Python: %s', (_, body, expected) => {
    const program = (lines: readonly string[]): string =>
      ['@mcp.tool()', 'def read(name: str) -> str:', ...lines.map((line) => `    ${line}`), ''].join('\n');
    const head =
      'import os\nfrom pathlib import Path\n\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("notes")\nNOTES = os.environ["NOTES"]\n\n\n';
    const after = repaired('a.py', head + program(body));
    expect(after).toContain(program(expected));
    expect(pythonProblems([after])).toEqual([null]);
    expect(analyseFiles({ 'a.py': after }).findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });
});
