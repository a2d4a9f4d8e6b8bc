import type { Setting } from '@leashlint/rules';
import type { ProgramFile } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { meant } from './setting-values.js';

/** Settings that code writes to a property: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`, `session.verify = False`. */
export function storedSettings(
  { program, catalogue }: ModelContext,
  files: readonly ProgramFile[],
): readonly Setting[] {
  const keys = new Set(
    catalogue.frameworks.flatMap(({ settings }) => (settings ?? []).flatMap(({ store }) => store ?? [])),
  );
  return files.flatMap((file) =>
    file.facts.stores.flatMap((store): readonly Setting[] => {
      const { key } = store;
      if (typeof key !== 'string' || !keys.has(key)) return [];
      const matches = catalogue.match('settings', file, program.origins(program.ref(file, store.object)));
      return matches.flatMap(({ row, ref: framework }): readonly Setting[] => {
        const meaning =
          row.store?.includes(key) === true ? meant(program, program.ref(file, store.value), row) : undefined;
        if (meaning === undefined) return [];
        const span = program.spanOfRange(file, store.range);
        return [
          {
            meaning: row.meaning,
            framework,
            subject: row.subject,
            label: file.text.slice(...store.range).replaceAll(/\s+/g, ' '),
            span,
            property: undefined,
            options: undefined,
            alike: [],
            replacement: undefined,
            removable: undefined,
            note: row.note,
            severity: row.severity ?? 'warning',
            client: false,
            evidence: meaning.evidence,
          },
        ];
      });
    }),
  );
}
