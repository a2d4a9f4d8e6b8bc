import type { LimitOffer, Limit } from '../model/agent.js';
import type { AppModel } from '../model/app.js';
import type { GateOffer } from '../model/tool.js';
import type { Fix } from '../model/finding.js';
import type { PropertySite } from '../model/site.js';
import { addImport, replaceImport } from './add-import.js';
import { optionText, setProperty } from './options-edit.js';

/** Adds the gate that the framework offers in the installed version. */
export function addGate(app: AppModel, offer: GateOffer): Fix {
  const { edits, text } = withImport(app, offer, undefined);
  return { title: offer.title, kind: 'suggest', edits: [...edits, ...setProperty(app, offer.options, text)] };
}

/** Sets the limit that the framework offers, with the name that it needs. */
export function setLimit(app: AppModel, limit: Limit): Fix | undefined {
  const { offer, property } = limit;
  if (offer === undefined) return undefined;
  const { edits, text } = withImport(app, offer, property);
  const set =
    property === undefined
      ? setProperty(app, offer.options, text)
      : [{ span: property.span, text: optionText(app, offer.options, text) }];
  return { title: `Set ${optionText(app, offer.options, text)}`, kind: 'suggest', edits: [...edits, ...set] };
}

function withImport(
  app: AppModel,
  offer: Omit<LimitOffer, 'import'> & { readonly import?: LimitOffer['import'] },
  replaced: PropertySite | undefined,
): { edits: Fix['edits']; text: string } {
  if (offer.import === undefined) return { edits: [], text: offer.property };
  const { module, name } = offer.import;
  const { file } = offer.options.span;
  const old = replaced === undefined ? undefined : /^(\w+)\(/.exec(app.text(replaced.valueSpan))?.[1];
  const { edits, local } =
    old === undefined ? addImport(app, file, module, name) : replaceImport(app, file, module, name, old);
  return { edits, text: offer.property.replace(new RegExp(`\\b${name}\\b`), local) };
}
