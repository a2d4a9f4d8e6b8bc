import type { RuleMeta } from '@leashlint/rules';
import type { ReportingDescriptor, ToolComponent } from 'sarif';
import { ruleUrl } from './rule-url.js';
import { taxonomies, taxonomyOf, taxonUri } from './standards.js';

/** GitHub's scale: above 9 critical, from 7 high, from 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<RuleMeta['severity'], Readonly<Record<RuleMeta['confidence'], string>>>> = {
  error: { high: '8.8', medium: '7.5', low: '6.5' },
  warning: { high: '6.5', medium: '5.5', low: '4.5' },
  info: { high: '3.5', medium: '3.0', low: '2.0' },
};

const PRECISION: Readonly<Record<RuleMeta['confidence'], string>> = {
  high: 'very-high',
  medium: 'high',
  low: 'medium',
};

/** GitHub shows ten tags. */
const MOST_TAGS = 10;

/** Taxonomies that the rules refer to, with the entries that they refer to. */
export function sarifTaxonomies(rules: readonly RuleMeta[]): ToolComponent[] {
  const used = new Set(rules.flatMap(({ standards }) => standards));
  return taxonomies.flatMap((taxonomy) => {
    const taxa = Object.entries(taxonomy.taxa).filter(([id]) => used.has(id));
    if (taxa.length === 0) return [];
    return [
      {
        name: taxonomy.name,
        organization: taxonomy.organization,
        version: taxonomy.version,
        informationUri: taxonomy.uri,
        isComprehensive: false,
        shortDescription: { text: taxonomy.name },
        taxa: taxa.map(([id, name]) => {
          const helpUri = taxonUri(id);
          return { id, shortDescription: { text: name }, ...(helpUri === undefined ? {} : { helpUri }) };
        }),
      },
    ];
  });
}

/** Only rules with results bring their page along: all pages together are a megabyte. */
export function sarifRules(
  rules: readonly RuleMeta[],
  withResults: ReadonlySet<string>,
  page: (rule: string) => string | undefined,
  components: readonly ToolComponent[],
): ReportingDescriptor[] {
  return rules.map((rule) => {
    const markdown = page(rule.id);
    return {
      id: rule.id,
      name: pascalCase(rule.id),
      shortDescription: { text: rule.title },
      fullDescription: { text: markdown === undefined ? rule.title : firstParagraph(markdown, rule.title) },
      helpUri: ruleUrl(rule),
      help: markdown === undefined || !withResults.has(rule.id) ? { text: rule.title } : { text: markdown, markdown },
      defaultConfiguration: {
        level: rule.severity === 'info' ? 'note' : rule.severity,
        enabled: rule.tier === 'recommended',
      },
      relationships: relationships(rule, components),
      properties: {
        tags: ['security', rule.family, ...rule.standards.map(tag)].slice(0, MOST_TAGS),
        precision: PRECISION[rule.confidence],
        'security-severity': SECURITY_SEVERITY[rule.severity][rule.confidence],
        'problem.severity': rule.severity === 'info' ? 'recommendation' : rule.severity,
      },
    };
  });
}

function relationships(
  rule: RuleMeta,
  components: readonly ToolComponent[],
): ReportingDescriptor['relationships'] & object {
  return rule.standards.flatMap((id) => {
    const index = components.findIndex(({ name }) => name === taxonomyOf(id)?.name);
    const taxon = components[index]?.taxa?.findIndex((entry) => entry.id === id) ?? -1;
    if (index < 0 || taxon < 0) return [];
    const target = { id, index: taxon, toolComponent: { name: components[index]?.name ?? '', index } };
    return [{ target, kinds: ['superset'] }];
  });
}

/** `external/cwe/cwe-78` is how GitHub finds weaknesses. */
function tag(standard: string): string {
  return standard.startsWith('CWE-') ? `external/cwe/${standard.toLowerCase()}` : standard;
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function firstParagraph(markdown: string, fallback: string): string {
  const paragraph = markdown.split(/\r?\n\s*\r?\n/).find((text) => /^[A-Za-z`*_]/.test(text.trim()));
  return paragraph?.trim().replace(/\s+/g, ' ') ?? fallback;
}
