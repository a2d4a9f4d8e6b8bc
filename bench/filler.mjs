// Modules as applications have them, without a word about models: services, helpers, components, types and tests.

const NOUNS = [
  'account',
  'booking',
  'catalog',
  'customer',
  'device',
  'document',
  'invoice',
  'ledger',
  'message',
  'order',
];
const VERBS = ['archive', 'assign', 'collect', 'export', 'find', 'list', 'merge', 'publish', 'schedule', 'validate'];
const FIELDS = ['amount', 'createdAt', 'email', 'label', 'owner', 'region', 'status', 'token', 'total', 'updatedAt'];

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/**
 * @typedef {{ id: number, name: string, kind: 'service' | 'functions' | 'component' | 'types' }} Module
 * @typedef {ReturnType<typeof import('./random.mjs').createRandom>} Random
 */

/** What a module exports, by its number alone, so that others can import it. @param {number} id @returns {Module} */
export function moduleOf(id) {
  const noun = NOUNS[id % NOUNS.length];
  const kind = ['service', 'functions', 'functions', 'component', 'types', 'service'][id % 6];
  return { id, kind, name: `${noun}${id}` };
}

/** @param {Module} module */
export function fileName({ name, kind }) {
  return `${name}.${kind}.${kind === 'component' ? 'tsx' : 'ts'}`;
}

/** The name of the value or type that others use. @param {Module} module */
function mainExport({ name, kind }) {
  if (kind === 'functions') return `load${capital(name)}`;
  return capital(name) + (kind === 'service' ? 'Service' : kind === 'component' ? 'Panel' : 'Record');
}

/**
 * @param {Module} module
 * @param {readonly { readonly module: Module, readonly from: string }[]} imports
 * @param {Random} random
 */
export function moduleText(module, imports, random) {
  const lines = imports.map(({ module: other, from }) =>
    other.kind === 'types'
      ? `import type { ${mainExport(other)} } from '${from}';`
      : `import { ${mainExport(other)} } from '${from}';`,
  );
  const body = { service, functions, component, types }[module.kind](module, imports, random);
  return [...lines, '', ...body, ''].join('\n');
}

/** @param {readonly Module[]} modules */
export function barrelText(modules) {
  return modules.map((module) => `export * from './${fileName(module).replace(/\.tsx?$/, '')}';\n`).join('');
}

function uses(imports, random, argument) {
  return imports
    .filter(({ module }) => module.kind === 'functions' && random.chance(0.7))
    .map(({ module }) => `    await ${mainExport(module)}(${argument});`);
}

function service(module, imports, random) {
  const parts = imports.filter(({ module: other }) => other.kind === 'service').map(({ module: other }) => other);
  const fields = parts.map((part) => `    private readonly ${part.name}: ${mainExport(part)},`);
  const methods = Array.from({ length: 4 + random.below(5) }, (_, at) => {
    const [verb, field] = [VERBS[(module.id + at) % VERBS.length], random.pick(FIELDS)];
    const other = parts.length > 0 ? random.pick(parts) : undefined;
    return [
      `  /** ${capital(verb)}s what belongs to one ${field}. */`,
      `  async ${verb}${capital(field)}${at}(id: string, options: { ${field}?: string; limit?: number } = {}) {`,
      `    if (id.length === 0 || (options.limit ?? 1) <= 0) {`,
      `      throw new Error(\`${module.name}: \${id} cannot ${verb}\`);`,
      `    }`,
      ...uses(imports, random, 'id, options'),
      `    const rows = await this.store.select('${module.name}', { id, ${field}: options.${field} ?? '' });`,
      `    const found = rows.filter((row) => row.${field} !== undefined).slice(0, options.limit ?? 50);`,
      `    for (const row of found) {`,
      `      const key = [row.id, row.${field}].join(':');`,
      `      this.seen.set(key, { ...row, label: key.toLowerCase() });`,
      random.chance(0.3) ? `      console.log('${verb}', key);` : `      this.count += 1;`,
      `    }`,
      ...(other === undefined ? [] : [`    await this.${other.name}.touch(id);`]),
      `    return found.map(({ id, ${field} }) => ({ id, ${field}, page: Math.floor(this.count / 20) }));`,
      `  }`,
      '',
    ];
  });
  return [
    `interface Row { readonly id: string; readonly [field: string]: string | undefined }`,
    '',
    `export class ${mainExport(module)} {`,
    `  private readonly seen = new Map<string, Row>();`,
    `  private count = 0;`,
    '',
    `  constructor(`,
    `    private readonly store: { select(table: string, where: object): Promise<Row[]> },`,
    ...fields,
    `  ) {}`,
    '',
    `  async touch(id: string) {`,
    `    this.seen.delete(id);`,
    `    return this.store.select('touched', { id });`,
    `  }`,
    '',
    ...methods.flat(),
    `}`,
  ];
}

