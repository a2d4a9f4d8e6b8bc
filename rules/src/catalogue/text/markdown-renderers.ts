import type { SinkRow } from '../flow-rows.js';
import type { Framework } from '../framework.js';

/** Options of `react-markdown` with which the application decides about addresses or elements. */
const chosen = [
  {
    at: 'Argument[0].Member[urlTransform,transformImageUri,allowedElements,allowElement,unwrapDisallowed]',
    values: [],
  },
  { at: 'Argument[0].Member[disallowedElements].ArrayElement', values: ['img'] },
  { at: 'Argument[0].Member[components,renderers].Member[img,image]', values: [] },
  { at: 'Argument[0].Member[rehypePlugins].ArrayElement', modules: ['rehype-harden', 'rehype-sanitize'] },
  { at: 'Argument[0].Member[rehypePlugins].ArrayElement.ArrayElement', modules: ['rehype-harden', 'rehype-sanitize'] },
] as const;

const children = { kind: 'markdown', at: 'Argument[0].Member[children]', unlessAny: chosen } as const;

/**
 * Components that make elements of Markdown. All of them fetch images from any host unless told otherwise: react-markdown's
 * default `urlTransform` only keeps schemes apart, Streamdown's prefixes are `*`, markdown-to-jsx cleans schemes.
 */
export const markdownRenderers: Framework = {
  id: 'markdown-renderers',
  title: 'Markdown renderers',
  language: 'javascript',
  modules: [
    'react-markdown',
    'streamdown',
    'markdown-to-jsx',
    '@uiw/react-markdown-preview',
    'marked-react',
    'react-markdown/with-html',
  ],
  // Few files import one, and what they show often comes from far away.
  ai: true,
  checkedAgainst: {},
  sinks: [
    { ...children, module: 'react-markdown', call: 'Member[default,MarkdownAsync,MarkdownHooks]' },
    {
      ...children,
      module: 'streamdown',
      call: 'Member[Streamdown]',
      unlessAny: [
        ...chosen,
        { at: 'Argument[0].Member[allowedImagePrefixes,rehypePlugins,hardenReactMarkdownProps]', values: [] },
      ],
    },
    {
      kind: 'markdown',
      module: 'markdown-to-jsx',
      call: 'Member[default,Markdown]',
      at: 'Argument[0].Member[children]',
      unlessAny: [
        { at: 'Argument[0].Member[options].Member[overrides].Member[img]', values: [] },
        { at: 'Argument[0].Member[options].Member[sanitizer,renderRule,createElement]', values: [] },
      ],
    },
    {
      kind: 'markdown',
      module: '@uiw/react-markdown-preview',
      call: 'Member[default]',
      at: 'Argument[0].Member[source]',
      unlessAny: chosen,
    },
    {
      kind: 'markdown',
      module: 'marked-react',
      call: 'Member[default]',
      at: 'Argument[0].Member[children,value]',
      unlessAny: [{ at: 'Argument[0].Member[renderer].Member[image]', values: [] }],
    },
  ] satisfies readonly SinkRow[],
};
