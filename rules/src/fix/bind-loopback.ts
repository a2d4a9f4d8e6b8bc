import type { AppModel } from '../model/app.js';
import type { Listener } from '../model/exposure.js';
import type { Fix } from '../model/finding.js';
import { codeLanguage } from './code-language.js';
import { insertProperty, replaceValue } from './options-edit.js';

const title = 'Bind to 127.0.0.1';

/** Makes a server listen on this machine only: replaces a literal host, or gives one after the port or among the options. */
export function bindLoopback(app: AppModel, listener: Listener): Fix | undefined {
  const { call, options, property, span } = listener;
  const host = codeLanguage(app, span.file)?.text('127.0.0.1');
  if (host === undefined) return undefined;
  if (listener.host !== undefined) {
    // A default behind `??` is replaced, a whole expression is not.
    const written = app.text(listener.host);
    const site = property === undefined ? undefined : options?.properties.find(({ name }) => name === property);
    if (!/^['"`][^'"`]*['"`]$/.test(written)) return undefined;
    const edit = site === undefined ? { span: listener.host, text: host } : replaceValue(app, site, host);
    return { title, kind: 'suggest', edits: [edit] };
  }
  if (options !== undefined && property !== undefined) {
    return options.open
      ? undefined
      : { title, kind: 'suggest', edits: [...insertProperty(app, options, `${property}: ${host}`)] };
  }
  const [port] = call?.arguments ?? [];
  // A keyword argument says what it is, a second argument only stands behind the port in JavaScript.
  if (call?.keywords !== undefined || port === undefined || port.options !== undefined) return undefined;
  const after = { file: port.span.file, start: port.span.end, end: port.span.end };
  return { title, kind: 'suggest', edits: [{ span: after, text: `, ${host}` }] };
}
