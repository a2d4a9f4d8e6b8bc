import { atEachUse } from '../../../fix/at-each-use.js';
import { passParameters } from '../../../fix/sql-parameters.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'tool-sql-injection',
    title: 'Model-written SQL or query fragment executed',
    family: 'tool',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'ASI02', 'CWE-89', 'CWE-943', 'MCP05:2025', 'AML.T0053'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['sql', 'search-query', 'query-filter'],
      sources: ['tool-input', 'model-output', 'retrieved', 'request'],
    });
    for (const group of groups) {
      const { source, sink, partial } = group[0];
      if (sink.kind === 'query-filter') {
        yield flowFinding(app, group, {
          message: `${quoted(source.label)} may bring operators into the filter of ${quoted(sink.label)}: objects in it are not refused`,
          help: inLanguage(app, sink.span, {
            typescript:
              'Accept texts, numbers and booleans only (`typeof value !== "object"`), or compare with `{ $eq: value }`.',
            python:
              'Accept texts, numbers and booleans only (`isinstance(value, str)`), or compare with `{"$eq": value}`.',
          }),
          severity: 'error',
        });
        continue;
      }
      if (sink.kind === 'search-query') {
        yield flowFinding(app, group, {
          message: `${quoted(source.label)} is ${partial ? 'written into' : 'all of'} the search query of ${quoted(sink.label)}`,
          help: 'Put a backslash before every character that means something to the search engine (`{}()[]|@"*:` and the backslash itself), in names of fields too.',
          severity: 'error',
        });
        continue;
      }
      const fix = atEachUse(group, ([use]) => passParameters(app, use.sink));
      yield flowFinding(app, group, {
        message: partial
          ? `${quoted(source.label)} is written into the query of ${quoted(sink.label)}`
          : `${quoted(source.label)} is the query that ${quoted(sink.label)} runs`,
        help: partial
          ? 'Pass the value as a query parameter; choose names of tables and columns from a list.'
          : 'Offer tools with one parameterised statement each. A read-only role and a single-statement check limit the damage of free SQL.',
        severity: 'error',
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
} satisfies Rule;