function functions(module, imports, random) {
  const helpers = Array.from({ length: 3 + random.below(6) }, (_, at) => {
    const [verb, field] = [random.pick(VERBS), random.pick(FIELDS)];
    return [
      `export function ${verb}${capital(module.name)}${at}(input: readonly string[], ${field}: string) {`,
      `  const result: Record<string, string[]> = {};`,
      `  for (const [index, item] of input.entries()) {`,
      `    const key = item.startsWith(${field}) ? '${field}' : \`\${index % ${2 + random.below(7)}}\`;`,
      `    const list = (result[key] ??= []);`,
      `    switch (item.length % 3) {`,
      `      case 0:`,
      `        list.push(item.trim());`,
      `        break;`,
      `      case 1:`,
      `        list.unshift(item.replace(/\\s+/g, '-'));`,
      `        break;`,
      `      default:`,
      `        if (list.includes(item)) continue;`,
      `        list.push(...item.split('${random.pick(['/', ',', ' '])}').filter(Boolean));`,
      `    }`,
      `  }`,
      `  return Object.entries(result).sort(([a], [b]) => a.localeCompare(b));`,
      `}`,
      '',
    ];
  });
  const request = random.chance(0.15);
  return [
    ...helpers.flat(),
    `export async function ${mainExport(module)}(id: string, options: { readonly limit?: number } = {}) {`,
    `    const list = id.split('-').slice(0, options.limit ?? 10);`,
    ...uses(imports, random, 'list[0] ?? id'),
    ...(request ? [`    const response = await fetch(\`https://api.example.com/${module.name}/\${id}\`);`] : []),
    ...(request ? [`    list.push(await response.text());`] : []),
    `    return { id, list, total: list.reduce((sum, item) => sum + item.length, 0) };`,
    `}`,
  ];
}

function component(module, imports, random) {
  const rows = Array.from({ length: 3 + random.below(5) }, () => random.pick(FIELDS));
  return [
    `import { useEffect, useState } from 'react';`,
    '',
    `interface Props { readonly id: string; readonly title?: string; onClose(): void }`,
    '',
    `export function ${mainExport(module)}({ id, title = '${capital(module.name)}', onClose }: Props) {`,
    `  const [rows, setRows] = useState<{ key: string; value: string }[]>([]);`,
    `  const [open, setOpen] = useState(false);`,
    `  useEffect(() => {`,
    `    const load = async () => {`,
    ...uses(imports, random, 'id'),
    `      setRows([${rows.map((row) => `{ key: '${row}', value: id }`).join(', ')}]);`,
    `    };`,
    `    void load();`,
    `  }, [id]);`,
    `  return (`,
    `    <section className={open ? 'panel open' : 'panel'}>`,
    `      <h2 onClick={() => setOpen(!open)}>{title}</h2>`,
    ...rows.map((row, at) => `      {open && <p key="${row}${at}">{rows[${at}]?.value ?? '${row}'}</p>}`),
    `      <ul>`,
    `        {rows.map((row) => (`,
    `          <li key={row.key}>{row.key}: {row.value}</li>`,
    `        ))}`,
    `      </ul>`,
    `      <button type="button" onClick={onClose} disabled={rows.length === 0}>Close</button>`,
    `    </section>`,
    `  );`,
    `}`,
  ];
}

function types(module, _imports, random) {
  const records = Array.from({ length: 4 + random.below(8) }, (_, at) => [
    `export interface ${capital(module.name)}Part${at} {`,
    ...FIELDS.filter(() => random.chance(0.6)).map((field) => `  readonly ${field}?: string | number;`),
    `}`,
    '',
  ]);
  return [
    ...records.flat(),
    `export type ${mainExport(module)} = { readonly kind: '${module.name}' } & ${capital(module.name)}Part0;`,
    `export const ${module.name}Defaults: ${mainExport(module)} = { kind: '${module.name}' };`,
  ];
}
