import type { Framework } from '../framework.js';

/** Names of the browser, and JSX elements. */
export const browserGlobals = {
  id: 'browser-globals',
  title: 'Browser',
  language: 'javascript',
  modules: ['global'],
  ai: false,
  checkedAgainst: { typescript: ['6'] },
  sinks: [
    { kind: 'html', call: 'Member[document].Member[write,writeln]', at: 'Argument[0..]' },
    {
      kind: 'html',
      call: 'Member[document].Member[getElementById,querySelector,createElement].ReturnValue',
      store: ['innerHTML', 'outerHTML'],
    },
    { kind: 'html', call: 'Member[document].Member[body,documentElement,head]', store: ['innerHTML', 'outerHTML'] },
    { kind: 'html', call: 'Member[HTMLElement,Element,HTMLDivElement].Instance', store: ['innerHTML', 'outerHTML'] },
    { kind: 'html', call: 'Member[HTMLIFrameElement].Instance', store: ['srcdoc'] },
    { kind: 'html', call: 'Member[ShadowRoot].Instance', store: ['innerHTML'] },
    {
      kind: 'html',
      call: 'Member[document].Member[getElementById,querySelector,createElement].ReturnValue.Member[insertAdjacentHTML]',
      at: 'Argument[1]',
    },
    { kind: 'html', call: 'Member[HTMLElement,Element].Instance.Member[insertAdjacentHTML]', at: 'Argument[1]' },
    {
      kind: 'html',
      call: 'Member[jsx].Member[*]',
      at: 'Argument[0].Member[dangerouslySetInnerHTML].Member[__html]',
    },
    { kind: 'html', call: 'Member[jsx].Member[iframe]', at: 'Argument[0].Member[srcDoc]' },
    { kind: 'code', call: 'Member[window].Member[eval]', at: 'Argument[0]', effect: 'eval' },
    { kind: 'code', call: 'Member[window].Member[setTimeout,setInterval]', at: 'Argument[0]' },
    { kind: 'url', call: 'Member[window].Member[fetch]', at: 'Argument[0]', effect: 'http' },
  ],
  sources: [
    { kind: 'request', path: 'Member[location].Member[hash,search,href]', label: 'address of the page' },
    { kind: 'request', path: 'Member[window].Member[location].Member[hash,search,href]', label: 'address of the page' },
  ],
} as const satisfies Framework;

export const react = {
  id: 'react',
  title: 'React',
  language: 'javascript',
  modules: ['react'],
  ai: false,
  checkedAgainst: { '@types/react': ['19'] },
  sinks: [
    {
      kind: 'html',
      call: 'Member[createElement,cloneElement]',
      at: 'Argument[1].Member[dangerouslySetInnerHTML].Member[__html]',
    },
    { kind: 'html', call: 'Member[useRef,createRef].ReturnValue.Member[current]', store: ['innerHTML', 'outerHTML'] },
  ],
  passThroughs: [
    {
      call: 'Member[useState]',
      from: ['Argument[0]', 'ReturnValue.Member[1].Argument[0]'],
      to: 'ReturnValue.Member[0]',
    },
    { call: 'Member[useMemo]', from: ['Argument[0].ReturnValue'] },
  ],
} as const satisfies Framework;
