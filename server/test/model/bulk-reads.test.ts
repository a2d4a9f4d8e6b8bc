import { expect, test } from 'vitest';
import { wholeTable } from '../../src/model/stores/whole-table.js';
import { analyseFiles } from '../rules/analyse-files.js';

const statements: readonly (readonly [string, string | undefined])[] = [
  ['SELECT * FROM users', 'users'],
  ['select id, name from "shop"."orders" order by id', 'orders'],
  ['-- everybody\nSELECT name FROM [dbo].[people];', 'people'],
  ['SELECT u.id FROM users u JOIN orders o ON o.user = u.id', 'users'],
  ['SELECT * FROM users WHERE id = $1', undefined],
  ['SELECT * FROM users LIMIT 10', undefined],
  ['SELECT TOP 10 * FROM users', undefined],
  ['SELECT count(*) FROM users', undefined],
  ['SELECT status FROM orders GROUP BY status', undefined],
  ['SELECT DISTINCT country FROM users', undefined],
  ['SELECT name FROM sqlite_master', undefined],
  ['SELECT table_name FROM information_schema.tables', undefined],
  ['SELECT * FROM orders_of($1)', undefined],
  ['SELECT 1', undefined],
  ['DELETE FROM users', undefined],
];

test.each(statements)('%s', (statement, table) => {
  expect(wholeTable(statement)).toBe(table);
});

/** What a tool does with every user there is. */
const results: readonly (readonly [string, boolean])[] = [
  ['return rows;', true],
  ['return JSON.stringify(rows);', true],
  ['return rows.map((row) => row.name).join();', true],
  ['const all = []; for (const row of rows) all.push(row.name); return all;', true],
  ['if (rows.length === 0) return "nobody"; return rows;', true],
  ['return rows.slice(0, 20);', false],
  ['return rows[0];', false],
  ['return rows.filter((row) => row.name === name);', false],
  ['for (const row of rows) if (row.name === name) return row;', false],
  ['return summarise(rows);', false],
];

test.each(results)('a tool that says: %s', (body, whole) => {
  const { findings, problems } = analyseFiles({
    'tools.ts': `
      import { tool } from 'ai';
      import { Pool } from 'pg';
      import { z } from 'zod';
      import { summarise } from './summarise.js';
      const pool = new Pool();
      export const users = tool({
        description: 'Users',
        inputSchema: z.object({ name: z.string() }),
        execute: async ({ name }) => {
          const { rows } = await pool.query('SELECT name FROM users');
          ${body}
        },
      });`,
    'summarise.ts': 'export const summarise = (rows: { name: string }[]) => String(rows.length);',
  });
  expect(problems).toEqual([]);
  expect(findings.some(({ rule }) => rule === 'data-bulk-access')).toBe(whole);
});

test('a helper that is given the statement, and one whose result is bounded by who calls it', () => {
  const { findings } = analyseFiles({
    'tools.py': `
import sqlite3
from agents import function_tool


def run(statement):
    connection = sqlite3.connect("shop.db")
    return [dict(row) for row in connection.execute(statement).fetchall()]


@function_tool
def everybody() -> list[dict]:
    """Everybody."""
    return run("SELECT name FROM employees")


@function_tool
def some() -> list[dict]:
    """Some."""
    return run("SELECT name FROM customers")[:20]


@function_tool
def one(number: int) -> list[dict]:
    """One."""
    return run(f"SELECT name FROM customers WHERE number = {int(number)}")
`,
  });
  const found = findings.filter(({ rule }) => rule === 'data-bulk-access').map(({ message }) => message);
  expect(found).toEqual([expect.stringContaining('all of `employees`')]);
});
